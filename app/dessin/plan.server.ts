import { geoCentroid, geoMercator, geoPath } from 'd3-geo'
import { EARTH_RADIUS_KM } from '#app/domain/distance/distance.ts'
import { isApproximate, type Precision } from '#app/domain/vocabulary.ts'
import { contoursDeFrance } from './france.server.ts'
import { DECALAGE, type Marque } from './marque.ts'
import { createSvgPath } from './svg-path.server.ts'

/** A department drawn small: its outline (SVG path), the place, and the towns that people steer by. */
export type Plan = { viewBox: string; contour: string; lieu: Marque; approximate: boolean; reperes: Marque[] }

type LieuSitue = {
  lat: number | null
  lon: number | null
  precision: Precision
  departementCode: string
  communeNom: string | null
}
/** A town by its name, in degrees (WGS 84), the most populated first. */
export type Repere = { nom: string; lat: number; lon: number }
/** `kilometre`: how long one is in the middle of the drawing, in its units. */
export type CadreDePlan = {
  projection: ReturnType<typeof geoMercator>
  viewBox: string
  contour: string
  kilometre: number
}
type Boite = [x0: number, y0: number, x1: number, y1: number]

const LARGEUR = 320
const HAUTEUR = 230
const MARGE = 14
/** Left and right: room for a name. */
const MARGE_COTE = 36
const REPERES = 3
/** Height of the letters, and the width of one, generous: in units of the viewBox, as in fiche.css. */
const CORPS = 18
const LETTRE = CORPS * 0.6
const ECART = 9

const cadres = new Map<string, CadreDePlan | null>()

/** Null for a place without a position, or in a territory without an outline. `reperes`: towns of its department. */
export function planOf(
  reperes: readonly Repere[],
  { lat, lon, precision, departementCode, communeNom }: LieuSitue,
): Plan | null {
  const cadre = cadreOf(departementCode)
  const point = lat === null || lon === null ? null : cadre?.projection([lon, lat])
  if (!cadre || !point) return null
  const lieu = marquesAt(communeNom ?? '', point)[0] ?? { nom: '', ...rounded(point), ancre: 'start' as const }
  const { viewBox, contour } = cadre
  return {
    viewBox,
    contour,
    lieu,
    approximate: isApproximate(precision),
    reperes: reperesAround(reperes, [lieu], cadre),
  }
}

/**
 * The largest towns whose names cover neither what is drawn already nor one another. `points`: the dots of a plan, of
 * which a name covers as few as it can, and `POINTS_COUVERTS` at most.
 */
export function reperesAround(
  reperes: readonly Repere[],
  dejas: Marque[],
  { projection }: CadreDePlan,
  points: readonly { x: number; y: number }[] = [],
): Marque[] {
  const marques = [...dejas]
  const couverts = (one: Marque) => points.filter(({ x, y }) => overlap(lettresOf(one), [x, y, x, y])).length
  for (const { nom, lat, lon } of reperes) {
    const point = projection([lon, lat])
    if (dejas.some((deja) => deja.nom === nom) || point === null || marques.length >= REPERES + dejas.length) continue
    const libres = marquesAt(nom, point).filter((one) => !marques.some((other) => meet(one, other)))
    const [marque] = libres.toSorted((a, b) => couverts(a) - couverts(b))
    if (marque && couverts(marque) <= POINTS_COUVERTS) marques.push(marque)
  }
  return marques.slice(dejas.length)
}

/** Of a dot. */
const R = 4
const POINTS_COUVERTS = 3

/** Where a dot would touch the letters of a name, of sixteen units. */
function lettresOf({ nom, x, y, ancre }: Marque): Boite {
  const { dx, dy, textAnchor } = DECALAGE[ancre]
  const longueur = nom.length * 8.4
  const gauche = x + dx - (textAnchor === 'start' ? 0 : textAnchor === 'end' ? longueur : longueur / 2)
  return [gauche - R, y + dy - 12 - R, gauche + longueur + R, y + dy + R]
}

/** Neither a name over another, nor over the point of another. */
function meet(one: Marque, other: Marque): boolean {
  const [a, b] = [one, other].map(({ x, y }): Boite => [x - R, y - R, x + R, y + R]) as [Boite, Boite]
  return overlap(boiteOf(one), boiteOf(other)) || overlap(a, boiteOf(other)) || overlap(boiteOf(one), b)
}

/** A name to the right of its point, to the left, above, under: those that stay on the drawing. */
function marquesAt(nom: string, point: [number, number]): Marque[] {
  const { x, y } = rounded(point)
  const marques: Marque[] = [
    { nom, x, y, ancre: 'start' },
    { nom, x, y, ancre: 'end' },
    { nom, x, y, ancre: 'middle' },
    { nom, x, y, ancre: 'sous' },
  ]
  return marques.filter((marque) => boiteOf(marque)[0] >= 0 && boiteOf(marque)[2] <= LARGEUR)
}

function rounded([x, y]: [number, number]): { x: number; y: number } {
  return { x: Math.round(x), y: Math.round(y) }
}

/** The rectangle of a mark and its name. */
function boiteOf({ nom, x, y, ancre }: Marque): Boite {
  const longueur = ECART + nom.length * LETTRE
  if (ancre === 'middle') return [x - longueur / 2, y - 1.5 * CORPS, x + longueur / 2, y + CORPS / 2]
  if (ancre === 'sous') return [x - longueur / 2, y - CORPS / 2, x + longueur / 2, y + 1.5 * CORPS]
  const [gauche, droite] = ancre === 'start' ? [ECART, longueur] : [longueur, ECART]
  return [x - gauche, y - CORPS / 2, x + droite, y + CORPS / 2]
}

function overlap([ax0, ay0, ax1, ay1]: Boite, [bx0, by0, bx1, by1]: Boite): boolean {
  return ax0 < bx1 && bx0 < ax1 && ay0 < by1 && by0 < ay1
}

/** The outline of a department, projected once per process; null without one. */
export function cadreOf(code: string): CadreDePlan | null {
  const known = cadres.get(code)
  if (known !== undefined) return known
  const made = drawCadre(code)
  cadres.set(code, made)
  return made
}

function drawCadre(code: string): CadreDePlan | null {
  const contour = contoursDeFrance().find(({ properties }) => properties.code === code)
  if (contour === undefined) return null
  const projection = geoMercator().fitExtent(
    [
      [MARGE_COTE, MARGE],
      [LARGEUR - MARGE_COTE, HAUTEUR - MARGE],
    ],
    contour,
  )
  const trace = createSvgPath(2)
  geoPath(projection, trace)(contour)
  const [[, haut], [, bas]] = geoPath(projection).bounds(contour)
  const viewBox = `0 ${Math.floor(haut) - MARGE} ${LARGEUR} ${Math.ceil(bas - haut) + 2 * MARGE}`
  // Mercator stretches by the cosine of the latitude.
  const [, latitude] = geoCentroid(contour)
  const kilometre = projection.scale() / (EARTH_RADIUS_KM * Math.cos((latitude * Math.PI) / 180))
  return { projection, viewBox, contour: trace.result(), kilometre }
}
