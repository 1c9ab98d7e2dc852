import type { Objet } from '#app/domain/carte/points.ts'
import type { Palette } from './palette.ts'
import { type Beside, type Box, HALO, TAG_POINT } from './place-squares.ts'

type Context = CanvasRenderingContext2D
/** Half the diagonal of a lozenge of the same area as a disc: the root of π / 2. */
const LOZENGE = 1.2533

type Shape = { main: Objet; x: number; y: number; r: number }

/**
 * One mark. The shape says what it is (disc: places, lozenge: France services, triangle: other networks, square: employers), filled or dashed how
 * well its position is known, the text how many: colour only repeats it. `besides`: the other layers of its cluster.
 */
export type Glyph = Shape & { text: string | null; besides: readonly Beside[]; dashed: boolean }

export function paintGlyph(context: Context, glyph: Glyph, palette: Palette): void {
  const { text, dashed } = glyph
  const colour = glyph.main === 'lieu' && dashed ? palette.approx : palette[glyph.main]
  if (text !== null) {
    context.globalAlpha = 0.3
    fillShape(context, grown(glyph, HALO), colour)
    context.globalAlpha = 1
  }
  // A collar of paper sets the mark apart from whatever lies under it.
  fillShape(context, grown(glyph, 2), palette.paper)
  if (dashed) strokeDashed(context, grown(glyph, -1), colour)
  else fillShape(context, glyph, colour)
  const size = glyph.r < 18 ? 12 : 13
  if (text !== null) paintText(context, text, { ...glyph, size, colour: dashed ? palette.ink : palette.paper }, palette)
}

/** The chosen point, larger and ringed, at its own place even where a cluster holds it. */
export function paintChosenGlyph(context: Context, glyph: Glyph, palette: Palette): void {
  fillShape(context, grown(glyph, 9), palette.paper)
  fillShape(context, grown(glyph, 7), palette.ink)
  fillShape(context, grown(glyph, 4), palette.paper)
  paintGlyph(context, glyph, palette)
}

function grown(shape: Shape, by: number): Shape {
  return { ...shape, r: shape.r + by }
}

function fillShape(context: Context, shape: Shape, colour: string): void {
  trace(context, shape)
  context.fillStyle = colour
  context.fill()
}

/** Returns the length of the contour. */
function trace(context: Context, { main, x, y, r }: Shape): number {
  if (main === 'lieu') {
    context.beginPath()
    context.arc(x, y, r, 0, 2 * Math.PI)
    return 2 * Math.PI * r
  }
  if (main === 'france-services') {
    const half = r * LOZENGE
    traceTag(context, { left: x - half, top: y - half, width: 2 * half, height: 2 * half }, half)
    return 4 * half * Math.SQRT2
  }
  if (main === 'autre') return traceTriangle(context, x, y, r)
  // A square of the same area as the disc.
  const half = r * 0.886
  traceBox(context, { left: x - half, top: y - half, width: 2 * half, height: 2 * half }, Math.min(4, r / 3))
  return 8 * half
}

/** A box whose left and right sides are points, `point` pixels long: a lozenge when half the width. */
function traceTag(context: Context, { left, top, width, height }: Box, point: number): void {
  const [right, bottom, middle] = [left + width, top + height, top + height / 2]
  context.beginPath()
  context.moveTo(left, middle)
  context.lineTo(left + point, top)
  context.lineTo(right - point, top)
  context.lineTo(right, middle)
  context.lineTo(right - point, bottom)
  context.lineTo(left + point, bottom)
  context.closePath()
}

/** A triangle of the same area as the disc, its middle at the same point: its corners are 1.555 radii away. */
function traceTriangle(context: Context, x: number, y: number, r: number): number {
  const away = 1.555 * r
  const [side, down] = [away * 0.866, away / 2]
  context.beginPath()
  context.moveTo(x, y - away)
  context.lineTo(x + side, y + down)
  context.lineTo(x - side, y + down)
  context.closePath()
  return 6 * side
}

// roundRect is missing from browsers of 2022, which phones still have.
function traceBox(context: Context, { left, top, width, height }: Box, radius: number): void {
  const [right, bottom] = [left + width, top + height]
  context.beginPath()
  context.moveTo(left + width / 2, top)
  context.arcTo(right, top, right, bottom, radius)
  context.arcTo(right, bottom, left, bottom, radius)
  context.arcTo(left, bottom, left, top, radius)
  context.arcTo(left, top, right, top, radius)
  context.closePath()
}

/** A whole number of dashes, eight or sixteen, so that the contour closes well and a square has its corners. */
function strokeDashed(context: Context, shape: Shape, colour: string): void {
  const step = trace(context, shape) / (shape.r < 12 ? 8 : 16)
  context.strokeStyle = colour
  context.lineWidth = 2.5
  context.setLineDash([step * 0.62, step * 0.38])
  context.lineDashOffset = step * 0.31
  context.stroke()
  context.setLineDash([])
}

type Ink = { x: number; y: number; size: number; colour: string }

function paintText(context: Context, text: string, { x, y, size, colour }: Ink, { font }: Palette): void {
  context.font = `700 ${size}px ${font}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillStyle = colour
  // Digits have no descender: their middle is a third of the size above the line they stand on.
  context.fillText(text, x, y + size * 0.355)
}

/** The number of another layer of a cluster beside its mark: employers in a small square, France services in a tag, others in a box with round ends. */
export function paintBeside(context: Context, box: Box, { objet, text }: Beside, palette: Palette): void {
  const { left, top, width, height } = box
  // Beside a number a triangle would be all points: the places of other networks have a box with round ends.
  const traceAt = (outer: Box, radius: number) =>
    objet === 'france-services'
      ? traceTag(context, outer, TAG_POINT)
      : traceBox(context, outer, objet === 'autre' ? outer.height / 2 : radius)
  traceAt({ left: left - 1.5, top: top - 1.5, width: width + 3, height: height + 3 }, 5)
  context.fillStyle = palette.paper
  context.fill()
  traceAt(box, 3.5)
  context.fillStyle = palette[objet]
  context.fill()
  paintText(context, text, { x: left + width / 2, y: top + height / 2, size: 11, colour: palette.paper }, palette)
}
