import { hrefAccueil } from '#app/components/liens.ts'
import { besoinDesServices } from '#app/domain/besoins/besoins.ts'
import { asksOfOffre } from '#app/domain/filters/criteria.ts'
import { colonnesLieux } from '#db/colonnes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { type LieuResume, lieuxByNumeros } from '#db/lieux.server.ts'
import { nearestFranceServices, type Selection } from '#db/selection.server.ts'
import { currentSource } from '#db/sources.server.ts'

const RESEAU = 'france-services'

/**
 * The France services under the filters of the places: `total` of them, whether or not their layer is asked for;
 * `connues`: the directory has some; `taisent`: the filters ask what their list does not say.
 */
export function franceServicesOf(db: Db, selection: Selection) {
  const { filters } = selection
  const connues = colonnesLieux(db, RESEAU).length > 0
  return {
    connues,
    montrees: filters.couche.includes(RESEAU),
    total: connues ? selection.rows.franceServices().kept.length : 0,
    taisent: asksOfOffre(filters),
    listeDu: currentSource(db, RESEAU)?.date ?? null,
  }
}

/** The box that shows them, with their count under the other filters; null when there is nothing to show. */
export function optionOf({ connues, montrees, total }: ReturnType<typeof franceServicesOf>) {
  if (!connues) return null
  return { valeur: RESEAU, label: 'Montrer aussi les France services', nombre: total, choisi: montrees }
}

const PROCHES = 3

/**
 * The France services for a need that they answer too (docs/regles.md §11), when their layer is not asked for: how many, the
 * nearest when a position is asked, and their list. Null for another need, and when the directory has none.
 */
export function pourDemarcheOf<T>(
  db: Db,
  selection: Selection,
  { connues, montrees }: ReturnType<typeof franceServicesOf>,
  distant: (lieux: LieuResume[]) => T[],
) {
  const { filters } = selection
  if (!connues || montrees || !besoinDesServices(filters.service)?.franceServices) return null
  const { kept, incertains } = selection.rows.franceServices()
  const numeros = nearestFranceServices(selection, PROCHES)
  return {
    total: kept.length + incertains.kept.length,
    proches: distant(lieuxByNumeros(db, numeros)),
    href: `${hrefAccueil({ ...filters, service: [], couche: [RESEAU], page: 1 })}#france-services`,
  }
}
