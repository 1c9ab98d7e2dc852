import type { View } from './canvas-layer.ts'
import type { Contour } from './contours.ts'
import type { Palette } from './palette.ts'

// From this zoom a department is wide enough for its name.
const LABEL_ZOOM = 7

/** `chosen`: codes of departments. */
export type Outlines = { contours: readonly Contour[]; chosen: readonly string[]; palette: Palette }

/** Land, coast and borders, the chosen departments lighter, names where they fit: what lies under the tiles. */
export function paintGround(
  context: CanvasRenderingContext2D,
  view: View,
  { contours, chosen, palette }: Outlines,
): void {
  const seen = contours.filter((contour) => isSeen(contour, view))
  const others = outlineOf(
    seen.filter(({ code }) => !chosen.includes(code)),
    view,
  )
  const lighter = outlineOf(
    seen.filter(({ code }) => chosen.includes(code)),
    view,
  )
  // The land covers the other half: between two departments nothing of it would be seen, and it is most of the work.
  const coast = pathOf(
    seen.flatMap((contour) => contour.coast),
    view,
  )
  context.lineJoin = 'round'
  context.strokeStyle = palette.groundLine
  context.globalAlpha = 0.3
  context.lineWidth = 7
  context.stroke(coast)
  context.globalAlpha = 1
  context.fillStyle = palette.ground
  context.fill(others, 'evenodd')
  context.fillStyle = palette.paper
  context.fill(lighter, 'evenodd')
  context.lineWidth = view.zoom < LABEL_ZOOM ? 1 : 1.5
  for (const path of [others, lighter]) context.stroke(path)
  if (view.zoom >= LABEL_ZOOM) for (const contour of seen) paintLabel(context, view, contour, palette)
}

/** The outlines of the chosen departments, over the tiles. */
export function paintChosen(
  context: CanvasRenderingContext2D,
  view: View,
  { contours, chosen, palette }: Outlines,
): void {
  const path = outlineOf(
    contours.filter((contour) => chosen.includes(contour.code) && isSeen(contour, view)),
    view,
  )
  context.lineJoin = 'round'
  context.strokeStyle = palette.paper
  context.lineWidth = 5
  context.stroke(path)
  context.strokeStyle = palette.ink
  context.lineWidth = 2
  context.stroke(path)
}

/** Whether the view may hold some of it. */
export function isSeen({ box: [left, top, right, bottom] }: Contour, view: View): boolean {
  return (
    right * view.size >= view.left &&
    left * view.size <= view.left + view.width &&
    bottom * view.size >= view.top &&
    top * view.size <= view.top + view.height
  )
}

function outlineOf(contours: readonly Contour[], view: View): Path2D {
  return pathOf(
    contours.flatMap(({ rings }) => rings),
    view,
  )
}

/** All of them as one path: one stroke of the brush is many times quicker than a hundred. */
function pathOf(lines: readonly Float64Array[], { size, left, top }: View): Path2D {
  const path = new Path2D()
  for (const line of lines)
    for (let i = 0; i + 1 < line.length; i += 2) {
      const x = (line[i] as number) * size - left
      const y = (line[i + 1] as number) * size - top
      if (i === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
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
