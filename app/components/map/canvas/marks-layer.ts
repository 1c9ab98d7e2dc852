import type * as L from 'leaflet'
import { worldX, worldY } from '#app/domain/carte/mercator.ts'
import type { MapPoint } from '#app/domain/carte/points.ts'
import type { MarksAt } from '../clusters/api.ts'
import { MAX_ZOOM, type Marks, MIN_ZOOM } from '../clusters/marks.ts'
import { CanvasLayer, type View } from './canvas-layer.ts'
import { paintChosenGlyph } from './paint-glyph.ts'
import { hitMark, type Painted, paintMarks, radiusAlone } from './paint-marks.ts'
import type { Palette } from './palette.ts'

export type MarksProps = {
  marks: MarksAt
  palette: Palette
  chosen: MapPoint | null
  onPick: (marks: Marks, rank: number) => void
  /** These marks cannot be had: others may have been asked for since. */
  onFail: (marks: MarksAt) => void
}

export type MarksShown = { marks: Marks | null; hidden: MapPoint | null }
/** Fired on the map when other marks are painted on it. */
export const MARKS_EVENT = 'marques'
/** What is painted on each map, for a layer that came after the event. */
const painting = new WeakMap<L.Map, MarksShown>()

export function marksOn(map: L.Map): MarksShown {
  return painting.get(map) ?? { marks: null, hidden: null }
}

/** The points and their clusters, on one canvas. A click near a mark picks it. */
export class MarksLayer extends CanvasLayer {
  private props: MarksProps
  private current: Marks | null = null
  private painted: Painted[] = []

  constructor(props: MarksProps) {
    super((context, view) => this.paintAll(context, view))
    this.props = props
  }

  protected override isBlank(): boolean {
    return this.current === null && this.props.chosen === null
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    const { zoomanim, ...events } = super.getEvents()
    return {
      ...events,
      zoomanim: (event) => {
        zoomanim?.(event)
        // Asked for now, the marks of the new zoom are there when the animation ends.
        this.props.marks(clusterZoom((event as L.ZoomAnimEvent).zoom))
      },
      click: (event) => this.pick((event as L.LeafletMouseEvent).containerPoint),
      mousemove: (event) => this.point((event as L.LeafletMouseEvent).containerPoint),
    }
  }

  update(props: MarksProps): void {
    const last = this.props
    this.props = props
    // Any render of the page comes here: few of them change the picture.
    if (props.marks !== last.marks || props.palette !== last.palette || props.chosen !== last.chosen) this.redraw()
  }

  override redraw(): this {
    if (this._map) this.show(clusterZoom(this._map.getZoom()))
    return super.redraw()
  }

  private paintAll(context: CanvasRenderingContext2D, view: View): void {
    const { palette, chosen } = this.props
    // Until those of this zoom come, the marks of the last one are painted where they belong.
    this.painted =
      this.current === null ? [] : paintMarks(context, view, { marks: this.current, palette, hidden: chosen })
    this.say({ marks: this.current, hidden: chosen })
    if (chosen === null) return
    const [x, y] = [worldX(chosen.lon) * view.size - view.left, worldY(chosen.lat) * view.size - view.top]
    const glyph = {
      x,
      y,
      r: radiusAlone(view.zoom),
      main: chosen.objet,
      text: null,
      besides: [],
      dashed: chosen.approximate,
    }
    paintChosenGlyph(context, glyph, palette)
  }

  /** The names of towns go where no mark is (layers.ts). */
  private say(shown: MarksShown): void {
    const last = marksOn(this._map)
    if (shown.marks === last.marks && shown.hidden === last.hidden) return
    painting.set(this._map, shown)
    this._map.fire(MARKS_EVENT)
  }

  private show(zoom: number): void {
    const { marks: of, onFail } = this.props
    of(zoom).then(
      (marks) => {
        const stale = this.props.marks !== of || clusterZoom(this._map?.getZoom() ?? -1) !== zoom
        if (stale || marks === this.current) return
        this.current = marks
        this.redraw()
      },
      () => onFail(of),
    )
  }

  private hit(point: L.Point): Painted | null {
    const { x, y } = this.toCanvas(point)
    return hitMark(this.painted, x, y)
  }

  private pick(point: L.Point): void {
    const mark = this.hit(point)
    if (mark !== null && this.current !== null) this.props.onPick(this.current, mark.rank)
  }

  private point(point: L.Point): void {
    this._map.getContainer().classList.toggle('carte-visee', this.hit(point) !== null)
  }
}

/** Between two zooms: three quarters of the way up the marks of the upper one are far enough apart. */
function clusterZoom(zoom: number): number {
  return Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, Math.floor(zoom + 0.3)))
}
