/** How the map moves: to frame, to show one point beside the panel, to part a cluster. */
import { type FitBoundsOptions, type LatLngBoundsLiteral, type Map as LeafletMap, point } from 'leaflet'
import type { MapPoint } from '#app/domain/carte/points.ts'
import type { Bounds } from '#app/domain/territoires/cadres.ts'
import { MAX_ZOOM } from './clusters/marks.ts'

// From a button of the page: the streets around an address, the commune around an approximate position, the towns
// around where their names are all that is there to be recognised.
const STREET_ZOOM = 15
const COMMUNE_ZOOM = 12
const TOWNS_ZOOM = 11

/** Pixels kept free around what is framed. */
const MARGIN = 12

const FRAMING: FitBoundsOptions = { padding: [MARGIN, MARGIN], maxZoom: COMMUNE_ZOOM }

export function frame(map: LeafletMap, bounds: Bounds, animate: boolean): void {
  map.fitBounds(corners(bounds), { ...FRAMING, animate })
}

/** The view that a map opens on to frame the bounds: what `MapContainer` takes. */
export function startOn(bounds: Bounds) {
  return { bounds: corners(bounds), boundsOptions: FRAMING }
}

/** At least to the zoom where the cluster parts, further where all its points still fit. */
export function part(map: LeafletMap, bounds: Bounds, zoom: number): void {
  const fitting = map.getBoundsZoom(corners(bounds), false, point(6 * MARGIN, 6 * MARGIN))
  const center: [number, number] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
  map.setView(center, Math.min(MAX_ZOOM, Math.max(zoom, fitting)))
}

/** How near one point is shown. `tiles`: there is a background. */
export function zoomOn({ approximate }: Pick<MapPoint, 'approximate'>, tiles: boolean): number {
  if (!tiles) return TOWNS_ZOOM
  return approximate ? COMMUNE_ZOOM : STREET_ZOOM
}

/** Of the map's height, what the panel may take at most, and in pixels (map.css). */
const PANEL_SHARE = 0.78
const PANEL_MAX = 352

/** From the page the point comes to the middle of what the panel leaves; from the map it only leaves the panel's shade. */
export function showPoint(
  map: LeafletMap,
  { lat, lon, approximate }: Pick<MapPoint, 'lat' | 'lon' | 'approximate'>,
  { from, tiles }: { from: 'map' | 'page'; tiles: boolean },
): void {
  const { x, y } = map.getSize()
  const below = Math.min(y * PANEL_SHARE, PANEL_MAX) + MARGIN
  if (from === 'map') {
    map.panInside([lat, lon], {
      paddingTopLeft: [MARGIN * 4, MARGIN * 4],
      paddingBottomRight: [Math.min(x * 0.15, 80), below],
    })
    return
  }
  const zoom = Math.max(map.getZoom(), zoomOn({ approximate }, tiles))
  const center = map.project([lat, lon], zoom).add([0, below / 2])
  map.setView(map.unproject(center, zoom), zoom)
}

export function corners([south, west, north, east]: Bounds): LatLngBoundsLiteral {
  return [
    [south, west],
    [north, east],
  ]
}
