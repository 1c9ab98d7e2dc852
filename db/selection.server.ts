import type { Boite } from '#app/domain/distance/boite.ts'
import type { Secteur } from '#app/domain/distance/cellule.ts'
import { distanceKm, type Point } from '#app/domain/distance/distance.ts'
import { bitsOf, type Columns } from '#app/domain/filters/columns.ts'
import { criteriaOf, type SortedRows, sortRows } from '#app/domain/filters/criteria.ts'
import { opening } from '#app/domain/filters/ouverts.ts'
import { byRank, firstNearest, nearestFirst } from '#app/domain/filters/proches.ts'
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

/** The places that suit, in their order, in a box; with `loin`, however far from the position they are. */
export function lieuxAsked(selection: Selection, { boite, loin }: { boite: Boite | null; loin: boolean }): number[] {
  const { columns, kept } = selection.rows.lieux()
  const rows = loin ? placed(columns, lieuxRowsWithout(selection, 'commune')) : kept
  const isIn = ({ west, south, east, north }: Boite, row: number) => {
    const [lat, lon] = [columns.lat[row] as number, columns.lon[row] as number]
    return lat >= south && lat <= north && lon >= west && lon <= east
  }
  return numerosOf(selection, columns, boite === null ? rows : rows.filter((row) => isIn(boite, row)))
}

/** The rows of places that suit every filter but this one. */
export function lieuxRowsWithout({ rows }: Selection, key: FilterKey): number[] {
  const { kept, refused } = rows.lieux()
  return [...kept, ...(refused[key] ?? [])]
}

/**
 * The places that may suit, in the order of the list: they suit every question that their data answers, and it does not
 * answer another. They are neither among those that suit nor hidden. `services`, `anciens`: how many do not say what
 * one does there, and how many are open by hours too old, of `annees` (ascending; null for hours without a date).
 */
export type Incertains = { numeros: number[]; services: number; anciens: number; annees: (string | null)[] }

export function lieuxIncertains(selection: Selection): Incertains {
  const { columns, incertains } = selection.rows.lieux()
  const { filters, instant } = selection
  const rows = incertains.kept
  const services = bitsOf('service', filters.service)
  const isAncien = filters.ouvert === null ? () => false : opening(columns, filters.ouvert, instant).ancien
  const anciens = rows.filter(isAncien)
  return {
    numeros: numerosOf(selection, columns, rows),
    services: services === 0 ? 0 : rows.filter((row) => ((columns.service[row] as number) & services) === 0).length,
    anciens: anciens.length,
    annees: [...new Set(anciens.map((row) => columns.heures[row]?.dateMaj?.slice(0, 4) ?? null))].sort(),
  }
}

/** For each group of services, under the other filters: how many places state one of them, and how many may offer it. */
export function countByServices(selection: Selection, groups: readonly (readonly string[])[]) {
  const { columns, incertains } = selection.rows.lieux()
  const { service, generique } = columns
  const rows = lieuxRowsWithout(selection, 'service')
  return groups.map((services) => {
    const bits = bitsOf('service', services)
    const others = rows.filter((row) => ((service[row] as number) & bits) === 0)
    const silent = others.filter((row) => service[row] === 0 || generique[row] === 1)
    return { nombre: rows.length - others.length, incertains: silent.length + incertains.kept.length }
  })
}

/**
 * The numbers of the places nearest to the position, whatever the radius, under the other filters; when none suits them,
 * of those that may.
 */
export function nearestLieux(selection: Selection, count: number): number[] {
  const { columns, incertains } = selection.rows.lieux()
  const certain = lieuxRowsWithout(selection, 'commune')
  const rows = certain.length > 0 ? certain : [...incertains.kept, ...(incertains.refused.commune ?? [])]
  return nearestOf(selection, columns, rows, count)
}

/** Those of France services, of which no list says what one does there. */
export function nearestFranceServices(selection: Selection, count: number): number[] {
  const { columns, kept, refused, incertains } = selection.rows.franceServices()
  const rows = [kept, refused.commune ?? [], incertains.kept, incertains.refused.commune ?? []].flat()
  return nearestOf(selection, columns, rows, count)
}

function nearestOf({ position }: Selection, columns: Columns, rows: readonly number[], count: number): number[] {
  if (position === null) return []
  const known = placed(columns, rows)
  const numeros = (some: number[]) => some.map((row) => columns.numero[row] as number)
  if (position.etendueKm === 0) return numeros(firstNearest(columns, position, known, count))
  const sorted = nearestFirst(columns, position, known)
  return numeros(sorted.slice(0, holding(columns, position, sorted, count)))
}

/** Those that stand somewhere. */
function placed({ lat }: Columns, rows: readonly number[]): number[] {
  return rows.filter((row) => !Number.isNaN(lat[row]))
}

/** How many places of the list, its first ones, hold the `count` nearest of wherever one is in the cell that is asked. */
export function lieuxHolding({ rows, position }: Selection, count: number): number {
  if (position === null) return count
  const { columns, kept } = rows.lieux()
  return holding(columns, position, nearestFirst(columns, position, kept), count)
}

/**
 * Of rows nearest to the middle first. Who stands within `etendueKm` of it finds `count` of them no farther than the
 * last of these and that extent; none of these is farther from the middle than that extent once more.
 */
function holding(columns: Columns, position: Secteur, sorted: readonly number[], count: number): number {
  const last = sorted[count - 1]
  if (last === undefined) return sorted.length
  if (position.etendueKm === 0) return count
  const kmOf = (row: number) =>
    distanceKm(position, { lat: columns.lat[row] as number, lon: columns.lon[row] as number })
  const reach = kmOf(last) + 2 * position.etendueKm
  const after = sorted.findIndex((row) => kmOf(row) > reach)
  return after === -1 ? sorted.length : after
}

/** How far the nearest place of the list is, in km; null when there is none, or no position. */
export function nearestOfLieuxKm({ rows, position }: Selection): number | null {
  const { columns, kept } = rows.lieux()
  const [row] = position === null ? [] : firstNearest(columns, position, kept, 1)
  if (position === null || row === undefined) return null
  return distanceKm(position, { lat: columns.lat[row] as number, lon: columns.lon[row] as number })
}

/** Where the places of the list that are not among these stand: what is counted around who is there. */
export function pointsBeside({ rows }: Selection, numeros: ReadonlySet<number>): Point[] {
  const { columns, kept } = rows.lieux()
  const beside = kept.filter((row) => !numeros.has(columns.numero[row] as number))
  return beside.map((row) => ({ lat: columns.lat[row] as number, lon: columns.lon[row] as number }))
}
