import { createRoot } from 'react-dom/client'
import type { PlaceMapProps } from './place-map.client.tsx'

/** Renders the map of one place in the element. Resolves once it stands; rejects when it cannot. */
export async function renderPlaceMap(element: HTMLElement, props: Omit<PlaceMapProps, 'onReady'>): Promise<void> {
  const { PlaceMap } = await import('./place-map.client.tsx')
  return new Promise((resolve) => createRoot(element).render(<PlaceMap {...props} onReady={resolve} />))
}
