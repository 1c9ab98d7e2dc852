import fc from 'fast-check'
import type { Description } from './openapi.ts'

type Operation = NonNullable<Description['paths'][string]['get']>
type Parametre = NonNullable<Operation['parameters']>[number]
type Forme = Parametre['schema']
export type Demande = { template: string; path: string; headers: Record<string, string> }

/** What people and programs write where they should not. */
const INTRUS = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    'NaN',
    'null',
    '99999999999999999999',
    "'; drop table lieu; --",
    '<script>',
    '%00',
    '\u0000',
  ],
  ...[
    'é'.repeat(300),
    '../../etc/passwd',
    '__proto__',
    '1,2,3',
    '180,0,-180,0',
    '1,1,1,1',
    '🙂',
    '\ud800',
    'true',
    '2021-02-30',
  ],
]

/**
 * Requests made from a description: of each operation, some of its parameters with values that it admits, others with values
 * that nothing admits, and now and then a parameter that it does not know. `parts`: known values of the parts of paths.
 */
export function demandes(
  description: Description,
  parts: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<Demande> {
  const operations = Object.entries(description.paths).flatMap(([template, { get }]) =>
    get ? [{ template, get }] : [],
  )
  return fc.constantFrom(...operations).chain(({ template, get }) => {
    const parametres = get.parameters ?? []
    const query = parametres.filter((one) => one.in === 'query')
    return fc
      .record({
        path: pathOf(template, parts),
        params: fc
          .subarray(query, { maxLength: Math.min(4, query.length) })
          .chain((some) => fc.tuple(...some.map(valued))),
        autre: fc.oneof(
          { weight: 30, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constantFrom('zzz', 'constructor', 'lat[]', '') },
        ),
        accept: fc.constantFrom(
          '*/*',
          'application/json',
          'text/csv',
          'application/geo+json',
          'text/csv;q=x, */*',
          ',,;;',
        ),
      })
      .map(({ path, params, autre, accept }) => {
        const search = new URLSearchParams(params.flat())
        if (autre !== null) search.append(autre, '1')
        return { template, path: search.size === 0 ? path : `${path}?${search}`, headers: { Accept: accept } }
      })
  })
}

function pathOf(template: string, parts: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<string> {
  const pieces = template.split('/').map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1]
    if (name === undefined) return fc.constant(piece)
    const key = `${template.split('/')[3]}.${name}`
    const known = fc.constantFrom(...(parts[key] ?? ['0']))
    const extension = fc.constantFrom('', '', '.json', '.geojson', '.csv', '.xlsx')
    const written = fc.tuple(known, extension).map(([value, suffix]) => value + suffix)
    return fc
      .oneof({ weight: 4, arbitrary: written }, { weight: 1, arbitrary: intrus().filter((one) => one.trim() !== '') })
      .map(encode)
  })
  return fc.tuple(...pieces).map((all) => all.join('/'))
}

function valued({ name, schema }: Parametre): fc.Arbitrary<[string, string][]> {
  const admitted =
    schema.type === 'array' && schema.items
      ? fc.array(admis(schema.items), { maxLength: 3 })
      : admis(schema).map((one) => [one])
  const values = fc.oneof({ weight: 12, arbitrary: admitted }, { weight: 1, arbitrary: intrus().map((one) => [one]) })
  return values.map((all) => all.map((value): [string, string] => [name, value]))
}

/** A value that the description admits. */
function admis(forme: Forme): fc.Arbitrary<string> {
  if (forme.enum) return fc.constantFrom(...forme.enum)
  const { minimum: min = 0, maximum: max = 1000 } = forme
  if (forme.type === 'integer')
    return fc.oneof(fc.integer({ min, max: Math.min(max, min + 20) }), fc.integer({ min, max })).map(String)
  if (forme.type === 'number') return fc.integer({ min: min * 1000, max: max * 1000 }).map((one) => String(one / 1000))
  if (forme.pattern) return fc.stringMatching(new RegExp(forme.pattern))
  return fc.oneof(fc.constantFrom('gueret', '23000', 'mairie', '46.1,1.8', '48.8,2.3'), fc.string({ maxLength: 40 }))
}

function intrus(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom(...INTRUS), fc.string({ unit: 'binary', maxLength: 30 }))
}

function encode(value: string): string {
  // Half of a pair of signs cannot be written in an address.
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'))
}
