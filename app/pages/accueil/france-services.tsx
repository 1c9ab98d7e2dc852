import type { ReactNode } from 'react'
import { hrefAccueil } from '#app/components/liens.ts'
import type { Filters } from '#app/domain/filters.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'

/**
 * `connues`: the directory has some; `montrees`: their layer is asked for; `page`: where they begin; `taisent`: the
 * filters ask what their list does not say; `pres`: "de Prades", when a position is asked.
 */
export type Couche = {
  connues: boolean
  montrees: boolean
  total: number
  page: number
  taisent: boolean
  listeDu: string | null
  pres: string | null
}
type Props = { filters: Filters; couche: Couche; aucunLieu: boolean; ici: number; children: ReactNode }

/**
 * The layer after the places: its cards (`children`, `ici` of them) on its own pages, a link to them on the pages before.
 * Not asked for, it is offered only where there is no place.
 */
export function FranceServices({ filters, couche, aucunLieu, ici, children }: Props) {
  const suite = filters.page < couche.page
  if (couche.montrees && filters.page > couche.page && ici === 0) return null
  if (!couche.montrees) return aucunLieu && couche.total > 0 ? <Offre filters={filters} couche={couche} /> : null
  return (
    <section className="france-services" aria-labelledby="france-services">
      <h2 id="france-services" tabIndex={-1}>
        {titreDe(couche, filters.rayon)}
      </h2>
      {couche.connues ? (
        <p>
          Une France services vous aide dans vos démarches : La Poste, France Travail, Caf, Assurance maladie, Assurance
          retraite, MSA, impôts, titres d’identité, justice, chèque énergie, France Rénov’. C’est un autre réseau : ces
          lieux ne sont pas comptés avec les conseillers numériques.
          {couche.listeDu && ` Liste au ${formatDate(couche.listeDu)}.`}
        </p>
      ) : (
        <p>La liste des France services n’est pas dans cet annuaire pour le moment. Les lieux d’accueil y sont tous.</p>
      )}
      {couche.connues && couche.total === 0 && couche.taisent && (
        <p>Leur liste ne dit ni les services, ni les publics, ni le coût : retirez ces filtres pour les voir.</p>
      )}
      {suite && couche.total > 0 && (
        <p className="suite">
          <a href={`${hrefAccueil({ ...filters, page: couche.page })}#france-services`}>
            Voir les {compteFrance(couche.total)}
          </a>
          , à la suite des lieux.
        </p>
      )}
      {children}
    </section>
  )
}

function Offre({ filters, couche }: Pick<Props, 'filters' | 'couche'>) {
  const href = `${hrefAccueil({ ...filters, couche: ['france-services'], page: 1 })}#france-services`
  return (
    <p className="suite">
      {compteFrance(couche.total)} {couche.pres === null ? 'avec ces filtres' : `à moins de ${filters.rayon} km`} :{' '}
      <a href={href}>
        {couche.total === 1 ? 'la montrer' : 'les montrer'}
        <span className="invisible"> ({compteFrance(couche.total)})</span>
      </a>
      . C’est un autre réseau, qui aide dans les démarches.
    </p>
  )
}

function titreDe({ connues, total, pres }: Couche, rayon: number): string {
  if (!connues) return 'France services'
  const titre = total === 0 ? 'Aucune France services' : compteFrance(total)
  return pres === null ? titre : `${titre} à moins de ${rayon} km ${pres}`
}

export function compteFrance(total: number): string {
  return compte(total, 'France services', 'France services')
}
