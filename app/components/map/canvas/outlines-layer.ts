import { CanvasLayer } from './canvas-layer.ts'
import type { Outlines, paintGround } from './paint-ground.ts'

/** A canvas of outlines, painted again when they change. */
export class OutlinesLayer extends CanvasLayer {
  private outlines: Outlines

  constructor(painter: typeof paintGround, outlines: Outlines, pane?: string) {
    super((context, view) => painter(context, view, this.outlines), { pane })
    this.outlines = outlines
  }

  update(outlines: Outlines): void {
    const { contours, chosen, palette } = this.outlines
    this.outlines = outlines
    // Any render of the page comes here: few of them change the picture.
    const same = contours === outlines.contours && chosen === outlines.chosen && palette === outlines.palette
    if (!same) this.redraw()
  }
}
