import type { LienCompris } from '#app/components/compris.tsx'
import { emptyFilters, type Filters } from '#app/domain/filters.ts'
import type { Choix } from '#db/resolver/intention.ts'

/** The address of a page under some filters. */
export type Ecrit = (filters: Filters) => string

/** The filters that do not say where. */
export function sansOu(filters: Filters): Filters {
  const { commune, departement, lat, lon, cellule, rayon, q, page } = emptyFilters()
  return { ...filters, commune, departement, lat, lon, cellule, rayon, q, page }
}

/** The same filters in another place; those of the place where one is already stay as they are, its radius too. */
export function filtersAt(filters: Filters, choix: Choix): Filters {
  const same = 'codes' in choix ? choix.codes.join() === filters.departement.join() : choix.code === filters.commune
  if (same) return { ...filters, q: '', page: 1 }
  const elsewhere = sansOu(filters)
  return 'codes' in choix
    ? { ...elsewhere, departement: [...choix.codes] }
    : { ...elsewhere, commune: choix.code, tri: filters.tri }
}

export function liensOf(choix: readonly Choix[], filters: Filters, ecrit: Ecrit): LienCompris[] {
  return choix.map((one) => ({ nom: nomOf(one), href: ecrit(filtersAt(filters, one)) }))
}

/** "Castres (Tarn, 81100)": what tells it from another of its name. */
function nomOf(choix: Choix): string {
  if ('codes' in choix)
    return choix.type === 'departement' ? `${choix.nom} (${choix.codes[0]}, département)` : choix.nom
  const postal = choix.codesPostaux.includes(' ') ? '' : choix.codesPostaux
  const where = [choix.departementNom, postal].filter(Boolean).join(', ')
  return choix.ancien && choix.ancien !== choix.nom
    ? `${choix.ancien} (${where}), aujourd’hui ${choix.nom}`
    : `${choix.nom} (${where})`
}
