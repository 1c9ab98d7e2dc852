import { hrefAccueil } from '#app/components/liens.ts'
import { besoinDesServices } from '#app/domain/besoins/besoins.ts'
import type { Db } from '#db/connect.server.ts'
import { type LieuResume, lieuxByNumeros } from '#db/lieux.server.ts'
import { nearestFranceServices, type Selection } from '#db/selection.server.ts'
import type { CoucheDite } from './couches.tsx'

const RESEAU = 'france-services'
const PROCHES = 3

/**
 * The France services for a need that they answer too (docs/regles.md §11), when their layer is not asked for: how many, the
 * nearest when a position is asked, and their list. Null for another need, and when the directory has none.
 */
export function pourDemarcheOf<T>(
  db: Db,
  selection: Selection,
  couches: readonly CoucheDite[],
  distant: (lieux: LieuResume[]) => T[],
) {
  const { filters } = selection
  const offerte = couches.some(({ couche, connue, montree }) => couche === RESEAU && connue && !montree)
  if (!offerte || !besoinDesServices(filters.service)?.franceServices) return null
  const { kept, incertains } = selection.rows.franceServices()
  const numeros = nearestFranceServices(selection, PROCHES)
  return {
    total: kept.length + incertains.kept.length,
    proches: distant(lieuxByNumeros(db, numeros)),
    href: `${hrefAccueil({ ...filters, service: [], couche: [RESEAU], page: 1 })}#france-services`,
  }
}
