import * as L from 'leaflet'
import { afterEach, expect, test, vi } from 'vitest'
import { CanvasLayer } from '#app/components/map/canvas/canvas-layer.ts'

/** Two kilometres around Prades have something to paint. */
class AroundPrades extends CanvasLayer {
  protected override isBlank(): boolean {
    return this._map.distance(this._map.getCenter(), [42.617, 2.421]) > 2_000
  }
}

let map: L.Map
afterEach(() => {
  map.remove()
  vi.restoreAllMocks()
})

test('a canvas that would be blank is put away, and comes back where there is something to paint', () => {
  const context = { setTransform() {}, clearRect() {} } as unknown as CanvasRenderingContext2D
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation((() => context) as never)
  const paint = vi.fn()
  map = L.map(document.createElement('div'), { fadeAnimation: false }).setView([48.85, 2.35], 12)
  new AroundPrades(paint, { pane: 'essai' }).addTo(map)
  const canvas = map.getPane('essai')?.querySelector('canvas') as HTMLCanvasElement
  expect([canvas.hidden, paint.mock.calls.length]).toEqual([true, 0])
  map.setView([42.617, 2.421], 12, { animate: false })
  expect(canvas.hidden).toBe(false)
  expect(paint).toHaveBeenCalled()
  const painted = paint.mock.calls.length
  map.setView([48.85, 2.35], 12, { animate: false })
  expect([canvas.hidden, paint.mock.calls.length]).toEqual([true, painted])
})
