import { adresseEnLigne } from '#app/domain/adresse-affichee.ts'
import { isApproximate, PRECISION_LABELS } from '#app/domain/vocabulary.ts'
import type { LieuComplet } from './lieu-complet.ts'

/** How to get there, and how well the position is known. */
export function Situation({ lieu }: { lieu: LieuComplet }) {
  return (
    <section className="encart venir" aria-labelledby="venir">
      <h2 id="venir">Venir</h2>
      <p>{adresseEnLigne(lieu) || lieu.departementNom}</p>
      <p className="discret">{PRECISION_LABELS[lieu.precision]}.</p>
      <ul className="contacts">
        <li className="au-doigt">
          <a href={hrefGeo(lieu)}>Itinéraire avec l’application de votre téléphone</a>
        </li>
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
function pointSur({ lat, lon, precision }: LieuComplet): string | null {
  return lat === null || lon === null || isApproximate(precision) ? null : `${lat},${lon}`
}

function hrefItineraire(lieu: LieuComplet): string {
  const to = pointSur(lieu)
  return to === null
    ? `https://www.openstreetmap.org/search?${new URLSearchParams({ query: adresseEnLigne(lieu) || lieu.departementNom })}`
    : `https://www.openstreetmap.org/directions?${new URLSearchParams({ to })}`
}

/** "0,0" with a query is how phones are asked to search an address (developer.android.com, "Maps" intents). */
function hrefGeo(lieu: LieuComplet): string {
  const point = pointSur(lieu)
  const cherche = point === null ? adresseEnLigne(lieu) || lieu.departementNom : `${point}(${lieu.nom})`
  return `geo:${point ?? '0,0'}?q=${encodeURIComponent(cherche)}`
}
