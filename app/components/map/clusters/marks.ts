/** What the worker gives the map to draw, and how to read it. */
import { OBJETS, type Objet, type PointRef } from '#app/domain/carte/points.ts'

export const MIN_ZOOM = 4
/** Up to this zoom a map shows a country or a department: what it opens on. */
export const AFAR = 8
/** Points still together at this zoom (about 20 m apart) are shown as a list. */
export const MAX_ZOOM = 18

/**
 * What is drawn at one zoom, a column for each field. `x`, `y`: fractions of the Mercator square.
 * `counts`: points of each layer. `approximate`: how many of them all. `id`: of the cluster, or the number of the
 * point where the counts make one.
 */
export type Marks = {
  zoom: number
  x: Float64Array
  y: Float64Array
  counts: Record<Objet, Uint32Array>
  approximate: Uint32Array
  id: Int32Array
}

/** `bounds`: south, west, north, east. `zoom`: the first at which the cluster is no longer one. */
export type Opening =
  | { kind: 'split'; bounds: [number, number, number, number]; zoom: number }
  | { kind: 'list'; points: PointRef[]; lat: number; lon: number }

/** The marks of a map that shows the chosen point alone. */
export async function noMarks(zoom: number): Promise<Marks> {
  const counts = Object.fromEntries(OBJETS.map((objet) => [objet, new Uint32Array()])) as Marks['counts']
  return {
    zoom,
    x: new Float64Array(),
    y: new Float64Array(),
    counts,
    approximate: new Uint32Array(),
    id: new Int32Array(),
  }
}

/** The objet and the number of points of a mark; `alone` is the point itself where there is one only. */
export function readMark(
  marks: Marks,
  rank: number,
): { counts: Record<Objet, number>; total: number; alone: PointRef | null } {
  const counts = Object.fromEntries(OBJETS.map((objet) => [objet, marks.counts[objet][rank] ?? 0])) as Record<
    Objet,
    number
  >
  const total = OBJETS.reduce((sum, objet) => sum + counts[objet], 0)
  const objet = OBJETS.find((own) => counts[own] === 1)
  const alone = total === 1 && objet !== undefined ? { objet, numero: marks.id[rank] ?? 0 } : null
  return { counts, total, alone }
}
