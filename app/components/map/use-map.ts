import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import type { Bounds } from '#app/domain/territoires/cadres.ts'
import { boundsOfDepartements, type Contour } from './canvas/contours.ts'
import { frame } from './view.ts'

/** What the map frames. `ready`: false while it waits for the outlines of what is chosen. */
export type Cadre = { key: string; bounds: Bounds; ready: boolean }

/** The zone around a position, else the chosen departments, else metropolitan France. */
export function cadreOf(
  { cadre, zone }: { cadre: readonly string[]; zone: Bounds | null },
  contours: readonly Contour[],
): Cadre {
  if (zone !== null) return { key: JSON.stringify(zone), bounds: zone, ready: true }
  const bounds = boundsOfDepartements(cadre, contours)
  return { key: cadre.join(' '), bounds, ready: cadre.length === 0 || contours.length > 0 }
}

/** Frames what is asked when it changes, and only then: any other filter leaves the view alone. */
export function useCadre(map: LeafletMap | null, cadre: Cadre): void {
  // The map opens on the first.
  const framed = useRef(cadre)
  const { key, ready } = cadre
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bounds follow the key
  useEffect(() => {
    const last = framed.current
    if (map === null || (last.key === key && (last.ready || !ready))) return
    framed.current = cadre
    frame(map, cadre.bounds, last.ready)
  }, [map, key, ready])
}

/** As in map.css: a phone on its side, where the map is nearly all that a finger finds. */
const COUCHE = '(max-width: 61.99rem) and (max-height: 30rem) and (pointer: coarse)'

/** There one finger scrolls the page, and two move the map. */
export function useDoigts(map: LeafletMap | null): void {
  useEffect(() => {
    if (map === null) return
    const media = matchMedia(COUCHE)
    const obey = () => (media.matches ? map.dragging.disable() : map.dragging.enable())
    obey()
    media.addEventListener('change', obey)
    return () => media.removeEventListener('change', obey)
  }, [map])
}

/** Tells the map when its box changes: a tab shown, a phone turned. A box without size is a hidden one. */
export function useSize(map: LeafletMap | null): void {
  useEffect(() => {
    if (map === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      if (map.getContainer().clientWidth > 0) map.invalidateSize({ animate: false })
    })
    observer.observe(map.getContainer())
    return () => observer.disconnect()
  }, [map])
}
