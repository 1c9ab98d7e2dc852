import { Component, type ComponentType, type ReactNode, useEffect, useState } from 'react'
import type { PlacesMapProps } from './map-props.ts'

type Props = { map: PlacesMapProps | null; attempt: number; onRetry: () => void }

/** The place of the map: Leaflet comes in its own chunk, and what goes wrong is said in words. */
export function PlacesMap({ map, attempt, onRetry }: Props) {
  const [Loaded, setLoaded] = useState<ComponentType<PlacesMapProps> | null>(null)
  const [failed, setFailed] = useState(false)
  const wanted = map !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt imports again
  useEffect(() => {
    if (!wanted) return
    setFailed(false)
    import('./places-map.client.tsx').then(
      (module) => setLoaded(() => module.default),
      () => setFailed(true),
    )
  }, [wanted, attempt])

  if (failed) return <MapFailure onRetry={onRetry} />
  if (Loaded === null || map === null)
    return (
      <p className="carte-attente" role="status">
        La carte se charge…
      </p>
    )
  return (
    <MapErrorBoundary key={attempt} fallback={<MapFailure onRetry={onRetry} />}>
      <Loaded {...map} />
    </MapErrorBoundary>
  )
}

function MapFailure({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="carte-attente" role="alert">
      <p>La carte n’a pas pu se charger. La liste, elle, est complète.</p>
      <button type="button" className="carte-bouton" onClick={onRetry}>
        Réessayer
      </button>
    </div>
  )
}

/** Keeps a fault of the map inside the map: the rest of the page stays. */
class MapErrorBoundary extends Component<{ children: ReactNode; fallback: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
