import { isAround } from './filters/proches.ts'
import { duPoint, duSecteur, FILTERS } from './filters/table.ts'
import type { Names } from './parametres/kinds.ts'
import { missing, type ParamError, type ParamValues, readParams, writeParams } from './parametres.ts'
import { compteLieux, deCommune, upperFirst } from './texte/format.ts'

export type FilterKey = keyof typeof FILTERS
/** What a URL of the list asks for. */
export type Filters = ParamValues<typeof FILTERS>

export const FILTER_KEYS = Object.keys(FILTERS) as FilterKey[]

/** An entry of the table, seen without its type: what the sentences over all keys need. */
type Entry = {
  repeatable: boolean
  initial: unknown
  label?: (value: unknown, names: Names) => string
  suite?: readonly FilterKey[]
}
const entryOf = (key: FilterKey) => FILTERS[key] as unknown as Entry

export function emptyFilters(): Filters {
  return Object.fromEntries(FILTER_KEYS.map((key) => [key, structuredClone(entryOf(key).initial)])) as Filters
}

/** As `readParams`; a position besides is one, and whole. `parseFilters` and `writeFilters` are inverse of each other. */
export function parseFilters(params: URLSearchParams): { filters: Filters; errors: ParamError[] } {
  const { values, errors } = readParams(FILTERS, params)
  return { filters: onePosition(values, params, errors), errors }
}

/** A position is a latitude with a longitude, a commune, or a cell: half of one is refused, and so are two. */
function onePosition(filters: Filters, params: URLSearchParams, errors: ParamError[]): Filters {
  const { lat, lon, commune, cellule } = filters
  if (cellule !== null && isAround({ lat: lat ?? lon, commune, cellule: null })) {
    const message =
      'Le paramètre « cellule » ne va pas avec « commune », « lat » et « lon » : gardez l’un ou les autres.'
    errors.push({ param: 'cellule', value: cellule, message })
    return onePosition({ ...filters, cellule: null }, params, errors)
  }
  const [param, autre] = lat === null ? (['lat', 'lon'] as const) : (['lon', 'lat'] as const)
  if ((lat === null) !== (lon === null)) {
    if (!params.get(param)?.trim()) errors.push(missing(param, `il va avec « ${autre} »`))
    return { ...filters, lat: null, lon: null }
  }
  if (lat === null || commune === null) return filters
  const message = 'Le paramètre « commune » ne va pas avec « lat » et « lon » : gardez l’un ou les autres.'
  errors.push({ param: 'commune', value: commune, message })
  return { ...filters, commune: null }
}

/** The canonical query string of a set of filters. */
export function writeFilters(filters: Filters): URLSearchParams {
  return writeParams(FILTERS, filters)
}

/** The active filters, each in a few words, grouped by parameter in canonical order. */
function activeLabels(filters: Filters, names: Names): { key: FilterKey; value: unknown; label: string }[] {
  return FILTER_KEYS.flatMap((key) => {
    const { label, initial, repeatable } = entryOf(key)
    const value: unknown = filters[key]
    const values = repeatable ? (value as unknown[]) : value === initial ? [] : [value]
    return label ? values.map((item) => ({ key, value: item, label: label(item, names) })) : []
  })
}

/** The filters restrict something: a department, a service… (`vue` and `page` do not). */
export function isFiltered(filters: Filters): boolean {
  return activeLabels(filters, {}).length > 0
}

/** Nothing is asked, not even to see the list: the home page. */
export function isAccueil(filters: Filters): boolean {
  const { vue, tri, page, couche } = filters
  return !isFiltered(filters) && vue === null && tri === null && page === 1 && couche.length === 0
}

/** Search engines read lists of one filter: they would never end reading what filters make together (robots.txt). */
const INDEXES_MAX = 1

/**
 * The list that search engines are shown in the place of one with many filters: that of its territory, or of everything.
 * Null when the list is shown itself.
 */
export function baseOf(filters: Filters): Filters | null {
  if (activeLabels(filters, {}).length <= INDEXES_MAX) return null
  const { departement, commune } = filters
  const territoire = { ...emptyFilters(), departement, commune }
  return activeLabels(territoire, {}).length > INDEXES_MAX ? emptyFilters() : territoire
}

/** What is shown, in one line: "12 lieux d’accueil — Creuse (23) — rural", "3 lieux à moins de 20 km de Prades". */
export function describeFilters(filters: Filters, { total, ...names }: { total: number } & Names): string {
  return compteLieux(total) + describeAsked(filters, names)
}

/** What follows the count in that line. */
export function describeAsked(filters: Filters, names: Names): string {
  const near = nearOf(filters, names)
  const within = names.moi ? `${filters.rayon} km` : rayonDit(filters)
  const counted = near === null ? ' d’accueil' : ` à moins de ${within} ${near}`
  const labels = activeLabels(filters, names).filter(
    ({ key }) => near === null || !(key === 'commune' || key === 'lat' || key === 'cellule'),
  )
  if (labels.length === 0) return near === null ? `${counted} en France` : counted
  const groups = FILTER_KEYS.map((key) => labels.filter((l) => l.key === key).map((l) => l.label))
  return [counted, ...groups.filter((group) => group.length > 0).map((group) => group.join(', '))].join(' — ')
}

/** "20 km", and "20 km environ" around a cell. */
export function rayonDit({ rayon, cellule }: Pick<Filters, 'rayon' | 'cellule'>): string {
  return cellule === null ? `${rayon} km` : `${rayon} km environ`
}

/** What places are near to, as the end of a sentence: "de Prades", "du point choisi, près de Prades", "du secteur de Prades"; null when not asked. */
export function nearOf({ lat, commune, cellule }: Filters, names: Names): string | null {
  if (cellule !== null) return duSecteur(names)
  if (lat !== null) return duPoint(names)
  return commune === null || names.sansPosition ? null : deCommune(names.commune ?? commune)
}

type Removal = { key: FilterKey; label: string; search: string }

/** One entry per active filter: its key, its words, and the query string ('?…') of the list without it, at page 1. */
export function removals(filters: Filters, names: Names = {}): Removal[] {
  return activeLabels(filters, names).map(({ key, value, label }) => {
    const kept = filters[key]
    const { initial, suite = [] } = entryOf(key)
    const without = Array.isArray(kept) ? kept.filter((item) => item !== value) : initial
    const rest = Object.fromEntries(suite.map((other) => [other, entryOf(other).initial]))
    const next = { ...filters, ...rest, page: 1, [key]: without }
    // From a list one goes to a list: without its last filter it is the whole one.
    const search = writeFilters(isAccueil(next) ? { ...next, vue: 'liste' } : next).toString()
    return { key, label: upperFirst(label), search: `?${search}` }
  })
}
