import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useState } from 'react'
import { distanceKm } from '#app/domain/distance/distance.ts'
import { RAYONS } from '#app/domain/filters/table.ts'

/** How far the middle of the map goes before it is elsewhere, as a share of its smaller side; zoom steps that count. */
const MOVED = 0.25
const ZOOMED = 1

type View = { x: number; y: number; zoom: number }

/**
 * "Rechercher dans cette zone": a link to what is near the middle of the map, shown once the map was moved, so that
 * no search is made at every pan. `base`: the filters to keep, without any position. `framed`: changes when the page
 * frames the map anew, which is no move of the visitor's.
 */
export function SearchHere({ map, base, framed }: { map: LeafletMap | null; base: string; framed: string }) {
  const href = useHere(map, base, framed)
  if (href === null) return null
  return (
    <a className="carte-ici" href={href} data-va-a-la-liste>
      Rechercher dans cette zone
    </a>
  )
}

function useHere(map: LeafletMap | null, base: string, framed: string): string | null {
  const [href, setHref] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new frame is a new place to move from
  useEffect(() => {
    if (map === null) return
    let from = viewOf(map)
    setHref(null)
    // The move that frames the map ends after this effect: the place to move from is where it leads.
    let byVisitor = false
    const hand = () => {
      byVisitor = true
    }
    const read = () => {
      if (!byVisitor) from = viewOf(map)
      else if (isElsewhere(map, from)) setHref(hrefHere(map, base))
    }
    const box = map.getContainer()
    const controls = box.closest('.carte-boite') ?? box
    for (const event of HANDS) controls.addEventListener(event, hand, { capture: true })
    map.on('moveend', read)
    return () => {
      for (const event of HANDS) controls.removeEventListener(event, hand, { capture: true })
      map.off('moveend', read)
    }
  }, [map, base, framed])
  return href
}

/** What a visitor moves the map with: a finger or a mouse, a wheel, the zoom buttons. */
const HANDS = ['pointerdown', 'wheel', 'click'] as const

function viewOf(map: LeafletMap): View {
  const zoom = map.getZoom()
  const { x, y } = map.project(map.getCenter(), zoom)
  return { x, y, zoom }
}

function isElsewhere(map: LeafletMap, from: View): boolean {
  if (Math.abs(map.getZoom() - from.zoom) >= ZOOMED) return true
  const { x, y } = map.project(map.getCenter(), from.zoom)
  const { x: width, y: height } = map.getSize()
  return Math.hypot(x - from.x, y - from.y) > MOVED * Math.min(width, height)
}

/** The middle of the map, to 3 decimals, and the smallest radius that reaches its nearer edge. */
export function hrefHere(map: LeafletMap, base: string): string {
  const center = map.getCenter().wrap()
  const bounds = map.getBounds()
  const middle = { lat: center.lat, lon: center.lng }
  const up = distanceKm(middle, { lat: bounds.getNorth(), lon: center.lng })
  const aside = distanceKm(middle, { lat: center.lat, lon: center.lng + (bounds.getEast() - bounds.getWest()) / 2 })
  const rayon = RAYONS.find((km) => km >= Math.min(up, aside)) ?? RAYONS[RAYONS.length - 1]
  const params = new URLSearchParams(base)
  params.set('lat', center.lat.toFixed(3))
  params.set('lon', center.lng.toFixed(3))
  params.set('rayon', String(rayon))
  return `/?${params}`
}
