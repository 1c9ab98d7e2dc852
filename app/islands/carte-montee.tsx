import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { PROPS_EVENT } from '#app/components/map/events.ts'
import { MapIsland } from '#app/components/map/map-island.tsx'
import type { MapIslandProps } from '#app/components/map/map-props.ts'

/** Renders the map in the element, from its `data-props`, and again when they change. Resolves once it listens. */
export function renderCarte(element: HTMLElement): Promise<void> {
  const root = createRoot(element)
  return new Promise((resolve) => {
    function render(): void {
      root.render(<Ready onReady={resolve} {...(JSON.parse(element.dataset.props ?? '{}') as MapIslandProps)} />)
    }
    element.addEventListener(PROPS_EVENT, render)
    render()
  })
}

// A parent's effect runs after its children's: by then the map listens to the page's buttons.
function Ready({ onReady, ...props }: MapIslandProps & { onReady: () => void }) {
  useEffect(onReady, [onReady])
  return <MapIsland {...props} />
}
