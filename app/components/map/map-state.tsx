type Props = {
  loading: boolean
  failed: boolean
  coucheFailed: boolean
  tilesUnavailable: boolean
  /** Names of what is chosen and of which no place is shown. */
  vides: readonly string[]
  onRetry: () => void
}

/** What the map cannot show by itself, in words. */
export function MapState({ loading, failed, coucheFailed, tilesUnavailable, vides, onRetry }: Props) {
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
      {vides.length > 0 && <p>{`Aucun lieu d’accueil montré : ${vides.join(', ')}.`}</p>}
      {tilesUnavailable && (
        <p>Fond de carte indisponible : les contours des départements et les noms des communes le remplacent.</p>
      )}
    </div>
  )
}
