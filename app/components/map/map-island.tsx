import { useEffect, useRef, useState } from 'react'
import type { Tuiles } from '#app/domain/tuiles.ts'
import type { MapSelection } from './clusters/api.ts'
import { useMapData } from './map-data.ts'
import { PlacesMap } from './places-map.tsx'
import type { Bounds } from './territoires.ts'
import { useLocaliser } from './use-localiser.ts'

/**
 * `selection`: rows that the filter keeps (`encodeSelection`), null for all. `cadre`: department codes to frame, empty
 * for metropolitan France. `franceServicesUrl`: their points, null when their layer is off. `tuiles.attribution`: text, links as `<a href>`; an empty `url` is a map without tiles.
 * New props change the picture and keep the map: only a new `cadre` moves the view.
 */
export type MapIslandProps = {
  pointsUrl: string
  franceServicesUrl?: string | null
  contoursUrl: string
  selection: MapSelection | null
  cadre: readonly string[]
  /** [south, west, north, east] around the position asked for: framed instead of the departments. */
  zone?: Bounds | null
  /** Query string of the filters that a search elsewhere keeps: no position in it. */
  ailleurs: string
  tuiles: Tuiles
  fichesUrl: string
}

/** The interactive map. It is mounted once its frame is in sight, or asked for by a `data-localiser` button (app/islands). */
export function MapIsland({ pointsUrl, franceServicesUrl = null, contoursUrl, ...props }: MapIslandProps) {
  const frame = useRef<HTMLDivElement>(null)
  const localised = useLocaliser()
  const [attempt, setAttempt] = useState(0)
  const data = useMapData({ pointsUrl, franceServicesUrl, contoursUrl }, attempt)
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
