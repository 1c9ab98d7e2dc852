import { hrefAccueil } from '#app/components/liens.ts'
import { MAINTENANT } from '#app/domain/filters/ouverts.ts'
import type { Filters } from '#app/domain/filters.ts'
import { MOMENTS } from '#app/domain/horaires/moments.ts'

/** What most people ask, each in one press. */
const COURANTS = [{ cle: MAINTENANT, libelle: 'maintenant' }, ...MOMENTS]

/** The moments that most people ask, as links; the one in force is let go by the same press. */
export function Moments({ filters }: { filters: Filters }) {
  return (
    <nav className="rayons moments" aria-label="Moments d’ouverture">
      <span aria-hidden="true">Ouvert : </span>
      <ul>
        {COURANTS.map(({ cle, libelle }) => {
          const choisi = filters.ouvert === cle
          return (
            <li key={cle}>
              <a
                href={hrefAccueil({ ...filters, ouvert: choisi ? null : cle, page: 1 })}
                aria-current={choisi ? 'true' : undefined}
              >
                <span className="invisible">Ouvert </span>
                {libelle}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
