/** Our canvas layers as components of react-leaflet. */
import { createElementObject, createLayerComponent, type LayerProps } from '@react-leaflet/core'
import type * as L from 'leaflet'
import { CanvasLayer, type View } from './canvas-layer.ts'
import { MARKS_EVENT, MarksLayer, type MarksProps, marksOn } from './marks-layer.ts'
import { isSeen, type Outlines, paintChosen, paintGround } from './paint-ground.ts'
import { glyphsOf, radiusAlone } from './paint-marks.ts'
import { at, type Names, paintNames } from './paint-names.ts'
import type { Disc } from './place-squares.ts'

/** A canvas of outlines, painted again when they change. */
class OutlinesLayer extends CanvasLayer {
  private outlines: Outlines

  constructor(painter: typeof paintGround, outlines: Outlines, pane?: string) {
    super((context, view) => painter(context, view, this.outlines), { pane })
    this.outlines = outlines
  }

  protected override isBlank(view: View): boolean {
    return !this.outlines.contours.some((contour) => isSeen(contour, view))
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

/** A canvas of words over the ground and under the points, where no point covers them. */
class NamesLayer extends CanvasLayer {
  private names: Names

  constructor(names: Names, pane?: string) {
    super((context, view) => paintNames(context, view, this.names, this.discs(view)), { pane })
    this.names = names
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return { ...super.getEvents(), [MARKS_EVENT]: () => this.redraw() }
  }

  protected override isBlank(view: View): boolean {
    const { noms, repere, vides } = this.names
    return noms.length === 0 && repere === null && !vides.some((contour) => isSeen(contour, view))
  }

  private discs(view: View): Disc[] {
    const { marks, hidden } = marksOn(this._map)
    const chosen = hidden === null ? [] : [{ ...at(view, hidden.lat, hidden.lon), r: radiusAlone(view.zoom) + 6 }]
    return marks === null ? chosen : [...chosen, ...glyphsOf(view, { marks, hidden })]
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
