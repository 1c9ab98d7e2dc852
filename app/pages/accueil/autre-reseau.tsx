import type { ReactNode } from 'react'
import { hrefAccueil } from '#app/components/liens.ts'
import { type Filters, rayonDit } from '#app/domain/filters.ts'
import { formatDate, upperFirst } from '#app/domain/texte/format.ts'
import type { Couche } from '#app/domain/vocabulary.ts'
import { type CoucheDite, compteCouche, nomCouche } from './couches.tsx'

/** A layer of places that a list shows. */
export type Reseau = Exclude<Couche, 'employeurs'>
/**
 * `page`: where they begin; `taisent`: the filters ask what their list does not say; `pres`: "de Prades", when a
 * position is asked.
 */
export type AutreReseauDit = CoucheDite & {
  couche: Reseau
  page: number
  taisent: boolean
  listeDu: string | null
  pres: string | null
}
type Props = { filters: Filters; dit: AutreReseauDit; aucunLieu: boolean; ici: number; children: ReactNode }

const PHRASES: Record<Reseau, string> = {
  'france-services':
    'Une France services vous aide dans vos démarches : La Poste, France Travail, Caf, Assurance maladie, Assurance retraite, MSA, impôts, titres d’identité, justice, chèque énergie, France Rénov’. C’est un autre réseau : ces lieux ne sont pas comptés avec les conseillers numériques.',
  autres:
    'Ces lieux aident aussi avec le numérique, mais rien ne dit qu’un conseiller numérique y reçoit : ils ne sont pas comptés avec les autres.',
}

/**
 * The layer after the places: its cards (`children`, `ici` of them) on its own pages, a link to them on the pages before.
 * Not asked for, it is offered only where there is no place.
 */
export function AutreReseau({ filters, dit, aucunLieu, ici, children }: Props) {
  const { couche, total } = dit
  const suite = filters.page < dit.page
  if (dit.montree && filters.page > dit.page && ici === 0) return null
  if (!dit.montree) return aucunLieu && total > 0 ? <Offre filters={filters} dit={dit} /> : null
  return (
    <section className={couche} aria-labelledby={couche}>
      <h2 id={couche} tabIndex={-1}>
        {titreDe(dit, filters)}
      </h2>
      {dit.connue ? (
        <p>
          {PHRASES[couche]}
          {dit.listeDu && ` Liste au ${formatDate(dit.listeDu)}.`}
        </p>
      ) : (
        <p>
          {couche === 'autres'
            ? 'Cet annuaire ne connaît aucun lieu d’un autre réseau pour le moment.'
            : 'La liste des France services n’est pas dans cet annuaire pour le moment.'}{' '}
          Les lieux d’accueil y sont tous.
        </p>
      )}
      {dit.connue && total === 0 && dit.taisent && (
        <p>Leur liste ne dit ni les services, ni les publics, ni le coût : retirez ces filtres pour les voir.</p>
      )}
      {suite && total > 0 && (
        <p className="suite">
          <a href={`${hrefAccueil({ ...filters, page: dit.page })}#${couche}`}>
            Voir les {compteCouche(couche, total)}
          </a>
          , à la suite des lieux.
        </p>
      )}
      {children}
    </section>
  )
}

function Offre({ filters, dit: { couche, total, pres } }: Pick<Props, 'filters' | 'dit'>) {
  const href = `${hrefAccueil({ ...filters, couche: [...filters.couche, couche], page: 1 })}#${couche}`
  const compte = compteCouche(couche, total)
  const le = couche === 'france-services' ? 'la' : 'le'
  return (
    <p className="suite">
      {compte} {pres === null ? 'avec ces filtres' : `à moins de ${rayonDit(filters)}`} :{' '}
      <a href={href}>
        {total === 1 ? `${le} montrer` : 'les montrer'}
        <span className="invisible"> ({compte})</span>
      </a>
      .{couche === 'france-services' && ' C’est un autre réseau, qui aide dans les démarches.'}
    </p>
  )
}

const AUCUN: Record<Reseau, string> = {
  'france-services': 'Aucune France services',
  autres: 'Aucun autre lieu de médiation numérique',
}

function titreDe({ couche, connue, total, pres }: AutreReseauDit, filters: Filters): string {
  if (!connue) return upperFirst(nomCouche(couche).slice('les '.length))
  const titre = total === 0 ? AUCUN[couche] : compteCouche(couche, total)
  return pres === null ? titre : `${titre} à moins de ${rayonDit(filters)} ${pres}`
}
