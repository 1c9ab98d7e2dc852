import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import { one } from '#app/domain/parametres/kinds.ts'
import { trierParmi } from '#app/domain/parametres/trier.ts'
import { readParams, writeParams } from '#app/domain/parametres.ts'
import { readDepartementCode } from '#app/domain/territoires/codes.ts'

/** The parameters of `/epci`: a department among these, an order of this table. */
export function parametresEpci(departements: readonly { code: string }[], tableaux: readonly Tableau[]) {
  const departement = one<string | null>(null, {
    read: (raw) => [readDepartementCode(raw) ?? ''].find((code) => departements.some((one) => one.code === code)),
    expected: 'un code de département, comme 23 ou 2A',
  })
  return { departement, trier: trierParmi(tableaux) }
}

export function readEpci(departements: readonly { code: string }[], tableau: Tableau, params: URLSearchParams) {
  const { values, errors } = readParams(parametresEpci(departements, [tableau]), params)
  return { ...values, errors }
}

/** The query string of the page and of its files: '?departement=23', or ''. */
export function queryEpci(asked: { departement: string | null; trier: string | null }): string {
  const params = writeParams(parametresEpci([], []), asked)
  return params.size === 0 ? '' : `?${params}`
}
