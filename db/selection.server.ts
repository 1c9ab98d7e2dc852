import { bitsOf, type Columns } from '#app/domain/filters/columns.ts'
import { criteriaOf, type SortedRows, sortRows } from '#app/domain/filters/criteria.ts'
import { byRank, nearestFirst } from '#app/domain/filters/proches.ts'
import type { FilterKey, Filters } from '#app/domain/filters.ts'
import { colonnesLieux, colonnesOf } from './colonnes.server.ts'
import type { PosteColumns } from './colonnes-load.server.ts'
import type { Db } from './connect.server.ts'
import { type PositionCommune, positionOf } from './position.server.ts'
import { searchNumeros } from './recherche.server.ts'

/** Columns, and their rows as the filters sort them. */
type Sorted<C extends Columns = Columns> = SortedRows & { columns: C }

export type Selection = {
  filters: Filters
  instant: Date
  /** Where the filters ask to be near to; null when they do not, or when it is nowhere. */
  position: PositionCommune | null
  /** The places of conseillers numériques, those of France services, of other networks, the employers without a known place, the posts. */
  rows: {
    lieux: () => Sorted
    franceServices: () => Sorted
    autres: () => Sorted
    structures: () => Sorted
    postes: () => Sorted<PosteColumns>
  }
  /** The numbers of those that suit, or the ids of the employers, in the order of the list. */
  lieux: () => number[]
  franceServices: () => number[]
  autres: () => number[]
  structures: () => number[]
}

/**
 * What filters ask of the database at one instant. A request asks once, and its list, map, counts and files all read
 * the answer: they cannot disagree. Each kind of row is gone through once, when it is first asked for.
 */
export function select(db: Db, filters: Filters, instant: Date): Selection {
  const position = positionOf(db, filters)
  const found = {
    lieu: once(() => searchNumeros(db, 'lieu', filters.q)),
    structure: once(() => searchNumeros(db, 'structure', filters.q)),
  }
  function sorted<C extends Columns>(columns: C, objet: keyof typeof found): Sorted<C> {
    const asked = criteriaOf(filters, columns, { found: found[objet](), position, instant })
    return { columns, ...sortRows(columns, asked) }
  }
  const rows: Selection['rows'] = {
    lieux: once(() => sorted(colonnesLieux(db), 'lieu')),
    franceServices: once(() => sorted(colonnesLieux(db, 'france-services'), 'lieu')),
    autres: once(() => sorted(colonnesLieux(db, 'autre'), 'lieu')),
    structures: once(() => sorted(colonnesOf(db).structures, 'structure')),
    postes: once(() => sorted(colonnesOf(db).postes, 'structure')),
  }
  const numeros = (list: () => Sorted) => once(() => numerosOf({ filters, position }, list().columns, list().kept))
  return {
    ...{ filters, instant, position, rows },
    lieux: numeros(rows.lieux),
    franceServices: numeros(rows.franceServices),
    autres: numeros(rows.autres),
    structures: numeros(rows.structures),
  }
}

function once<T>(compute: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: compute() }
    return made.value
  }
}

/** In the order asked; else nearest first when a position is asked; else in the order of the list. */
function numerosOf({ filters, position }: Pick<Selection, 'filters' | 'position'>, columns: Columns, kept: number[]) {
  const inOrder = () => {
    const { tri } = filters
    if (tri === 'nom' || tri === 'maj') return byRank(columns.rangs[tri], kept)
    return position && tri !== 'commune' ? nearestFirst(columns, position, kept) : kept
  }
  return inOrder().map((row) => columns.numero[row] as number)
}

/** The rows of places that suit every filter but this one. */
export function lieuxRowsWithout({ rows }: Selection, key: FilterKey): number[] {
  const { kept, refused } = rows.lieux()
  return [...kept, ...(refused[key] ?? [])]
}

/**
 * When services are asked: the places that state no service at all and suit the other filters, in the order of the
 * list. What they offer is unknown, so they are neither among those that state it nor hidden.
 */
export function lieuxSansService(selection: Selection): number[] {
  const { columns, refused } = selection.rows.lieux()
  const silent = (refused.service ?? []).filter((row) => columns.service[row] === 0)
  return numerosOf(selection, columns, silent)
}

/** For each group of services, how many places state one of them, under the other filters. */
export function countByServices(selection: Selection, groups: readonly (readonly string[])[]): number[] {
  const { service } = selection.rows.lieux().columns
  const rows = lieuxRowsWithout(selection, 'service')
  return groups.map((services) => {
    const bits = bitsOf('service', services)
    return rows.filter((row) => ((service[row] as number) & bits) !== 0).length
  })
}

/** The numbers of the places nearest to the position, whatever the radius, under the other filters. */
export function nearestLieux(selection: Selection, count: number): number[] {
  const { position, rows } = selection
  if (position === null) return []
  const { columns } = rows.lieux()
  const placed = lieuxRowsWithout(selection, 'commune').filter((row) => !Number.isNaN(columns.lat[row]))
  return nearestFirst(columns, position, placed)
    .slice(0, count)
    .map((row) => columns.numero[row] as number)
}
