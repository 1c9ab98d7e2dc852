import type { ParamKind } from './parametres/kinds.ts'

/** The parameters of a page by name, in canonical order: what a value is, its default, whether it may be repeated. */
export type ParamTable = Readonly<Record<string, ParamKind>>
/** What a URL asks of a page. The URL is the only state: `readParams` and `writeParams` are inverse of each other. */
export type ParamValues<T extends ParamTable> = { [K in keyof T]: T[K]['initial'] }
/** A refusal: its parameter, what was typed ('' when it is missing), and the sentence for who reads. */
export type ParamError = { param: string; value: string; message: string }

/** An entry of a table, seen without its type: what code over all parameters needs. */
type Entry = Omit<ParamKind, 'write' | 'order'> & {
  write: (value: unknown) => string
  order?: (a: unknown, b: unknown) => number
}

/** Invalid values are named in `errors` and left out; the valid ones are kept; what no table names is ignored. */
export function readParams<T extends ParamTable>(table: T, params: URLSearchParams) {
  const errors: ParamError[] = []
  const read = ([param, kind]: [string, ParamKind]) => [
    param,
    readEntry(param, kind as Entry, params.getAll(param), errors),
  ]
  return { values: Object.fromEntries(Object.entries(table).map(read)) as ParamValues<T>, errors }
}

function readEntry(param: string, entry: Entry, raws: string[], errors: ParamError[]): unknown {
  const values: unknown[] = []
  for (const raw of raws) {
    const text = raw.trim()
    // A form sends its empty fields: nothing was asked.
    if (text === '') continue
    const value = entry.read(text)
    if (value === undefined) errors.push(refusal(param, text, entry.expected))
    else if (!values.includes(value)) values.push(value)
  }
  if (entry.repeatable) return values.sort(entry.order)
  for (const extra of values.slice(1)) {
    const message = `Le paramètre « ${param} » ne peut être donné qu’une fois.`
    errors.push({ param, value: entry.write(extra), message })
  }
  return values[0] ?? entry.initial
}

/** The canonical query string: the table's order, default values left out. */
export function writeParams<T extends ParamTable>(table: T, values: ParamValues<T>): URLSearchParams {
  const params = new URLSearchParams()
  // A page writes a hundred addresses, most of which ask for one thing.
  for (const param in table) {
    const entry = table[param] as unknown as Entry
    const value: unknown = values[param]
    if (entry.repeatable) {
      const items = value as unknown[]
      if (items.length > 0) for (const item of [...items].sort(entry.order)) params.append(param, entry.write(item))
    } else if (value !== entry.initial) params.append(param, entry.write(value))
  }
  return params
}

/** Parameters that no table names, once each: ignored by pages, refused by the API. */
export function unknownNames(params: URLSearchParams, ...tables: ParamTable[]): string[] {
  return [...new Set(params.keys())].filter((name) => !tables.some((table) => Object.hasOwn(table, name)))
}

/** The one sentence for a value that means nothing; `expected` ends it: what a valid one is. */
export function refusal(param: string, value: string, expected: string): ParamError {
  const message = `Le paramètre « ${param} » ne connaît pas « ${echo(value)} ». Valeur attendue : ${expected}.`
  return { param, value, message }
}

/** The sentence for a parameter that another one asks for; `advice` ends it. */
export function missing(param: string, advice: string): ParamError {
  return { param, value: '', message: `Le paramètre « ${param} » manque : ${advice}.` }
}

/** What was typed is said back in this many characters at most: an address holds thousands. */
export const ECHO_MAX = 40

export function echo(typed: string): string {
  return typed.length > ECHO_MAX ? `${typed.slice(0, ECHO_MAX)}…` : typed
}
