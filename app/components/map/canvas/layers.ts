/** Our canvas layers as components of react-leaflet. */
import { createElementObject, createLayerComponent, type LayerProps } from '@react-leaflet/core'
import { CanvasLayer } from './canvas-layer.ts'
import { MarksLayer, type MarksProps } from './marks-layer.ts'
import { type Outlines, paintChosen, paintGround } from './paint-ground.ts'
import { type Names, paintNames } from './paint-names.ts'

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

/** A canvas of words over the ground and under the points. */
class NamesLayer extends CanvasLayer {
  private names: Names

  constructor(names: Names, pane?: string) {
    super((context, view) => paintNames(context, view, this.names), { pane })
    this.names = names
  }

  update(names: Names): void {
    const last = this.names
    this.names = names
    const same = (['noms', 'repere', 'vides', 'palette'] as const).every((name) => last[name] === names[name])
    if (!same) this.redraw()
  }
}

export const MapNames = createLayerComponent<NamesLayer, Names & LayerProps>(
  (props, context) => createElementObject(new NamesLayer(props, props.pane), context),
  (layer, props) => layer.update(props),
)

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
