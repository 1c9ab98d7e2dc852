type Props = {
  loading: boolean
  failed: boolean
  coucheFailed: boolean
  tilesUnavailable: boolean
  onRetry: () => void
}

/** What the map cannot show by itself, in words. */
export function MapState({ loading, failed, coucheFailed, tilesUnavailable, onRetry }: Props) {
  return (
    <div className="carte-etat" role="status">
      {(failed || coucheFailed) && (
        <p>
          {failed ? 'Les points' : 'Certains points'} n’ont pas pu être chargés. La liste, elle, est complète.{' '}
          <button type="button" className="carte-bouton" onClick={onRetry}>
            Réessayer
          </button>
        </p>
      )}
      {loading && !failed && <p>Les points se chargent…</p>}
      {tilesUnavailable && <p>Fond de carte indisponible : les contours des départements le remplacent.</p>}
    </div>
  )
}
