/** Our canvas layers as components of react-leaflet. */
import { createElementObject, createLayerComponent, type LayerProps } from '@react-leaflet/core'
import { CanvasLayer } from './canvas-layer.ts'
import { MarksLayer, type MarksProps } from './marks-layer.ts'
import { type Outlines, paintChosen, paintGround } from './paint-ground.ts'

/** A canvas of outlines, painted again when they change. */
class OutlinesLayer extends CanvasLayer {
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

export const Ground = outlinesComponent(paintGround)
export const ChosenOutlines = outlinesComponent(paintChosen)

export const PointMarks = createLayerComponent<MarksLayer, MarksProps & LayerProps>(
  (props, context) => createElementObject(new MarksLayer(props), context),
  (layer, props) => layer.update(props),
)

function outlinesComponent(painter: typeof paintGround) {
  return createLayerComponent<OutlinesLayer, Outlines & LayerProps>(
    (props, context) => createElementObject(new OutlinesLayer(painter, props, props.pane), context),
    (layer, props) => layer.update(props),
  )
}
