import { adresseEnLigne } from '#app/domain/adresse-affichee.ts'
import { isApproximate, PRECISION_LABELS } from '#app/domain/vocabulary.ts'
import type { LieuComplet } from './lieu-complet.ts'

/** How to get there, and how well the position is known. */
export function Situation({ lieu }: { lieu: LieuComplet }) {
  return (
    <section className="encart" aria-labelledby="venir">
      <h2 id="venir">Venir</h2>
      <p>{adresseEnLigne(lieu) || lieu.departementNom}</p>
      <p className="discret">{PRECISION_LABELS[lieu.precision]}.</p>
      <ul className="contacts">
        <li>
          <a href={hrefItineraire(lieu)}>Itinéraire sur OpenStreetMap</a>
        </li>
        {lieu.ficheAccesLibre && (
          <li>
            <a href={lieu.ficheAccesLibre}>Accès en fauteuil et autres accès, sur acceslibre</a>
          </li>
        )}
      </ul>
    </section>
  )
}

// An approximate point would lead to the middle of the commune: the address is searched instead.
function hrefItineraire(lieu: LieuComplet): string {
  if (lieu.lat === null || lieu.lon === null || isApproximate(lieu.precision)) {
    return `https://www.openstreetmap.org/search?${new URLSearchParams({ query: adresseEnLigne(lieu) })}`
  }
  return `https://www.openstreetmap.org/directions?${new URLSearchParams({ to: `${lieu.lat},${lieu.lon}` })}`
}
