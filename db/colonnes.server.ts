import type Database from 'better-sqlite3'
import type { Columns } from '#app/domain/filters/columns.ts'
import { criteriaOf, select } from '#app/domain/filters/criteria.ts'
import type { Filters } from '#app/domain/filters.ts'
import { loadLieux, loadPostes, loadStructures, type PosteColumns } from './colonnes-load.server.ts'
import type { Db } from './connect.server.ts'
import { searchNumeros } from './recherche.server.ts'

/** Places of conseillers numériques, employers without a known place, posts of the current file. */
type Colonnes = { changes: number; lieux: Columns; structures: Columns; postes: PosteColumns }

const loaded = new WeakMap<Database.Database, Colonnes>()

/**
 * What the filters look at, held in memory. A published database never changes under its connection, so it is read
 * once; a filter and the counts of all its options then take one pass over 20,000 places, where the same counts
 * in SQL took a hundred times longer.
 */
export function colonnesOf(db: Db): Colonnes {
  // Zero on a read-only connection; tests write and read through the same one.
  const changes = db.$client.prepare<[], number>('select total_changes()').pluck().get() ?? 0
  const known = loaded.get(db.$client)
  if (known?.changes === changes) return known
  const colonnes = { changes, lieux: loadLieux(db), structures: loadStructures(db), postes: loadPostes(db) }
  loaded.set(db.$client, colonnes)
  return colonnes
}

/** The numbers of the places that suit, in the order of the list: the one selection of list, map, counts and exports. */
export function selectLieux(db: Db, filters: Filters): number[] {
  const { numero } = colonnesOf(db).lieux
  return lieuxRows(db, filters).map((row) => numero[row] as number)
}

/** The same places as indexes in `colonnesOf(db).lieux`, to count on its columns. */
export function lieuxRows(db: Db, filters: Filters): number[] {
  const { lieux } = colonnesOf(db)
  return select(lieux, criteriaOf(filters, lieux, searchNumeros(db, 'lieu', filters.q)))
}

/** The ids of the employers without a known place that suit, in the order of the list. */
export function selectStructures(db: Db, filters: Filters): number[] {
  const { structures } = colonnesOf(db)
  const rows = select(structures, criteriaOf(filters, structures, searchNumeros(db, 'structure', filters.q)))
  return rows.map((row) => structures.numero[row] as number)
}

/** The posts of the rows of the structures file that suit. */
export function sumPostes(db: Db, filters: Filters): number {
  const { postes } = colonnesOf(db)
  const rows = select(postes, criteriaOf(filters, postes, searchNumeros(db, 'structure', filters.q)))
  return rows.reduce((sum, row) => sum + (postes.nombre[row] as number), 0)
}

/** The same numbers, ascending. A typed array sorts them three times faster. */
export function ascending(numeros: number[]): number[] {
  return Array.from(Uint32Array.from(numeros).sort())
}
