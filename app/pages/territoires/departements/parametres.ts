import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import { choice, one } from '#app/domain/parametres/kinds.ts'
import { trierParmi } from '#app/domain/parametres/trier.ts'
import { writeParams } from '#app/domain/parametres.ts'

/** The parameters of `/departements`: a region by its name among these, an order of these tables. */
export function parametresDepartements(regions: readonly string[], tableaux: readonly Tableau[]) {
  const region = one<string | null>(null, { ...choice(regions), expected: 'le nom d’une région, comme Bretagne' })
  return { region, trier: trierParmi(tableaux) }
}

/** The query string of the page and of its files: '?region=Bretagne', or ''. */
export function queryDepartements(asked: { region: string | null; trier: string | null }): string {
  const params = writeParams(parametresDepartements([], []), asked)
  return params.size === 0 ? '' : `?${params}`
}
