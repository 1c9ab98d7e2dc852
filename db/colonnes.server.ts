import type Database from 'better-sqlite3'
import { bitsOf, type Columns } from '#app/domain/filters/columns.ts'
import { type Answered, criteriaOf, select } from '#app/domain/filters/criteria.ts'
import { byRank, nearestFirst } from '#app/domain/filters/proches.ts'
import type { Filters } from '#app/domain/filters.ts'
import type { Reseau } from '#app/domain/vocabulary.ts'
import { loadLieux, loadPostes, loadStructures, type PosteColumns } from './colonnes-load.server.ts'
import type { Db } from './connect.server.ts'
import { positionOf } from './position.server.ts'
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

/** The numbers of the places that suit, in the order of the list: the one selection of list, map, counts and exports. */
export function selectLieux(db: Db, filters: Filters, reseau = CONSEILLERS): number[] {
  const { numero } = colonnesLieux(db, reseau)
  return lieuxRows(db, filters, reseau).map((row) => numero[row] as number)
}

/** The same places as indexes in `colonnesLieux(db, reseau)`, to count on its columns. */
export function lieuxRows(db: Db, filters: Filters, reseau = CONSEILLERS): number[] {
  return rowsOf(colonnesLieux(db, reseau), filters, answersOf(db, 'lieu', filters))
}

/**
 * When services are asked: the places that state no service at all and suit the other filters, in the order of the
 * list. What they offer is unknown, so they are neither among those that state it nor hidden.
 */
export function selectSansService(db: Db, filters: Filters): number[] {
  if (filters.service.length === 0) return []
  const { lieux } = colonnesOf(db)
  const rows = rowsOf(lieux, { ...filters, service: [] }, answersOf(db, 'lieu', filters))
  return rows.filter((row) => lieux.service[row] === 0).map((row) => lieux.numero[row] as number)
}

/** For each group of services, how many places state one of them, under the other filters. */
export function countByServices(db: Db, filters: Filters, groups: readonly (readonly string[])[]): number[] {
  const { service } = colonnesOf(db).lieux
  const rows = lieuxRows(db, { ...filters, service: [] })
  return groups.map((services) => {
    const bits = bitsOf('service', services)
    return rows.filter((row) => ((service[row] as number) & bits) !== 0).length
  })
}

/** The ids of the employers without a known place that suit, in the order of the list. */
export function selectStructures(db: Db, filters: Filters): number[] {
  const { structures } = colonnesOf(db)
  const rows = rowsOf(structures, filters, answersOf(db, 'structure', filters))
  return rows.map((row) => structures.numero[row] as number)
}

/** The posts of the rows of the structures file that suit. */
export function sumPostes(db: Db, filters: Filters): number {
  const { postes } = colonnesOf(db)
  const rows = select(postes, criteriaOf(filters, postes, answersOf(db, 'structure', filters)))
  return rows.reduce((sum, row) => sum + (postes.nombre[row] as number), 0)
}

/** What the database says of the text and of the position that filters ask for, now. */
export function answersOf(db: Db, objet: 'lieu' | 'structure', filters: Filters): Answered {
  return { found: searchNumeros(db, objet, filters.q), position: positionOf(db, filters), instant: new Date() }
}

/** The numbers of the places nearest to the position, whatever the radius, under the other filters. */
export function nearestLieux(db: Db, filters: Filters, count: number): number[] {
  const { lieux } = colonnesOf(db)
  const { position, ...answers } = answersOf(db, 'lieu', filters)
  if (position === null) return []
  const rows = select(lieux, criteriaOf({ ...filters, commune: null }, lieux, { ...answers, position: null }))
  const placed = rows.filter((row) => !Number.isNaN(lieux.lat[row]))
  return nearestFirst(lieux, position, placed)
    .slice(0, count)
    .map((row) => lieux.numero[row] as number)
}

/** In the order asked; else nearest first when a position is asked; else in the order of the list. */
function rowsOf(columns: Columns, filters: Filters, answers: Answered): number[] {
  const rows = select(columns, criteriaOf(filters, columns, answers))
  const { tri } = filters
  if (tri === 'nom' || tri === 'maj') return byRank(columns.rangs[tri], rows)
  return answers.position && tri !== 'commune' ? nearestFirst(columns, answers.position, rows) : rows
}

/** The same numbers, ascending. A typed array sorts them three times faster. */
export function ascending(numeros: number[]): number[] {
  return Array.from(Uint32Array.from(numeros).sort())
}
