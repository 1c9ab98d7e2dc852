/** The departments' outlines, ready to be drawn: the map's ground where no tile comes. */

import { worldX, worldY } from '#app/domain/carte/mercator.ts'
import { type Bounds, METROPOLE, TERRITOIRES } from '#app/domain/territoires/cadres.ts'

type Position = readonly number[]
type Geometry =
  | { type: 'Polygon'; coordinates: readonly Position[][] }
  | { type: 'MultiPolygon'; coordinates: readonly Position[][][] }
type Collection = { features: readonly { properties: { code: string; nom: string } | null; geometry: Geometry }[] }

/** `rings`: x, y, x, y… in fractions of the Mercator square. `box`: least x, y, greatest x, y of the same. */
export type Contour = {
  code: string
  nom: string
  bounds: Bounds
  box: readonly [number, number, number, number]
  rings: readonly Float64Array[]
  label: { x: number; y: number; width: number }
}

/** The outlines of a GeoJSON collection whose features have `code` and `nom`; an Error when it is not one. */
export function prepareContours(collection: unknown): Contour[] {
  const { features } = collection as Collection
  if (!Array.isArray(features)) throw new Error('The outlines are no GeoJSON collection')
  return (features as Collection['features']).flatMap(({ properties, geometry }) =>
    properties === null ? [] : [prepareContour(properties, geometry)],
  )
}

function prepareContour({ code, nom }: { code: string; nom: string }, geometry: Geometry): Contour {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const positions = polygons.flat(2)
  const [lons, lats] = [positions.map(([lon = 0]) => lon), positions.map(([, lat = 0]) => lat)]
  const bounds: Bounds = [Math.min(...lats), Math.min(...lons), Math.max(...lats), Math.max(...lons)]
  const [south, west, north, east] = bounds
  const rings = polygons.flat().map(project)
  const box = [worldX(west), worldY(north), worldX(east), worldY(south)] as const
  return { code, nom, bounds, box, rings, label: labelOf(rings) }
}

function project(ring: readonly Position[]): Float64Array {
  return Float64Array.from(ring.flatMap(([lon = 0, lat = 0]) => [worldX(lon), worldY(lat)]))
}

/** The middle of the widest horizontal cut, at half the height of the largest ring: inside it, however it bends. */
function labelOf(rings: readonly Float64Array[]): Contour['label'] {
  const largest = rings.reduce(
    (a, b) => (heightOf(b) * b.length > heightOf(a) * a.length ? b : a),
    rings[0] ?? new Float64Array(),
  )
  const ys = largest.filter((_, rank) => rank % 2 === 1)
  const y = (ys.reduce((a, b) => Math.min(a, b), 1) + ys.reduce((a, b) => Math.max(a, b), 0)) / 2
  const crossings: number[] = []
  for (let i = 0; i + 3 < largest.length; i += 2) {
    const [x1, y1, x2, y2] = largest.subarray(i, i + 4) as unknown as [number, number, number, number]
    if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
  }
  crossings.sort((a, b) => a - b)
  let [x, width] = [largest[0] ?? 0, 0]
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [left, right] = [crossings[i] as number, crossings[i + 1] as number]
    if (right - left > width) [x, width] = [(left + right) / 2, right - left]
  }
  return { x, y, width }
}

function heightOf(ring: Float64Array): number {
  const ys = ring.filter((_, rank) => rank % 2 === 1)
  return ys.reduce((a, b) => Math.max(a, b), 0) - ys.reduce((a, b) => Math.min(a, b), 1)
}

// Wider than metropolitan France with Corsica (14.7 degrees): two chosen territories are an ocean apart.
const WIDEST = 20

/**
 * What to frame for these departments: all of them; when an ocean lies between, those of metropolitan France, else
 * the first. Metropolitan France when nothing is chosen, or when nothing is known of what is.
 */
export function boundsOfDepartements(codes: readonly string[], contours: readonly Contour[]): Bounds {
  const known = codes.flatMap((code) => {
    const bounds = contours.find((contour) => contour.code === code)?.bounds ?? territoireOf(code)?.bounds
    return bounds === undefined ? [] : [{ code, bounds }]
  })
  const all = union(known.map(({ bounds }) => bounds))
  if (all === null) return METROPOLE.bounds
  if (all[3] - all[1] <= WIDEST) return all
  const metropolitan = known.filter(({ code }) => territoireOf(code) === undefined)
  return union(metropolitan.map(({ bounds }) => bounds)) ?? (known[0]?.bounds as Bounds)
}

function territoireOf(code: string) {
  return TERRITOIRES.find(({ codes }) => codes.includes(code))
}

function union(all: readonly Bounds[]): Bounds | null {
  return all.reduce<Bounds | null>(
    (a, b) =>
      a === null ? b : [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
    null,
  )
}
