import { Plan, type PlanDessine } from '#app/dessin/plan-lieu.tsx'
import { adresseEnLigne } from '#app/domain/lieu/adresse-affichee.ts'
import { isApproximate, PRECISION_LABELS } from '#app/domain/vocabulary.ts'
import type { LieuComplet } from './lieu-complet.ts'

type Props = { lieu: LieuComplet; plan: PlanDessine | null }

/** How to get there, where it stands in the department, and how well that is known. */
export function Situation({ lieu, plan }: Props) {
  const departement = `${lieu.departementNom} (${lieu.departementCode})`
  return (
    <section className="encart venir" aria-labelledby="venir">
      <h2 id="venir">Venir</h2>
      <ul className="contacts">
        <li className="au-doigt">
          <a href={hrefGeo(lieu)}>Itinéraire avec l’application de votre téléphone</a>
        </li>
        <li>
          <a href={hrefItineraire(lieu)}>Itinéraire sur OpenStreetMap</a>
        </li>
        {lieu.ficheAccesLibre && (
          <li>
            Accessibilité du lieu : <a href={lieu.ficheAccesLibre}>fiche sur acceslibre</a>
          </li>
        )}
      </ul>
      {plan && <Plan plan={plan} departement={departement} />}
      <p className={isApproximate(lieu.precision) ? 'discret' : 'discret ecran'}>{PRECISION_LABELS[lieu.precision]}.</p>
      <ul className="etiquettes ecran">
        <li>
          <a href={`/departements/${lieu.departementCode}`}>
            Le département en chiffres
            {plan === null && ` : ${departement}`}
          </a>
        </li>
        {lieu.communeCode && (
          <li>
            <a href={`/communes/${lieu.communeCode}`}>La commune en chiffres</a>
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
  // A label ends at the first bracket that closes.
  const label = lieu.nom.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim()
  const cherche = point === null ? adresseEnLigne(lieu) || lieu.departementNom : `${point}(${label})`
  return `geo:${point ?? '0,0'}?q=${encodeURIComponent(cherche)}`
}
