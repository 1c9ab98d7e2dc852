import { part, pour10000 } from '../chiffres/taux.ts'
import { type Connus, SEUILS_KM, type SeuilKm } from '../chiffres.ts'
import type { Ruralite } from '../vocabulary.ts'

/** What is counted on a piece of the country: every figure of coverage is made of sums of these. */
export type Comptes = {
  lieux: number
  /** Posts validated in the current structures file. */
  postes: number
  /** Employers of these posts, one per SIRET. */
  structures: number
  /** Inhabitants. */
  population: number
  /** Euros of the State, as the structures file estimates them; null when it says nothing. */
  investissement: number | null
  /** Inhabitants of the communes whose distance to a place is known. */
  situes: number
  /** Of these, those with a place within so many kilometres. */
  proches: Record<SeuilKm, number>
}

/** The counts of one class of one department. `niveau`: INSEE density level, null when unknown. */
export type Cellule = Comptes & { departement: string; ruralite: Ruralite; niveau: number | null }

/** A department or a region: its cells add up to it. `region`: the name of the region. */
export type Territoire = { code: string; nom: string; region: string | null; cellules: Cellule[] }

export function noComptes(): Comptes {
  return {
    lieux: 0,
    postes: 0,
    structures: 0,
    population: 0,
    investissement: null,
    situes: 0,
    proches: { 5: 0, 10: 0, 20: 0 },
  }
}

export function sumComptes(cellules: readonly Comptes[]): Comptes {
  const total = noComptes()
  for (const cellule of cellules) {
    for (const cle of ['lieux', 'postes', 'structures', 'population', 'situes'] as const) total[cle] += cellule[cle]
    for (const km of SEUILS_KM) total.proches[km] += cellule.proches[km]
    if (cellule.investissement !== null) total.investissement = (total.investissement ?? 0) + cellule.investissement
  }
  return total
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The figures of a territory; a population of nobody is one that no file gives. The median asks for its communes. */
export function chiffresOf(cellules: readonly Cellule[]) {
  const total = sumComptes(cellules)
  const ruraux = sumComptes(cellules.filter(({ ruralite }) => ruralite === 'rural'))
  const { lieux, postes, structures, population, investissement, situes, proches } = total
  return {
    ...{ population: population || null, lieux, postes, structures, investissement },
    'lieux-10000': pour10000(lieux, population),
    'postes-10000': pour10000(postes, population),
    'lieux-ruraux': ruraux.lieux,
    'postes-ruraux': ruraux.postes,
    'part-lieux-ruraux': part(ruraux.lieux, lieux),
    'part-postes-ruraux': part(ruraux.postes, postes),
    'a-5-km': part(proches[5], situes),
    'a-10-km': part(proches[10], situes),
    'a-20-km': part(proches[20], situes),
    couvert: part(situes, population),
    'au-dela': situes > 0 ? situes - proches[20] : null,
  } as const satisfies Connus
}

export type Chiffres = ReturnType<typeof chiffresOf>
