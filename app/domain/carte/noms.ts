/** Names of towns for a map without a background, by squares of Web Mercator (z, x, y, as map tiles are numbered). */

import type { Bounds } from '../territoires/cadres.ts'
import { latitudeOf, longitudeOf, worldX, worldY } from './mercator.ts'

/** A town: its name, its centre in WGS 84 degrees, how many live there. */
export type Nom = [nom: string, lat: number, lon: number, population: number]

/** Farther, only departments are named; nearer than the last level every commune is in its square. */
export const NOMS_ZOOM = 7
const DEEPEST = 10
/** A square is about 1,024 pixels wide on the screen: four to six make a view. */
const WIDER = 2

/** The squares that a view asks for; none from afar. */
export function squaresOf([south, west, north, east]: Bounds, zoom: number): { z: number; x: number; y: number }[] {
  if (zoom < NOMS_ZOOM) return []
  const z = Math.min(DEEPEST, Math.floor(zoom) - WIDER)
  const last = 2 ** z - 1
  const rank = (part: number) => Math.max(0, Math.min(last, Math.floor(part * (last + 1))))
  const [left, right] = [rank(worldX(west)), rank(worldX(east))]
  const [top, bottom] = [rank(worldY(north)), rank(worldY(south))]
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => from + step)
  return range(top, bottom).flatMap((y) => range(left, right).map((x) => ({ z, x, y })))
}

/** What a square holds; null for what is none. */
export function boundsOfSquare(z: number, x: number, y: number): Bounds | null {
  const side = 2 ** z
  if (z > DEEPEST || x >= side || y >= side) return null
  return [latitudeOf((y + 1) / side), longitudeOf(x / side), latitudeOf(y / side), longitudeOf((x + 1) / side)]
}
