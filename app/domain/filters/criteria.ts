import type { Secteur } from '../distance/cellule.ts'
import type { FilterKey, Filters } from '../filters.ts'
import { RURALITES } from '../vocabulary.ts'
import { bitsOf, type ChampColumn, type Columns, EMPLOYEURS, rankOfDepartement } from './columns.ts'
import { opening } from './ouverts.ts'
import { isAround, isNear } from './proches.ts'

/** The filters that ask what only a place can say. */
const PLACE_FILTERS = [
  'service',
  'public',
  'prise_en_charge',
  'acces',
  'label',
  'gratuit',
  'acceslibre',
] as const satisfies FilterKey[]

/** A question to the row of this index. */
type Test = (row: number) => boolean
/** `unknown`: of a row that the test refuses, whether its data does not say: it may suit, and is not counted. */
type Question = { test: Test; unknown?: Test }
type Criterion<K extends FilterKey> = (value: Filters[K], columns: Columns, instant: Date) => Question | null

/** Each filter's question; null when nothing is asked. `q` and the position are answered apart. */
const CRITERIA: { [K in FilterKey]?: Criterion<K> } = {
  departement: (codes, { departement }) => anyOf(codes.map(rankOfDepartement), departement),
  ruralite: (classes, { ruralite }) =>
    anyOf(
      classes.map((value) => RURALITES.indexOf(value)),
      ruralite,
    ),
  densite: (levels, { densite }) => anyOf(levels, densite),
  frr: (on, { frr }) => (on ? anyOf([1], frr) : null),
  service: (values, columns) => {
    const asked = anyBit('service', values, columns)
    return asked && { ...asked, unknown: (row) => columns.service[row] === 0 || columns.generique[row] === 1 }
  },
  public: (values, columns) => anyBit('public', values, columns),
  prise_en_charge: (values, columns) => anyBit('prise_en_charge', values, columns),
  acces: (values, columns) => anyBit('acces', values, columns),
  label: (values, columns) => anyBit('label', values, columns),
  gratuit: (on, columns) => anyBit('frais', on ? ['Gratuit'] : [], columns),
  acceslibre: (on, { acceslibre }) => (on ? anyOf([1], acceslibre) : null),
  employeur: (kinds, { employeur }) =>
    anyOf(
      kinds.map((kind) => Object.keys(EMPLOYEURS).indexOf(kind)),
      employeur,
    ),
  zrr: (on, { zrr }) => (on ? anyOf([1], zrr) : null),
  qpv: (on, { qpv }) => (on ? anyOf([1], qpv) : null),
  ouvert: (moment, columns, instant) => {
    if (moment === null) return null
    const { ouvert, ancien } = opening(columns, moment, instant)
    return { test: ouvert, unknown: ancien }
  },
}

function anyOf(values: readonly number[], column: Uint8Array): Question | null {
  if (values.length === 0) return null
  const wanted = new Uint8Array(256)
  for (const value of values) wanted[value] = 1
  return { test: (row) => wanted[column[row] as number] === 1 }
}

function anyBit(champ: ChampColumn, values: readonly string[], columns: Columns): Question | null {
  const bits = bitsOf(champ, values)
  const column = columns[champ]
  return bits === 0 ? null : { test: (row) => ((column[row] as number) & bits) !== 0 }
}

type Asked = { key: FilterKey } & Question

/**
 * What the filters are asked against: what the text search found (null when not asked), where the position or the
 * commune stands (null when not asked or nowhere), and the instant of the question.
 */
type Answered = { found: ReadonlySet<number> | null; position: Secteur | null; instant: Date }

/** The questions that filters ask to these columns. */
export function criteriaOf(filters: Filters, columns: Columns, { found, position, instant }: Answered): Asked[] {
  const asked: Asked[] = found ? [{ key: 'q', test: (row) => found.has(columns.numero[row] as number) }] : []
  const { commune, rayon } = filters
  if (position) asked.push({ key: 'commune', test: isNear(columns, position, rayon + position.etendueKm) })
  else if (commune !== null) asked.push({ key: 'commune', test: (row) => columns.commune[row] === commune })
  for (const key of Object.keys(CRITERIA) as FilterKey[]) {
    const question = (CRITERIA[key] as Criterion<typeof key>)(filters[key] as never, columns, instant)
    if (question) asked.push({ key, ...question })
  }
  return asked
}

/** A filter asks what a row of the structures file does not say: services, publics, fees, where a post stands… */
export function asksOfPlaces(filters: Filters): boolean {
  return isAround(filters) || filters.ouvert !== null || asksOfOffre(filters)
}

/** A filter asks what a place offers, which neither a row of the structures file nor a France services says. */
export function asksOfOffre(filters: Filters): boolean {
  return PLACE_FILTERS.some((key) => (Array.isArray(filters[key]) ? filters[key].length > 0 : filters[key]))
}

/**
 * Indexes of rows, ascending: `kept` suit every question, and of the others, those that one question alone refuses stand
 * under its key, which is what the options of that filter are counted on. `incertains`: the same of those that suit
 * every question whose answer their data holds, and that it leaves another unanswered.
 */
export type SortedRows = Rows & { incertains: Rows }
type Rows = { kept: number[]; refused: Partial<Record<FilterKey, number[]>> }

/** One pass over the rows answers all that is asked of them: the list, and the counts of every filter. */
export function sortRows({ length }: Columns, asked: Asked[]): SortedRows {
  const rowsOf = (): Rows => ({ kept: [], refused: Object.fromEntries(asked.map(({ key }) => [key, []])) })
  const [certain, incertains] = [rowsOf(), rowsOf()]
  for (let row = 0; row < length; row += 1) sortRow(row, asked, certain, incertains)
  return { ...certain, incertains }
}

function sortRow(row: number, asked: Asked[], certain: Rows, incertains: Rows): void {
  let missed: FilterKey | null = null
  let silent: FilterKey | null = null
  let silences = 0
  for (const { key, test, unknown } of asked) {
    if (test(row)) continue
    if (unknown?.(row)) {
      silent = key
      silences += 1
    } else if (missed === null) missed = key
    else return
  }
  const rows = silent === null ? certain : incertains
  if (missed === null) rows.kept.push(row)
  else rows.refused[missed]?.push(row)
  // Without the one question that it leaves unanswered, it suits.
  if (missed === null && silent !== null && silences === 1) certain.refused[silent]?.push(row)
}
