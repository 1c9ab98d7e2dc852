/** The names a sentence may use: of departments by code, and of the filtered commune. */
export type Names = {
  departements?: ReadonlyMap<string, string>
  commune?: string | null
  /** The filtered commune stands nowhere on a map: its own places are kept, and no distance is said. */
  sansPosition?: boolean
  /** The commune nearest to the filtered position; null when the position is not in France. */
  pres?: string | null
  /** Said to who is there. */
  moi?: boolean
}

/** A value as it is written in a URL, in the words of JSON Schema. */
export type Forme =
  | { type: 'string'; enum?: readonly string[]; pattern?: string; maxLength?: number }
  | { type: 'integer' | 'number'; minimum?: number; maximum?: number }

type Words<T> = {
  /** A value as written in a URL, no space around it → the value, or undefined when it is not one. */
  read: (raw: string) => T | undefined
  /** What a valid value is, in French, as the end of an error sentence. */
  expected: string
  /** The filter said in a few words; absent for what does not restrict (`vue`, `page`). */
  label?: (value: T, names: Names) => string
  /** Parameters that mean nothing without this one: they go when it is removed. */
  suite?: readonly string[]
  /** What it asks, in French, for who writes a program; absent where no program is told of it. */
  sens?: string
  /** Any text when absent; a closed list says itself. */
  forme?: Forme
}

export type Many<T> = Words<T> & {
  repeatable: true
  initial: T[]
  order: (a: T, b: T) => number
  write: (v: T) => string
}
export type One<T> = Words<NonNullable<T>> & { repeatable: false; initial: T; write: (v: NonNullable<T>) => string }

/** Any kind, seen without the type of its values: an entry of a table of parameters. */
export type ParamKind = {
  repeatable: boolean
  sens?: string
  forme?: Forme
  initial: unknown
  expected: string
  read: (raw: string) => unknown
  write: (value: never) => string
  order?: (a: never, b: never) => number
}

/** A parameter that may be repeated: any of its values suits. Its canonical order is the closed list's. */
export function many<T extends string | number>(
  values: readonly T[],
  words: Words<T>,
  write = String as (v: T) => string,
): Many<T> {
  const rank = new Map(values.map((value, index) => [value, index]))
  const forme: Forme = { type: 'string', enum: values.map(write) }
  const order = (a: T, b: T) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)
  return { forme, ...words, repeatable: true, initial: [], order, write }
}

/** A parameter given once; `initial` is its value when absent, and is left out of URLs. */
export function one<T extends string | number | null>(initial: T, words: Words<NonNullable<T>>): One<T> {
  return { ...words, repeatable: false, initial, write: String }
}

/** A box to tick: `1` in a URL. */
export function flag(label?: string, sens?: string): One<boolean> {
  return {
    repeatable: false,
    forme: { type: 'string', enum: ['1', '0'] },
    ...(sens !== undefined && { sens }),
    initial: false,
    read: (raw) => (raw === '1' ? true : raw === '0' ? false : undefined),
    write: () => '1',
    expected: '1 (oui), ou rien',
    ...(label !== undefined && { label: () => label }),
  }
}

export function oneOf<T extends string>(values: readonly T[]): (raw: string) => T | undefined {
  return (raw) => values.find((value) => value.toLowerCase() === raw.toLowerCase())
}

/** One of a closed list, which the refusal gives whole. */
export function choice<T extends string>(
  values: readonly T[],
): { read: (raw: string) => T | undefined; expected: string; forme: Forme } {
  return { read: oneOf(values), expected: values.join(', '), forme: { type: 'string', enum: values } }
}

/** An integer written with digits only, between two bounds. */
export function integer(min: number, max: number): (raw: string) => number | undefined {
  return (raw) => {
    const value = /^\d{1,7}$/.test(raw) ? Number(raw) : Number.NaN
    return value >= min && value <= max ? value : undefined
  }
}

/** A coordinate in degrees within ± `max`, rounded to 3 decimals (about 100 m): no address can be told from it. */
export function degrees(max: number): (raw: string) => number | undefined {
  return (raw) => {
    const value = /^[+-]?\d{1,3}([.,]\d{1,20})?$/.test(raw) ? Number(raw.replace(',', '.')) : Number.NaN
    // Adding zero makes -0 plain.
    return Math.abs(value) <= max ? Math.round(value * 1000) / 1000 + 0 : undefined
  }
}
