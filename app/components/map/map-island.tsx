import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { PROPS_EVENT } from './events.ts'
import { useMapData } from './map-data.ts'
import type { MapIslandProps } from './map-props.ts'
import { PlacesMap } from './places-map.tsx'
import type { Started } from './start.ts'
import { useLocaliser } from './use-localiser.ts'

/**
 * Renders the map in the element, from its `data-props`, and again when they change. `started`: what they ask of the
 * network. Resolves once it listens.
 */
export function renderMap(element: HTMLElement, started: Started): Promise<void> {
  const root = createRoot(element)
  return new Promise((resolve) => {
    function render(): void {
      const props = JSON.parse(element.dataset.props ?? '{}') as MapIslandProps
      root.render(<Ready onReady={resolve} started={started} {...props} />)
    }
    element.addEventListener(PROPS_EVENT, render)
    render()
  })
}

type Props = MapIslandProps & { started: Started }

// A parent's effect runs after its children's: by then the map listens to the page's buttons.
function Ready({ onReady, ...props }: Props & { onReady: () => void }) {
  useEffect(onReady, [onReady])
  return <MapIsland {...props} />
}

/** The interactive map. It is mounted once its frame is in sight, or asked for by a `data-localiser` button (app/islands). */
function MapIsland({ started, pointsUrl, couchesUrls, contoursUrl, selection, ...props }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const localised = useLocaliser()
  const [attempt, setAttempt] = useState(0)
  const data = useMapData({ pointsUrl, couchesUrls, contoursUrl, selection }, started, attempt)
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
