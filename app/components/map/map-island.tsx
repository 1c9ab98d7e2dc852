import { useEffect, useRef, useState } from 'react'
import { useMapData } from './map-data.ts'
import type { MapIslandProps } from './map-props.ts'
import { PlacesMap } from './places-map.tsx'
import { useLocaliser } from './use-localiser.ts'

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
