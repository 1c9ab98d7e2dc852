import { formatDate } from '../format.ts'

/** Two dates of files, the first before the second; null when there are not two files. `errors` name the parameter. */
export type Periode = { de: string; a: string } | null
export type ErreurPeriode = { param: 'de' | 'a'; message: string }

/**
 * The two millésimes asked by `?de=…&a=…` among those known (oldest first): by default the first and the last. Two
 * dates the wrong way round are put right; a date of no file is refused, and so is twice the same.
 */
export function readPeriode(
  params: { get: (name: string) => string | null },
  dates: readonly string[],
): { periode: Periode; errors: ErreurPeriode[] } {
  const errors: ErreurPeriode[] = []
  const read = (param: 'de' | 'a') => {
    const asked = params.get(param)?.trim()
    if (!asked) return null
    if (dates.includes(asked)) return asked
    errors.push({ param, message: unknownDate(param, asked, dates) })
    return null
  }
  const [de, a] = [read('de'), read('a')]
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined || first === last) return { periode: null, errors }
  if (de !== null && de === a) {
    const message = `Les paramètres « de » et « a » donnent la même date, le ${formatDate(de)} : choisissez deux dates différentes.`
    return { periode: { de: first, a: last }, errors: [{ param: 'a', message }] }
  }
  // One date alone is compared with the end that it is not.
  const left = de ?? (a === first ? last : first)
  const right = a ?? (de === last ? first : last)
  return { periode: left < right ? { de: left, a: right } : { de: right, a: left }, errors }
}

function unknownDate(param: string, asked: string, dates: readonly string[]): string {
  const shown = asked.length > 40 ? `${asked.slice(0, 40)}…` : asked
  const known = dates.map((date) => `${date} (${formatDate(date)})`).join(', ')
  const rest = dates.length === 0 ? 'aucune liste n’est importée' : `dates connues : ${known}`
  return `Paramètre « ${param} » : aucune liste de postes n’a la date « ${shown} » ; ${rest}.`
}
