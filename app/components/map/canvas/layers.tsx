/** Our canvas layers as components of react-leaflet. */
import { createElementObject, createLayerComponent, type LayerProps } from '@react-leaflet/core'
import { CanvasLayer } from './canvas-layer.ts'
import type { Contour } from './contours.ts'
import { MarksLayer, type MarksProps } from './marks-layer.ts'
import { paintChosen, paintGround } from './paint-ground.ts'
import type { Palette } from './palette.ts'

type GroundProps = LayerProps & {
  contours: readonly Contour[]
  chosen: readonly string[]
  palette: Palette
}

type Painter = typeof paintGround

/** A canvas that paints with the props of the last render. */
class OutlinesLayer extends CanvasLayer {
  constructor(
    private readonly drawn: { props: GroundProps },
    painter: Painter,
  ) {
    super((context, view) => painter(context, view, drawn.props), { pane: drawn.props.pane })
  }

  update(props: GroundProps): void {
    this.drawn.props = props
    this.redraw()
  }
}

function outlinesComponent(painter: Painter) {
  return createLayerComponent<OutlinesLayer, GroundProps>(
    (props, context) => createElementObject(new OutlinesLayer({ props }, painter), context),
    (layer, props) => layer.update(props),
  )
}

export const Ground = outlinesComponent(paintGround)
export const ChosenOutlines = outlinesComponent(paintChosen)

export const PointMarks = createLayerComponent<MarksLayer, MarksProps & LayerProps>(
  (props, context) => createElementObject(new MarksLayer(props), context),
  (layer, props) => layer.update(props),
)
