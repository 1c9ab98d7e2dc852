import { OBJETS, type PointRef } from '#app/domain/carte/points.ts'
import { formatNombre } from '#app/domain/texte/format.ts'
import { type Marks, readMark } from '../clusters/marks.ts'
import type { View } from './canvas-layer.ts'
import { type Glyph, paintBeside, paintGlyph } from './paint-glyph.ts'
import type { Palette } from './palette.ts'
import { placeSquares } from './place-squares.ts'

/** A mark as it was painted: its centre and its radius in pixels of the canvas, its rank in the marks. */
export type Painted = { x: number; y: number; r: number; rank: number }

/** `hidden`: the point that is shown apart. */
export type Shown = { marks: Marks; hidden: PointRef | null }

/** A finger's 44 px target, whatever the size of the mark. */
const REACH = 22

/**
 * Paints the marks that the view holds and says where each is. Where two meet, the smaller lies over the larger, whose
 * number then still shows, and the numbers of the other layers lie under both.
 */
export function paintMarks(
  context: CanvasRenderingContext2D,
  view: View,
  { palette, ...shown }: Shown & { palette: Palette },
): Painted[] {
  const glyphs = glyphsOf(view, shown)
  const boxes = placeSquares(glyphs)
  glyphs.forEach(({ besides }, rank) => {
    besides.forEach((beside, own) => {
      const box = boxes[rank]?.[own] ?? null
      if (box !== null) paintBeside(context, box, beside, palette)
    })
  })
  for (const glyph of glyphs) paintGlyph(context, glyph, palette)
  return glyphs
}

/** The marks that the view holds, the largest first. */
export function glyphsOf(view: View, { marks, hidden }: Shown): (Glyph & Painted)[] {
  const glyphs: (Glyph & Painted)[] = []
  for (let rank = 0; rank < marks.x.length; rank += 1) {
    const x = (marks.x[rank] as number) * view.size - view.left
    const y = (marks.y[rank] as number) * view.size - view.top
    if (x < -REACH || y < -REACH || x > view.width + REACH || y > view.height + REACH) continue
    const { counts, total, alone } = readMark(marks, rank)
    if (alone !== null && alone.objet === hidden?.objet && alone.numero === hidden.numero) continue
    const [main = 'lieu', ...others] = OBJETS.filter((objet) => counts[objet] > 0)
    const text = total > 1 ? formatNombre(counts[main]) : null
    const besides = others.map((objet) => ({ objet, text: formatNombre(counts[objet]) }))
    const r = total > 1 ? radiusOfCount(counts[main]) : radiusAlone(view.zoom)
    glyphs.push({ x, y, r, rank, main, text, besides, dashed: marks.approximate[rank] === total })
  }
  return glyphs.sort((a, b) => b.r - a.r)
}

/** Pixels. The area follows the order of magnitude: 2 → 12.5, 100 → 18, 4,000 → 24. */
export function radiusOfCount(count: number): number {
  return Math.min(26, 11.5 + Math.log10(Math.max(1, count)) * 3.4)
}

/** Pixels: a single point is smaller where there are thousands. */
export function radiusAlone(zoom: number): number {
  return zoom < 8 ? 6 : zoom < 12 ? 8 : 9
}

/** The mark whose centre is nearest, within its own radius or a finger's reach; null when none is. */
export function hitMark(painted: readonly Painted[], x: number, y: number): Painted | null {
  let [nearest, least]: [Painted | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const mark of painted) {
    const distance = Math.hypot(mark.x - x, mark.y - y)
    if (distance <= Math.max(mark.r, REACH) && distance < least) [nearest, least] = [mark, distance]
  }
  return nearest
}
