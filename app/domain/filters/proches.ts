import { distanceKm, latitudeReach, type Point } from '../distance/distance.ts'
import type { Columns } from './columns.ts'

type Positions = Pick<Columns, 'lat' | 'lon'>

/** The filters that say where, of which one alone is given. */
type Ou = { commune: string | null; lat: number | null; cellule: string | null }

/** The filters say what places are near to. */
export function isAround({ commune, lat, cellule }: Ou): boolean {
  return commune !== null || lat !== null || cellule !== null
}

/** Whether a row stands within `rayon` km of a point; a row without a position never does. */
export function isNear({ lat, lon }: Positions, point: Point, rayon: number): (row: number) => boolean {
  const margin = latitudeReach(rayon)
  return (row) => {
    const phi = lat[row] as number
    return Math.abs(phi - point.lat) <= margin && distanceKm(point, { lat: phi, lon: lon[row] as number }) <= rayon
  }
}

/** The same rows in the order of their ranks. */
export function byRank(ranks: Uint32Array, rows: readonly number[]): number[] {
  return [...rows].sort((a, b) => (ranks[a] as number) - (ranks[b] as number))
}

type Distant = { row: number; km: number }

/** The same rows, nearest first; those of one distance keep their order, those without a position come last. */
export function nearestFirst(positions: Positions, point: Point, rows: readonly number[]): number[] {
  const keyed = rows.map((row) => ({ row, km: kmOf(positions, point, row) }))
  return keyed.sort(byDistance).map(({ row }) => row)
}

/** The first `count` of them, without putting the others in order: most are too far by their latitude alone. */
export function firstNearest(positions: Positions, point: Point, rows: readonly number[], count: number): number[] {
  const found: Distant[] = []
  let margin = Number.POSITIVE_INFINITY
  for (const row of rows) {
    if (Math.abs((positions.lat[row] as number) - point.lat) > margin) continue
    const one = { row, km: kmOf(positions, point, row) }
    const after = found.findIndex((other) => byDistance(one, other) < 0)
    if (after === -1) found.push(one)
    else found.splice(after, 0, one)
    if (found.length > count) found.pop()
    const last = found[count - 1]
    if (last) margin = latitudeReach(last.km)
  }
  return found.map(({ row }) => row)
}

function byDistance(a: Distant, b: Distant): number {
  return a.km === b.km ? a.row - b.row : a.km - b.km
}

function kmOf({ lat, lon }: Positions, point: Point, row: number): number {
  const km = distanceKm(point, { lat: lat[row] as number, lon: lon[row] as number })
  return Number.isNaN(km) ? Number.POSITIVE_INFINITY : km
}
