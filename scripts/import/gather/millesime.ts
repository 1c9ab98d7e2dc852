import { basename } from 'node:path'
import { isDate } from '#app/lecture/normalise/values.ts'

const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
]

/** A full date in a file's name: `…-2023-04-05.csv`, `20230405-3925-cnfs.csv`; null when there is none. */
export function millesimeInName(name: string): string | null {
  const dates = [...name.matchAll(/(?<!\d)(20\d{2})[-_]?(\d{2})[-_]?(\d{2})(?!\d)/g)].map(
    ([, y, m, d]) => `${y}-${m}-${d}`,
  )
  return dates.find(isDate) ?? null
}

/** A date in words in a column's name: "Classement FRR et FRR+ au 10 juillet 2025". */
export function millesimeInHeader(header: string[]): string | null {
  for (const name of header) {
    const folded = name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
    const [, day, month, year] = folded.match(/(\d{1,2})(?:er)? ([a-z]+) (20\d{2})/) ?? []
    const at = MONTHS.indexOf(month ?? '')
    if (at >= 0) return `${year}-${String(at + 1).padStart(2, '0')}-${day?.padStart(2, '0')}`
  }
  return null
}

/** A year alone in a file's name, as its first day: the reference tables of a year. */
export function yearInName(name: string): string | null {
  const [year] = name.match(/(?<!\d)20\d{2}(?!\d)/) ?? []
  return year ? `${year}-01-01` : null
}

/** The day a file speaks of: that of its name, of its header, the latest of its rows, the year of its name, else `lastResort`. */
export function millesimeOf(path: string, header: string[], latest: string, lastResort: string): string {
  const name = basename(path)
  return millesimeInName(name) ?? millesimeInHeader(header) ?? (latest || yearInName(name) || lastResort)
}
