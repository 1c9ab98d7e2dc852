import { type GeoProjection, geoArea, geoConicConformal, geoMercator, geoPath } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import polylabel from 'polylabel'
import { createSvgPath } from './svg-path.server.ts'

/** Wound as d3-geo wants it: the outer ring clockwise. */
export type Contour = Feature<Polygon | MultiPolygon, { code: string; nom: string }>

/** A department on a drawing: its outline (SVG path) and where its number stands, in units of the viewBox. */
export type DepartementTrace = { code: string; nom: string; d: string; x: number; y: number }
export type CadreDeFrance = { nom: string; largeur: number; hauteur: number; traces: DepartementTrace[] }
/** Metropolitan France, its small departments too; those around Paris enlarged; each territory far away at its own scale. */
export type Dessin = { metropole: CadreDeFrance; encarts: CadreDeFrance[] }

// Shown at most 600 px wide: a step of 2 units is about a pixel, and neighbours still meet.
const METROPOLE = { largeur: 1000, hauteur: 960, ileMin: 4, pas: 2 }
const PARIS = { largeur: 200, hauteur: 160, ileMin: 4 }
export const OUTRE_MER = { largeur: 160, hauteur: 128, ileMin: 4 }
export const PETITE_COURONNE = ['75', '92', '93', '94']

/** France from the outlines of its departments: what `npm run referentiel` writes in data/referentiel/dessin.json. */
export function drawFrance(contours: Contour[]): Dessin {
  const couronne = contours.filter(({ properties }) => PETITE_COURONNE.includes(properties.code))
  const loin = contours.filter(({ properties }) => properties.code.length === 3)
  return {
    metropole: cadreMetropole(contours.filter(({ properties }) => properties.code.length === 2)),
    encarts: [
      cadre('Paris et petite couronne', geoMercator(), couronne, PARIS),
      ...loin.map((contour) => cadre(contour.properties.nom, geoMercator(), [contour], OUTRE_MER)),
    ],
  }
}

/** Outlines in the frame and the projection of metropolitan France. */
export function cadreMetropole(contours: Contour[]): CadreDeFrance {
  const lambert = geoConicConformal().rotate([-3, 0]).parallels([44, 49])
  return cadre('France métropolitaine', lambert, contours, METROPOLE)
}

/** In units: frame, narrowest island that is drawn, grid of the points. */
type Format = { largeur: number; hauteur: number; ileMin: number; pas?: number }

/** Outlines drawn as large as their frame allows. */
export function cadre(nom: string, projection: GeoProjection, contours: Contour[], format: Format): CadreDeFrance {
  const { largeur, hauteur } = format
  const boite: [[number, number], [number, number]] = [
    [2, 2],
    [largeur - 2, hauteur - 2],
  ]
  projection.fitExtent(boite, { type: 'FeatureCollection', features: contours })
  return { nom, largeur, hauteur, traces: contours.map((contour) => traceOf(contour, projection, format)) }
}

function traceOf(contour: Contour, projection: GeoProjection, { ileMin, pas }: Format): DepartementTrace {
  const trace = createSvgPath(ileMin, pas)
  geoPath(projection, trace)(contour)
  const rivage = (mainland(contour).coordinates[0] ?? []).map(
    ([lon = 0, lat = 0]): [number, number] => projection([lon, lat]) ?? [0, 0],
  )
  // The point of the inside that is farthest from the edge: a centroid falls on the border of the Nord.
  const [x = 0, y = 0] = polylabel([rivage])
  return { ...contour.properties, d: trace.result(), x: Math.round(x), y: Math.round(y) }
}

/** The largest part: the number of a department stands on its land, not between its islands. */
function mainland({ geometry }: Contour): Polygon {
  if (geometry.type === 'Polygon') return geometry
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return parts.sort((a, b) => geoArea(b) - geoArea(a))[0] ?? { type: 'Polygon', coordinates: [] }
}
