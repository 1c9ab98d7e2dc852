import { distanceKm, type Point } from './distance.ts'

/** Cells to a degree: one is about 11 km high and 8 wide in mainland France, a district at most (docs/regles.md §14). */
const PAR_DEGRE = 10
const SHAPE = /^(-?\d{1,2}(?:\.\d)?),(-?\d{1,3}(?:\.\d)?)$/
/** A metre, so that no rounding leaves a point of the cell out. */
const MARGE_KM = 0.001

/** Somewhere within `etendueKm` of a point: 0 where the point itself is meant. */
export type Secteur = Point & { etendueKm: number }

/** The cell of a point, by its south-west corner in degrees: "46.1,1.8". */
export function celluleOf({ lat, lon }: Point): string {
  return ecrite(cornerOf(lat), cornerOf(lon))
}

// Degrees are rounded to 10 m first: 2.3 × 10 is less than 23.
function cornerOf(degrees: number): number {
  return Math.floor(Math.round(degrees * 10_000) / (10_000 / PAR_DEGRE)) / PAR_DEGRE
}

/** A cell as it is written in an address; what is finer than the grid is no cell. */
export function readCellule(raw: string): string | undefined {
  const [, lat, lon] = SHAPE.exec(raw) ?? []
  const [south, west] = [Number(lat), Number(lon)]
  return south >= -90 && south < 90 && west >= -180 && west < 180 ? ecrite(south, west) : undefined
}

/** The middle of a cell, and how far from it its farthest corner is. */
export function secteurOf(cellule: string): Secteur {
  const [south = 0, west = 0] = cellule.split(',').map(Number)
  const [lat, lon] = [south, west].map((corner) => (corner * PAR_DEGRE + 0.5) / PAR_DEGRE) as [number, number]
  const corners = [south, south + 1 / PAR_DEGRE].map((corner) => distanceKm({ lat, lon }, { lat: corner, lon: west }))
  return { lat, lon, etendueKm: Math.max(...corners) + MARGE_KM }
}

function ecrite(south: number, west: number): string {
  return `${south.toFixed(1)},${west.toFixed(1)}`
}
