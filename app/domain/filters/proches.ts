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

/** The same rows, nearest first; those of one distance keep their order, those without a position come last. */
export function nearestFirst({ lat, lon }: Positions, point: Point, rows: readonly number[]): number[] {
  const keyed = rows.map((row) => {
    const km = distanceKm(point, { lat: lat[row] as number, lon: lon[row] as number })
    return { row, km: Number.isNaN(km) ? Number.POSITIVE_INFINITY : km }
  })
  return keyed.sort((a, b) => (a.km === b.km ? a.row - b.row : a.km - b.km)).map(({ row }) => row)
}
