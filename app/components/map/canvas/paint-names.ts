import { worldX, worldY } from '#app/domain/carte/mercator.ts'
import type { Nom } from '#app/domain/carte/noms.ts'
import type { View } from './canvas-layer.ts'
import type { Contour } from './contours.ts'
import type { Palette } from './palette.ts'
import { type Box, covers, type Disc, HALO, meets } from './place-squares.ts'

/** The point that was searched, and how it is said: "Mauriac", "Vous êtes ici". */
export type Repere = { lat: number; lon: number; nom: string }
/** `noms`: towns, the most populated first; `vides`: the outlines of departments without a place that is shown. */
export type Names = { noms: readonly Nom[]; repere: Repere | null; vides: readonly Contour[]; palette: Palette }

const SIZE = 12
const GAP = 5
const SMALLEST_OUTLINE = 90

/**
 * What a map says in words: what was searched, where nothing is known, then the towns that leave the others readable.
 * `marks`: those that will lie over the words, in pixels of the canvas; a name goes beside them.
 */
export function paintNames(
  context: CanvasRenderingContext2D,
  view: View,
  names: Names,
  marks: readonly Disc[] = [],
): void {
  // A letter is read on the halo of a mark.
  const discs = marks.map(({ x, y, r }) => ({ x, y, r: r - HALO }))
  const { repere, vides, noms, palette } = names
  const placed: Box[] = []
  context.lineJoin = 'round'
  if (repere !== null) paintRepere(context, at(view, repere.lat, repere.lon), repere.nom, palette, placed, discs)
  for (const { label } of vides) {
    // On a small outline the words would lie on its neighbours.
    if (label.width * view.size < SMALLEST_OUTLINE) continue
    const point = { x: label.x * view.size - view.left, y: label.y * view.size - view.top + 18 }
    write(context, { text: 'Aucun lieu', ...point, align: 'center', bold: true }, palette, placed)
  }
  for (const [nom, lat, lon] of noms) {
    if (nom === repere?.nom) continue
    const { x, y } = at(view, lat, lon)
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue
    const said = besideOf(context, { text: nom, x, y }, palette, discs)
    if (said && write(context, said, palette, placed)) dot(context, x, y, 2, palette.ink)
  }
}

/** The name of a town to the right of its dot, or of the mark that hides it; else to the left, under, above, at a corner: null where marks are on each side. */
function besideOf(
  context: CanvasRenderingContext2D,
  { text, x, y }: Pick<Said, 'text' | 'x' | 'y'>,
  palette: Palette,
  discs: readonly Disc[],
): Said | null {
  const over = discs.find((disc) => Math.hypot(disc.x - x, disc.y - y) < disc.r + HALO)
  const [from, gap] = over ? [over, over.r + 2 * HALO] : [{ x, y }, GAP]
  const down = gap + SIZE / 2
  const places: Pick<Said, 'x' | 'y' | 'align'>[] = [
    { x: from.x + gap, y: from.y, align: 'left' },
    { x: from.x - gap, y: from.y, align: 'right' },
    { x: from.x, y: from.y + down, align: 'center' },
    { x: from.x, y: from.y - down, align: 'center' },
    { x, y: y + GAP + SIZE / 2, align: 'left' },
    { x, y: y - GAP - SIZE / 2, align: 'left' },
    { x, y: y + GAP + SIZE / 2, align: 'right' },
    { x, y: y - GAP - SIZE / 2, align: 'right' },
  ]
  const sayings = places.map((place) => ({ text, bold: false, ...place }))
  return sayings.find((said) => !discs.some((disc) => covers(disc, lettersOf(context, said, palette)))) ?? null
}

export function at(view: View, lat: number, lon: number): { x: number; y: number } {
  return { x: worldX(lon) * view.size - view.left, y: worldY(lat) * view.size - view.top }
}

/** A target: no mark of the map has this shape. Its name stands under it, where no number is. */
function paintRepere(
  context: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  nom: string,
  palette: Palette,
  placed: Box[],
  discs: readonly Disc[],
): void {
  for (const [radius, width, colour] of [
    [11, 6, palette.paper],
    [11, 2.5, palette.ink],
  ] as const) {
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.strokeStyle = colour
    context.lineWidth = width
    context.stroke()
  }
  dot(context, x, y, 3, palette.ink)
  const said = { text: nom, x, y: y + 24, align: 'center', bold: true } as const
  const above = { ...said, y: y - 24 }
  const free = [said, above].find((one) => !discs.some((disc) => covers(disc, lettersOf(context, one, palette))))
  write(context, free ?? said, palette, placed)
}

function dot(context: CanvasRenderingContext2D, x: number, y: number, r: number, colour: string): void {
  context.beginPath()
  context.arc(x, y, r, 0, 2 * Math.PI)
  context.fillStyle = colour
  context.fill()
}

type Said = { text: string; x: number; y: number; align: 'left' | 'center' | 'right'; bold: boolean }

/** False where another name is in the way: nothing is written. */
function write(
  context: CanvasRenderingContext2D,
  { text, x, y, align, bold }: Said,
  palette: Palette,
  placed: Box[],
): boolean {
  const { left, width } = lettersOf(context, { text, x, y, align, bold }, palette)
  const box = { left, top: y - SIZE, width: width + GAP, height: 2 * SIZE }
  if (placed.some((other) => meets(box, other))) return false
  placed.push(box)
  context.textAlign = align
  context.textBaseline = 'middle'
  context.strokeStyle = palette.paper
  context.lineWidth = 3
  context.strokeText(text, x, y)
  context.fillStyle = palette.ink
  context.fillText(text, x, y)
  return true
}

/** Where the letters stand; sets the font in which they are measured and written. */
function lettersOf(context: CanvasRenderingContext2D, { text, x, y, align, bold }: Said, palette: Palette): Box {
  context.font = `${bold ? 700 : 500} ${bold ? SIZE + 1 : SIZE}px ${palette.font}`
  const { width } = context.measureText(text)
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return { left, top: y - SIZE / 2, width, height: SIZE }
}
