import { readTri, type Tableau } from '../chiffres/tableau.ts'
import { readParams } from '../parametres.ts'
import { type One, one } from './kinds.ts'

/** The order asked of a page's tables, `postes` or `-postes` (descending); null is their own. */
export function trierParmi(tableaux: readonly Tableau[]): One<string | null> {
  const cles = new Set(tableaux.flatMap(({ colonnes }) => colonnes.map(({ cle }) => cle)))
  return one<string | null>(null, {
    read: (raw) => (tableaux.some((tableau) => readTri(tableau, raw)) ? raw : undefined),
    expected: [...cles].join(', '),
  })
}

/** `trier` of a URL, for the pages whose tables depend on what else it asks. Without a table there is nothing to order. */
export function readTrier(tableaux: readonly Tableau[], params: URLSearchParams) {
  if (tableaux.length === 0) return { trier: null, errors: [] }
  const { values, errors } = readParams({ trier: trierParmi(tableaux) }, params)
  return { ...values, errors }
}

/** A query string, with an order when one is asked. */
export function withTrier(recherche: string, trier: string | null): string {
  const params = new URLSearchParams(recherche)
  if (trier !== null) params.set('trier', trier)
  return params.size === 0 ? '' : `?${params}`
}
