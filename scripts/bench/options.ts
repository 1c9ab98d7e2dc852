import { parseArgs } from 'node:util'

export const PARTS = ['pages', 'queries', 'points', 'map', 'verifications', 'serve', 'import', 'annee'] as const
export type Part = (typeof PARTS)[number]

export type BenchOptions = {
  /** In the order of `PARTS`, each once. */
  parts: Part[]
  /** Loads of each page. */
  runs: number
  /** Generated places; null: what each part says by itself. */
  lieux: number | null
  /** A database to measure instead of the demonstration (pages, verifications, serve) and of generated places (queries, points, map). */
  database: string | null
}

export const USAGE = `npm run bench                         every part
npm run bench -- PART…                ${PARTS.join(', ')}
  --runs N          loads of each page (5)
  --lieux N         generated places (import, annee, map and queries 20,000, points 4,000 and 20,000)
  --database PATH   a database to measure instead of the demonstration and of generated places`

/** Reads the command line. Throws a sentence that names what is wrong. */
export function readOptions(args: string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { runs: { type: 'string' }, lieux: { type: 'string' }, database: { type: 'string' } },
  })
  const unknown = positionals.find((name) => !PARTS.includes(name as Part))
  if (unknown !== undefined) throw new Error(`No part "${unknown}". Parts: ${PARTS.join(', ')}.`)
  return {
    parts: PARTS.filter((part) => positionals.length === 0 || positionals.includes(part)),
    runs: countOf('--runs', values.runs) ?? 5,
    lieux: countOf('--lieux', values.lieux),
    database: values.database ?? null,
  }
}

function countOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`${name} takes a whole number from 1, not "${text}".`)
  return Number(text)
}
