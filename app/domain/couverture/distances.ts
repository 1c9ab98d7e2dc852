import { part } from '../chiffres/taux.ts'
import type { Ruralite } from '../vocabulary.ts'

/** A commune and its nearest place: `km` from its centre, along the great circle; infinite where its land has none. */
export type CommuneSituee = {
  code: string
  nom: string
  departement: string
  epci: string | null
  ruralite: Ruralite
  niveau: number | null
  population: number
  km: number
  lieu: string | null
  lieuId: string | null
}

/** How far the curve goes, in km. */
export const COURBE_KM = 50

/** The share of the inhabitants within 0, 1, … 50 km of a place; null of nobody. */
export function courbeOf(communes: readonly CommuneSituee[]): (number | null)[] {
  const parKm = new Array<number>(COURBE_KM + 1).fill(0)
  let total = 0
  for (const { km, population } of communes) {
    total += population
    const rang = Math.ceil(km)
    if (rang <= COURBE_KM) parKm[rang] = (parKm[rang] as number) + population
  }
  let proches = 0
  return parKm.map((nombre) => {
    proches += nombre
    return part(proches, total)
  })
}

/**
 * Half of the inhabitants live in communes at this distance (km) or nearer; null of nobody, and where that half has no
 * place on its land. `communes`: nearest first.
 */
export function medianeOf(communes: readonly CommuneSituee[]): number | null {
  const total = communes.reduce((sum, { population }) => sum + population, 0)
  let proches = 0
  for (const { km, population } of communes) {
    proches += population
    if (population > 0 && proches * 2 >= total) return Number.isFinite(km) ? km : null
  }
  return null
}

/** The most populated communes farther than `seuil` km from any place, where their land has one. */
export function communesEloignees(
  communes: readonly CommuneSituee[],
  { seuil, nombre }: { seuil: number; nombre: number },
): CommuneSituee[] {
  return communes
    .filter(({ km }) => km > seuil && Number.isFinite(km))
    .sort((a, b) => b.population - a.population || b.km - a.km)
    .slice(0, nombre)
}
