import type Database from 'better-sqlite3'
import type { Columns } from '#app/domain/filters/columns.ts'
import type { Reseau } from '#app/domain/vocabulary.ts'
import { loadLieux, loadPostes, loadStructures, type PosteColumns } from './colonnes-load.server.ts'
import type { Db } from './connect.server.ts'
import { searchNumeros } from './recherche.server.ts'

/** The network that is meant where none is named: the only one that is counted. */
const CONSEILLERS: Reseau = 'conseiller-numerique'

/** Places of conseillers numériques, those of the other networks, employers without a known place; posts of the current file. */
type Colonnes = {
  changes: number
  lieux: Columns
  autres: Map<Reseau, Columns>
  structures: Columns
  postes: PosteColumns
}

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
  const colonnes = {
    changes,
    lieux: loadLieux(db, CONSEILLERS),
    autres: new Map(),
    structures: loadStructures(db),
    postes: loadPostes(db),
  }
  loaded.set(db.$client, colonnes)
  return colonnes
}

/** The places of a network; those of another than the conseillers' are read when first asked for. */
export function colonnesLieux(db: Db, reseau = CONSEILLERS): Columns {
  const { lieux, autres } = colonnesOf(db)
  if (reseau === CONSEILLERS) return lieux
  const columns = autres.get(reseau) ?? loadLieux(db, reseau)
  autres.set(reseau, columns)
  return columns
}

/** The numbers of the places of conseillers numériques that a text names, in the order of the list. */
export function lieuxNommes(db: Db, text: string): number[] {
  const found = searchNumeros(db, 'lieu', text)
  return found === null ? [] : Array.from(colonnesLieux(db).numero).filter((numero) => found.has(numero))
}
