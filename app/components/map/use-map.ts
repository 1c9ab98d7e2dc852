import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import type { Bounds } from '#app/domain/territoires/cadres.ts'
import { boundsOfDepartements, type Contour } from './canvas/contours.ts'
import type { ClustersApi, MapSelection } from './clusters/api.ts'
import type { Marks } from './clusters/marks.ts'
import type { Couches } from './map-data.ts'
import { frame } from './view.ts'

type MarksAt = (zoom: number) => Promise<Marks>

/**
 * The marks under the filter in force, and new ones when a layer has come. The worker answers in order: a mark asked for
 * after a filter obeys it.
 */
export function useMarks(clusters: ClustersApi, selection: MapSelection | null, couches: Couches): MarksAt | null {
  const [marks, setMarks] = useState<MarksAt | null>(null)
  // New props come as new objects: only another filter is worth new clusters.
  const key = JSON.stringify(selection)
  const come = JSON.stringify(couches)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the points of a layer make other marks
  useEffect(() => {
    // What goes wrong here is said when the marks are asked for.
    clusters.choose(JSON.parse(key)).catch(() => {})
    setMarks(() => (zoom: number) => clusters.marks(zoom))
  }, [clusters, key, come])
  return marks
}

/**
 * Frames the zone around a position, else the chosen departments, when they change, and only then: any other filter
 * leaves the view alone.
 */
export function useCadre(
  map: LeafletMap | null,
  { cadre, zone }: { cadre: readonly string[]; zone: Bounds | null },
  contours: readonly Contour[],
): void {
  const key = zone === null ? cadre.join(' ') : JSON.stringify(zone)
  const framed = useRef<{ map: LeafletMap; key: string; ready: boolean } | null>(null)
  useEffect(() => {
    if (map === null) return
    const ready = key === '' || key.startsWith('[') || contours.length > 0
    const last = framed.current
    if (last?.map === map && last.key === key && (last.ready || !ready)) return
    framed.current = { map, key, ready }
    // The first frame is not a move: nothing was there before.
    const bounds = key.startsWith('[')
      ? (JSON.parse(key) as Bounds)
      : boundsOfDepartements(key === '' ? [] : key.split(' '), contours)
    frame(map, bounds, last?.map === map && last.ready)
  }, [map, key, contours])
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
