import type { View } from './canvas-layer.ts'
import type { Contour } from './contours.ts'
import type { Palette } from './palette.ts'

// From this zoom a department is wide enough for its name.
const LABEL_ZOOM = 7

/** Land, coast and borders, the chosen departments lighter, names where they fit: what lies under the tiles. */
export function paintGround(
  context: CanvasRenderingContext2D,
  view: View,
  { contours, chosen, palette }: { contours: readonly Contour[]; chosen: readonly string[]; palette: Palette },
): void {
  const seen = contours.filter((contour) => isSeen(contour, view))
  context.lineJoin = 'round'
  context.globalAlpha = 0.3
  strokeAll(context, view, seen, palette.groundLine, 7)
  context.globalAlpha = 1
  for (const contour of seen) {
    context.fillStyle = chosen.includes(contour.code) ? palette.paper : palette.ground
    context.fill(pathOf(contour, view), 'evenodd')
  }
  strokeAll(context, view, seen, palette.groundLine, view.zoom < LABEL_ZOOM ? 1 : 1.5)
  if (view.zoom >= LABEL_ZOOM) for (const contour of seen) paintLabel(context, view, contour, palette)
}

/** The outlines of the chosen departments, over the tiles. */
export function paintChosen(
  context: CanvasRenderingContext2D,
  view: View,
  { contours, chosen, palette }: { contours: readonly Contour[]; chosen: readonly string[]; palette: Palette },
): void {
  const seen = contours.filter((contour) => chosen.includes(contour.code) && isSeen(contour, view))
  context.lineJoin = 'round'
  strokeAll(context, view, seen, palette.paper, 5)
  strokeAll(context, view, seen, palette.ink, 2)
}

function strokeAll(
  context: CanvasRenderingContext2D,
  view: View,
  contours: readonly Contour[],
  colour: string,
  width: number,
): void {
  context.strokeStyle = colour
  context.lineWidth = width
  for (const contour of contours) context.stroke(pathOf(contour, view))
}

function isSeen({ box: [left, top, right, bottom] }: Contour, view: View): boolean {
  return (
    right * view.size >= view.left &&
    left * view.size <= view.left + view.width &&
    bottom * view.size >= view.top &&
    top * view.size <= view.top + view.height
  )
}

function pathOf({ rings }: Contour, { size, left, top }: View): Path2D {
  const path = new Path2D()
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const [x, y] = [(ring[i] as number) * size - left, (ring[i + 1] as number) * size - top]
      // A ring does not start where the one before it closed.
      if (i === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    }
    path.closePath()
  }
  return path
}

function paintLabel(context: CanvasRenderingContext2D, view: View, contour: Contour, palette: Palette): void {
  context.font = `600 ${view.zoom < 9 ? 12 : 15}px ${palette.font}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.globalAlpha = 0.6
  context.fillStyle = palette.ink
  const room = contour.label.width * view.size * 0.9
  const text = [contour.nom, contour.code].find((own) => context.measureText(own).width <= room)
  if (text !== undefined)
    context.fillText(text, contour.label.x * view.size - view.left, contour.label.y * view.size - view.top)
  context.globalAlpha = 1
}
