import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoArea,
  geoCentroid,
  geoConicConformal,
  geoMercator,
  geoPath,
} from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import texte from '../../data/referentiel/departements.geojson?raw'
import { createTrace } from './trace.server.ts'

type Contour = Feature<Polygon | MultiPolygon, { code: string; nom: string }>

/** A department on the drawing: its outline (SVG path), where its number stands, in units of the viewBox. */
export type Trace = { code: string; nom: string; d: string; x: number; y: number }
/** A frame of the drawing with a name: a territory far away, or the small departments around Paris, enlarged. */
export type Cadre = { nom: string; x: number; y: number; largeur: number; hauteur: number }
export type Dessin = { largeur: number; hauteur: number; traces: Trace[]; cadres: Cadre[] }

/** The outlines as published with the site, for the map's ground. */
export const CONTOURS = texte

const LARGEUR = 1000
const METROPOLE = { x: 0, y: 0, largeur: LARGEUR, hauteur: 980 }
const PARIS = { nom: 'Paris et alentour', x: 6, y: 6, largeur: 206, hauteur: 212 }
const PETITE_COURONNE = ['75', '92', '93', '94']
const OUTRE_MER = { y: 1000, hauteur: 200, parLigne: 4 }

let dessin: Dessin | undefined

/** France drawn once per process: the map for whoever has no script, and its shape before the script comes. */
export function dessinDeFrance(): Dessin {
  dessin ??= draw((JSON.parse(texte) as FeatureCollection).features.map((feature) => rewind(feature as Contour)))
  return dessin
}

function draw(contours: Contour[]): Dessin {
  const loin = contours.filter(({ properties }) => properties.code.length === 3)
  const proches = contours.filter(({ properties }) => properties.code.length === 2)
  const couronne = proches.filter(({ properties }) => PETITE_COURONNE.includes(properties.code))
  const metropole = geoConicConformal().rotate([-3, 0]).parallels([44, 49])
  const autres = proches.filter((contour) => !couronne.includes(contour))
  const cadres = loin.map((contour, rang) => cadreOutreMer(contour.properties.nom, rang, loin.length))
  return {
    largeur: LARGEUR,
    hauteur: OUTRE_MER.y + OUTRE_MER.hauteur * Math.ceil(loin.length / OUTRE_MER.parLigne),
    traces: [
      ...fit(metropole, proches, METROPOLE, 4)(autres),
      ...fit(geoMercator(), couronne, inner(PARIS), 14)(couronne),
      ...loin.flatMap((contour, rang) => fit(geoMercator(), [contour], inner(cadres[rang] ?? PARIS), 8)([contour])),
    ],
    cadres: [PARIS, ...cadres],
  }
}

function cadreOutreMer(nom: string, rang: number, total: number): Cadre {
  const parLigne = Math.min(total, OUTRE_MER.parLigne)
  const largeur = LARGEUR / parLigne
  const y = OUTRE_MER.y + OUTRE_MER.hauteur * Math.floor(rang / parLigne)
  return { nom, x: (rang % parLigne) * largeur + 6, y: y + 6, largeur: largeur - 12, hauteur: OUTRE_MER.hauteur - 12 }
}

/** The part of a frame under its name. */
function inner({ x, y, largeur, hauteur }: Cadre) {
  return { x: x + 14, y: y + 46, largeur: largeur - 28, hauteur: hauteur - 58 }
}

type Boite = { x: number; y: number; largeur: number; hauteur: number }

function fit(projection: GeoProjection, tous: Contour[], boite: Boite, ileMin: number) {
  const collection: GeoPermissibleObjects = { type: 'FeatureCollection', features: tous }
  const { x, y, largeur, hauteur } = boite
  projection.fitExtent(
    [
      [x, y],
      [x + largeur, y + hauteur],
    ],
    collection,
  )
  return (contours: Contour[]): Trace[] =>
    contours.map((contour) => {
      const trace = createTrace(ileMin)
      geoPath(projection, trace)(contour)
      const [cx, cy] = projection(geoCentroid(mainland(contour))) ?? [0, 0]
      const { code, nom } = contour.properties
      return { code, nom, d: trace.result(), x: Math.round(cx), y: Math.round(cy) }
    })
}

/** The largest part: the number of a department stands on its land, not between its islands. */
function mainland({ geometry }: Contour): Polygon {
  if (geometry.type === 'Polygon') return geometry
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return parts.sort((a, b) => geoArea(b) - geoArea(a))[0] ?? { type: 'Polygon', coordinates: [] }
}

// d3-geo wants the rings clockwise on the sphere: wound the other way, a department is the rest of the world.
function rewind(contour: Contour): Contour {
  if (geoArea(contour) < 2 * Math.PI) return contour
  const turn = (rings: number[][][]) => rings.map((ring) => [...ring].reverse())
  const { geometry } = contour
  const turned: Polygon | MultiPolygon =
    geometry.type === 'Polygon'
      ? { ...geometry, coordinates: turn(geometry.coordinates) }
      : { ...geometry, coordinates: geometry.coordinates.map(turn) }
  return { ...contour, geometry: turned }
}
