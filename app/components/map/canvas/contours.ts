/** The departments' outlines, ready to be drawn: the map's ground where no tile comes. */

import { worldX, worldY } from '#app/domain/carte/mercator.ts'
import { type Bounds, METROPOLE, TERRITOIRES } from '#app/domain/territoires/cadres.ts'

type Position = readonly [lon: number, lat: number]
type Geometry =
  | { type: 'Polygon'; coordinates: readonly Position[][] }
  | { type: 'MultiPolygon'; coordinates: readonly Position[][][] }
type Collection = { features: readonly { properties: { code: string; nom: string } | null; geometry: Geometry }[] }

/**
 * `rings`: x, y, x, y… in fractions of the Mercator square. `coast`: the lines of them that no other outline shares, the
 * land frontiers among them. `box`: least x, y, greatest x, y of the same.
 */
export type Contour = {
  code: string
  nom: string
  bounds: Bounds
  box: readonly [number, number, number, number]
  rings: readonly Float64Array[]
  coast: readonly Float64Array[]
  label: { x: number; y: number; width: number }
}

/** The outlines of a GeoJSON collection whose features have `code` and `nom`; an Error when it is not one. */
export function prepareContours(collection: unknown): Contour[] {
  const { features } = collection as Collection
  if (!Array.isArray(features)) throw new Error('The outlines are no GeoJSON collection')
  const known = (features as Collection['features']).flatMap(({ properties, geometry }) =>
    properties === null ? [] : [{ ...properties, rings: ringsOf(geometry) }],
  )
  const uses = countSides(known.flatMap(({ rings }) => rings))
  return known.map((one) => prepareContour(one, uses))
}

function ringsOf(geometry: Geometry): readonly Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

type Named = { code: string; nom: string; rings: readonly Position[][] }

function prepareContour({ code, nom, rings: positions }: Named, uses: Map<number, number>): Contour {
  const [box, bounds] = [emptyBox(), emptyBox()]
  const rings = positions.map((ring) => project(ring, box, bounds))
  const coast = positions.flatMap((ring, rank) => coastOf(ring, rings[rank] as Float64Array, uses))
  const [west, south, east, north] = bounds
  return { code, nom, bounds: [south, west, north, east], box, rings, coast, label: labelOf(rings) }
}

/** How many rings have each side. */
function countSides(rings: readonly Position[][]): Map<number, number> {
  const uses = new Map<number, number>()
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const side = sideOf(ring[i] as Position, ring[i + 1] as Position)
      uses.set(side, (uses.get(side) ?? 0) + 1)
    }
  return uses
}

/** The middle of a side as one number, whichever way it is followed: two sides of a map have not the same. */
function sideOf(a: Position, b: Position): number {
  return Math.round((a[0] + b[0]) * 1e5) * 1e8 + Math.round((a[1] + b[1]) * 1e5)
}

/** The lines of a ring that it alone has. */
function coastOf(ring: readonly Position[], projected: Float64Array, uses: Map<number, number>): Float64Array[] {
  const lines: Float64Array[] = []
  let from = 0
  for (let i = 0; i < ring.length; i += 1) {
    const ends = i + 1 === ring.length || uses.get(sideOf(ring[i] as Position, ring[i + 1] as Position)) !== 1
    if (!ends) continue
    if (i > from) lines.push(projected.subarray(2 * from, 2 * i + 2))
    from = i + 1
  }
  return lines
}

/** Least x, y, greatest x, y. */
type Box = [number, number, number, number]

function emptyBox(): Box {
  return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
}

/** The ring in the Mercator square; both boxes grow to hold it. One pass: all of them are made while the map waits. */
function project(ring: readonly Position[], box: Box, bounds: Box): Float64Array {
  const projected = new Float64Array(2 * ring.length)
  for (let i = 0; i < ring.length; i += 1) {
    // By rank: to take a pair apart asks for an iterator, ten thousand times while the code is not compiled yet.
    const lon = (ring[i] as Position)[0]
    const lat = (ring[i] as Position)[1]
    const x = worldX(lon)
    const y = worldY(lat)
    projected[2 * i] = x
    projected[2 * i + 1] = y
    grow(bounds, lon, lat)
    grow(box, x, y)
  }
  return projected
}

function grow(box: Box, x: number, y: number): void {
  if (x < box[0]) box[0] = x
  if (y < box[1]) box[1] = y
  if (x > box[2]) box[2] = x
  if (y > box[3]) box[3] = y
}

/** The middle of the widest horizontal cut, at half the height of the largest ring: inside it, however it bends. */
function labelOf(rings: readonly Float64Array[]): Contour['label'] {
  let largest: Float64Array = new Float64Array()
  let [most, middle] = [0, 0]
  for (const ring of rings) {
    const [top, bottom] = heightOf(ring)
    const size = (bottom - top) * ring.length
    if (size > most) [largest, most, middle] = [ring, size, (top + bottom) / 2]
  }
  const crossings: number[] = []
  for (let i = 0; i + 3 < largest.length; i += 2) {
    const y1 = largest[i + 1] as number
    const y2 = largest[i + 3] as number
    if (y1 > middle === y2 > middle) continue
    const x1 = largest[i] as number
    const x2 = largest[i + 2] as number
    crossings.push(x1 + ((middle - y1) / (y2 - y1)) * (x2 - x1))
  }
  crossings.sort((a, b) => a - b)
  let [x, width] = [largest[0] ?? 0, 0]
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [left, right] = [crossings[i] as number, crossings[i + 1] as number]
    if (right - left > width) [x, width] = [(left + right) / 2, right - left]
  }
  return { x, y: middle, width }
}

/** Least and greatest y. */
function heightOf(ring: Float64Array): [number, number] {
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 1; i < ring.length; i += 2) {
    const y = ring[i] as number
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return [top, bottom]
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
