import { useEffect, useRef, useState } from 'react'
import type { Tuiles } from '#app/domain/tuiles.ts'
import type { MapSelection } from './clusters/api.ts'
import { useMapData } from './map-data.ts'
import { PlacesMap } from './places-map.tsx'
import type { Bounds } from './territoires.ts'
import { useLocaliser } from './use-localiser.ts'

/**
 * `selection`: rows that the filter keeps (`encodeSelection`), null for all. `cadre`: department codes to frame, empty
 * for metropolitan France. `tuiles.attribution`: text, links as `<a href>`; an empty `url` is a map without tiles.
 * New props change the picture and keep the map: only a new `cadre` moves the view.
 */
export type MapIslandProps = {
  pointsUrl: string
  contoursUrl: string
  selection: MapSelection | null
  cadre: readonly string[]
  /** [south, west, north, east] around the position asked for: framed instead of the departments. */
  zone?: Bounds | null
  tuiles: Tuiles
  fichesUrl: string
}

/** The interactive map. Nothing of it is fetched before it is in sight, or asked for by a `data-localiser` button. */
export function MapIsland({ pointsUrl, contoursUrl, ...props }: MapIslandProps) {
  const frame = useRef<HTMLDivElement>(null)
  const localised = useLocaliser()
  const [attempt, setAttempt] = useState(0)
  const visible = useSeen(frame)
  const data = useMapData(pointsUrl, contoursUrl, visible || localised !== null, attempt)
  const retry = () => setAttempt((last) => last + 1)

  useEffect(() => {
    if (localised !== null) frame.current?.scrollIntoView({ block: 'nearest' })
  }, [localised])

  return (
    <div className="carte" ref={frame}>
      <PlacesMap map={data && { ...props, ...data, localised, onRetry: retry }} attempt={attempt} onRetry={retry} />
    </div>
  )
}

/** True once the element has been in sight: a map in a closed tab of a phone costs nothing. */
function useSeen(ref: { current: Element | null }): boolean {
  const [seen, setSeen] = useState(typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    if (seen || ref.current === null) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true))
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [seen, ref])
  return seen
}
