import * as L from 'leaflet'

/** `padding`: how far beyond each side of the map is drawn, so that a short move uncovers nothing. A `pane` of another name than Leaflet's is made. */
export type CanvasLayerOptions = L.LayerOptions & { padding?: number }

/**
 * Where a canvas lies in the Mercator square: the pixel of a point is `x * size - left`, `y * size - top`.
 * `width` and `height` in CSS pixels.
 */
export type View = { zoom: number; size: number; left: number; top: number; width: number; height: number }

export type Paint = (context: CanvasRenderingContext2D, view: View) => void

// Above two, four times the pixels buy nothing that an eye sees on a map.
const MAX_RATIO = 2
const PADDING = 0.2

/** Leaflet's own computation of where the map's corner goes during a zoom; it has no public name. */
type MapInternals = L.Map & { _getNewPixelOrigin(center: L.LatLng, zoom: number): L.Point }

/** One canvas, a little larger than the map, carried along while the map moves and painted again when it stops. */
export class CanvasLayer extends L.Layer {
  // Declared, not initialised: a class field would overwrite the options that Leaflet sets on the prototype.
  declare options: CanvasLayerOptions
  private readonly paint: Paint
  private canvas: HTMLCanvasElement | null = null
  private view: View | null = null
  private center: L.LatLng | null = null

  constructor(paint: Paint, options: CanvasLayerOptions = {}) {
    super()
    L.setOptions(this, options)
    this.paint = paint
  }

  override onAdd(map: L.Map): this {
    const pane = this.options.pane ?? 'overlayPane'
    this.canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated', map.getPane(pane) ?? map.createPane(pane))
    this.redraw()
    return this
  }

  override onRemove(): this {
    this.canvas?.remove()
    this.canvas = null
    return this
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      moveend: () => this.redraw(),
      viewreset: () => this.redraw(),
      resize: () => this.redraw(),
      move: () => this.redrawIfUncovered(),
      zoom: () => this.carry(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event) => this.carry((event as L.ZoomAnimEvent).center, (event as L.ZoomAnimEvent).zoom),
    }
  }

  /** Paints again where the map is now. */
  redraw(): this {
    const { canvas, _map: map } = this
    if (!canvas || !map) return this
    const corner = map.containerPointToLayerPoint(map.getSize().multiplyBy(-this.padding)).round()
    const extent = map
      .getSize()
      .multiplyBy(1 + 2 * this.padding)
      .round()
    const { x: left, y: top } = map.getPixelOrigin().add(corner)
    const zoom = map.getZoom()
    this.center = map.getCenter()
    this.view = { zoom, size: 256 * 2 ** zoom, left, top, width: extent.x, height: extent.y }
    // A canvas is megabytes to hold and to send to the screen at each picture: a blank one is put away.
    canvas.hidden = this.isBlank(this.view)
    if (canvas.hidden) return this
    const ratio = Math.min(MAX_RATIO, window.devicePixelRatio || 1)
    // Before its context is made: a context that is given another size is made twice.
    resize(canvas, extent, ratio)
    const context = canvas.getContext('2d')
    if (!context) return this
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, extent.x, extent.y)
    L.DomUtil.setTransform(canvas, corner, 1)
    this.paint(context, this.view)
    return this
  }

  /** Whether there is nothing to paint there. */
  protected isBlank(_view: View): boolean {
    return false
  }

  /** The pixel of the canvas under a pixel of the map, as it was last painted. */
  protected toCanvas(point: L.Point): L.Point {
    const { x, y } = this._map.getPixelOrigin().add(this._map.containerPointToLayerPoint(point))
    return L.point(x - (this.view?.left ?? 0), y - (this.view?.top ?? 0))
  }

  private get padding(): number {
    return this.options.padding ?? PADDING
  }

  /** A long drag leaves the painted area before it ends. */
  private redrawIfUncovered(): void {
    if (this.view === null || this._map.getZoom() !== this.view.zoom) return
    const { x: left, y: top } = this.toCanvas(L.point(0, 0))
    const { x: width, y: height } = this._map.getSize()
    if (left < 0 || top < 0 || left + width > this.view.width || top + height > this.view.height) this.redraw()
  }

  /** During a zoom the picture is moved and scaled, not painted. */
  private carry(center: L.LatLng, zoom: number): void {
    if (this.canvas === null || this.view === null || this.center === null) return
    const map = this._map as MapInternals
    const scale = map.getZoomScale(zoom, this.view.zoom)
    const half = map.getSize().multiplyBy(0.5 + this.padding)
    const corner = half
      .multiplyBy(-scale)
      .add(map.project(this.center, zoom))
      .subtract(map._getNewPixelOrigin(center, zoom))
    L.DomUtil.setTransform(this.canvas, corner, scale)
  }
}

// A canvas that is given its own size again is made anew: megabytes at each move.
function resize(canvas: HTMLCanvasElement, { x, y }: L.Point, ratio: number): void {
  if (canvas.width === Math.floor(x * ratio) && canvas.height === Math.floor(y * ratio)) return
  canvas.width = x * ratio
  canvas.height = y * ratio
  canvas.style.width = `${x}px`
  canvas.style.height = `${y}px`
}
