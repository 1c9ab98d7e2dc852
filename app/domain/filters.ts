import type { Names } from './filters/kinds.ts'
import { duPoint, FILTERS } from './filters/table.ts'
import { deCommune } from './format.ts'

type Table = typeof FILTERS
export type FilterKey = keyof Table
/** What a URL asks for. The URL is the only state: `parseFilters` and `writeFilters` are inverse of each other. */
export type Filters = {
  [K in FilterKey]: Table[K]['initial']
}
export type FilterError = { param: string; value: string; message: string }

export const FILTER_KEYS = Object.keys(FILTERS) as FilterKey[]

/** An entry of the table, seen without its type: what generic code over all keys needs. */
type Entry = {
  repeatable: boolean
  initial: unknown
  expected: string
  read: (raw: string) => unknown
  write: (value: unknown) => string
  order?: (a: unknown, b: unknown) => number
  label?: (value: unknown, names: Names) => string
  suite?: readonly FilterKey[]
}
const entryOf = (key: FilterKey) => FILTERS[key] as unknown as Entry

export function emptyFilters(): Filters {
  return Object.fromEntries(FILTER_KEYS.map((key) => [key, structuredClone(entryOf(key).initial)])) as Filters
}

/** Invalid values are named in `errors` and left out; the valid ones are kept; unknown parameters are ignored. */
export function parseFilters(params: URLSearchParams): { filters: Filters; errors: FilterError[] } {
  const errors: FilterError[] = []
  const read = (key: FilterKey) => [key, readEntry(key, params.getAll(key), errors)]
  const filters = Object.fromEntries(FILTER_KEYS.map(read)) as Filters
  return { filters: onePosition(filters, params, errors), errors }
}

/** A position is a latitude with a longitude, or a commune: half of one is refused, and so are two. */
function onePosition(filters: Filters, params: URLSearchParams, errors: FilterError[]): Filters {
  const { lat, lon, commune } = filters
  const [param, autre] = lat === null ? (['lat', 'lon'] as const) : (['lon', 'lat'] as const)
  if ((lat === null) !== (lon === null)) {
    const message = `Le filtre « ${param} » manque : il va avec « ${autre} ».`
    if (!params.get(param)?.trim()) errors.push({ param, value: '', message })
    return { ...filters, lat: null, lon: null }
  }
  if (lat === null || commune === null) return filters
  const message = 'Le filtre « commune » ne va pas avec « lat » et « lon » : gardez l’un ou les autres.'
  errors.push({ param: 'commune', value: commune, message })
  return { ...filters, commune: null }
}

function readEntry(key: FilterKey, raws: string[], errors: FilterError[]): unknown {
  const entry = entryOf(key)
  const values: unknown[] = []
  for (const raw of raws) {
    // A form sends its empty fields: nothing was asked.
    if (raw.trim() === '') continue
    const value = entry.read(raw)
    if (value === undefined) errors.push(invalid(key, raw, entry.expected))
    else if (!values.includes(value)) values.push(value)
  }
  if (entry.repeatable) return values.sort(entry.order)
  for (const extra of values.slice(1)) {
    const message = `Le filtre « ${key} » ne peut être donné qu’une fois.`
    errors.push({ param: key, value: entry.write(extra), message })
  }
  return values[0] ?? entry.initial
}

function invalid(param: string, value: string, expected: string): FilterError {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value
  return { param, value, message: `Le filtre « ${param} » ne connaît pas « ${shown} ». Valeur attendue : ${expected}.` }
}

/** The canonical query string of a set of filters: the table's order, default values left out. */
export function writeFilters(filters: Filters): URLSearchParams {
  const params = new URLSearchParams()
  for (const key of FILTER_KEYS) {
    const entry = entryOf(key)
    const value: unknown = filters[key]
    if (Array.isArray(value)) for (const item of [...value].sort(entry.order)) params.append(key, entry.write(item))
    else if (value !== entry.initial) params.append(key, entry.write(value))
  }
  return params
}

/** Parameters that no filter reads: ignored by pages, refused by the API. */
export function unknownParams(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((key) => !Object.hasOwn(FILTERS, key))
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

/** What is shown, in one line: "12 lieux d’accueil — Creuse (23) — rural", "3 lieux à moins de 20 km de Prades". */
export function describeFilters(filters: Filters, { total, ...names }: { total: number } & Names): string {
  const lieux = total === 0 ? 'Aucun lieu' : `${total.toLocaleString('fr-FR')} lieu${total > 1 ? 'x' : ''}`
  const near = nearOf(filters, names)
  const counted = near === null ? `${lieux} d’accueil` : `${lieux} à moins de ${filters.rayon} km ${near}`
  const labels = activeLabels(filters, names).filter(
    ({ key }) => near === null || !(key === 'commune' || key === 'lat'),
  )
  if (labels.length === 0) return near === null ? `${counted} en France` : counted
  const groups = FILTER_KEYS.map((key) => labels.filter((l) => l.key === key).map((l) => l.label))
  return [counted, ...groups.filter((group) => group.length > 0).map((group) => group.join(', '))].join(' — ')
}

/** What places are near to, as the end of a sentence: "de Prades", "du point choisi, près de Prades"; null when not asked. */
export function nearOf({ lat, commune }: Filters, names: Names): string | null {
  if (lat !== null) return duPoint(names.pres)
  return commune === null || names.sansPosition ? null : deCommune(names.commune ?? commune)
}

type Removal = { key: FilterKey; label: string; search: string }

/** One entry per active filter: its key, its words, and the query string ('?…' or '') without it, at page 1. */
export function removals(filters: Filters, names: Names = {}): Removal[] {
  return activeLabels(filters, names).map(({ key, value, label }) => {
    const kept = filters[key]
    const { initial, suite = [] } = entryOf(key)
    const without = Array.isArray(kept) ? kept.filter((item) => item !== value) : initial
    const rest = Object.fromEntries(suite.map((other) => [other, entryOf(other).initial]))
    const search = writeFilters({ ...filters, ...rest, page: 1, [key]: without }).toString()
    return { key, label: label.charAt(0).toUpperCase() + label.slice(1), search: search && `?${search}` }
  })
}
