/** Our canvas layers as components of react-leaflet. */
import { createElementObject, createLayerComponent, type LayerProps } from '@react-leaflet/core'
import { MarksLayer, type MarksProps } from './marks-layer.ts'
import { OutlinesLayer } from './outlines-layer.ts'
import { type Outlines, paintChosen, paintGround } from './paint-ground.ts'

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
