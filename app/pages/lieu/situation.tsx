import { Plan, type PlanDessine } from '#app/dessin/plan-lieu.tsx'
import { hrefGeo, hrefItineraire } from '#app/domain/lieu/itineraire.ts'
import { isApproximate, PRECISION_LABELS } from '#app/domain/vocabulary.ts'
import type { LieuComplet } from './lieu-complet.ts'

/** `carte`: what the small live map needs; null for a place that is on none. */
type Props = { lieu: LieuComplet; plan: PlanDessine | null; carte: object | null }

/** How to get there, where it stands in the department, and how well that is known. */
export function Situation({ lieu, plan, carte }: Props) {
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
      {plan && (
        <div data-island={carte ? 'carte-lieu' : undefined} data-props={carte ? JSON.stringify(carte) : undefined}>
          <Plan plan={plan} departement={departement} />
        </div>
      )}
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
