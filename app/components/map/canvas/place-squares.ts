/** Where the numbers of the other layers go around their mark, so that no other mark covers a digit of them. */
import type { Objet } from '#app/domain/carte/points.ts'

export type Box = { left: number; top: number; width: number; height: number }
/** The number of another layer, beside the mark of a cluster. */
export type Beside = { objet: Objet; text: string }
export type Disc = { x: number; y: number; r: number }

// Pixels, for digits of 11 px in bold.
const DIGIT = 7
const HEIGHT = 16
/** The points of a tag lie outside its digits. */
export const TAG_POINT = 6
/** What a cluster paints around its disc. */
export const HALO = 5

/** Corners in the order they are tried: the lower right is where the eye looks for it. */
const CORNERS = [
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const

/**
 * For each number beside a disc, the first corner that is free of the other discs and of the boxes placed before; null
 * where none is: half a number would be another number. Nearer, there is room.
 */
export function placeSquares(discs: readonly (Disc & { besides: readonly Beside[] })[]): (Box | null)[][] {
  const placed: Box[] = []
  return discs.map((disc) =>
    disc.besides.map((beside) => {
      const boxes = CORNERS.map((corner) => boxAt(disc, corner, widthOf(beside)))
      const free = boxes.find(
        (box) => !discs.some((other) => other !== disc && covers(other, box)) && !meetsAny(box, placed),
      )
      if (free !== undefined) placed.push(free)
      return free ?? null
    }),
  )
}

function widthOf({ objet, text }: Beside): number {
  return Math.max(HEIGHT, text.length * DIGIT + 8) + (objet === 'france-services' || objet === 'autre' ? TAG_POINT : 0)
}

function boxAt({ x, y, r }: Disc, [right, down]: readonly [number, number], width: number): Box {
  const [near, below] = [x + right * r * 0.62, y + down * r * 0.55]
  return { left: right > 0 ? near : near - width, top: down > 0 ? below : below - HEIGHT, width, height: HEIGHT }
}

/** A disc and its halo have a part of the box. */
export function covers({ x, y, r }: Disc, { left, top, width, height }: Box): boolean {
  const dx = x - Math.max(left, Math.min(x, left + width))
  const dy = y - Math.max(top, Math.min(y, top + height))
  return Math.hypot(dx, dy) < r + HALO
}

function meetsAny(box: Box, boxes: readonly Box[]): boolean {
  return boxes.some((other) => meets(box, other))
}

/** Two boxes have a part in common. */
export function meets({ left, top, width, height }: Box, box: Box): boolean {
  return left < box.left + box.width && box.left < left + width && top < box.top + box.height && box.top < top + height
}
