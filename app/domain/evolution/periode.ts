import { one, oneOf } from '../parametres/kinds.ts'
import { type ParamError, readParams, writeParams } from '../parametres.ts'
import { formatDate } from '../texte/format.ts'

/** Two dates of files, the first before the second; null when there are not two files. */
export type Periode = { de: string; a: string } | null

/** The parameters of `/evolution`, where these lists are known (oldest first). */
export function parametresPeriode(dates: readonly string[]) {
  const known = dates.map((date) => `${date} (${formatDate(date)})`).join(', ')
  const words = {
    read: oneOf(dates),
    expected: dates.length === 0 ? 'la date d’une liste de postes, et aucune n’est importée' : known,
  }
  return { de: one<string | null>(null, words), a: one<string | null>(null, words) }
}

/**
 * The two millésimes asked by `?de=…&a=…` among those known (oldest first): by default the first and the last. Two
 * dates the wrong way round are put right; a date of no file is refused, and so is twice the same.
 */
export function readPeriode(
  params: URLSearchParams,
  dates: readonly string[],
): { periode: Periode; errors: ParamError[] } {
  const { values, errors } = readParams(parametresPeriode(dates), params)
  const { de, a } = values
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined || first === last) return { periode: null, errors }
  if (de !== null && de === a) {
    const message = `Les paramètres « de » et « a » donnent la même date, le ${formatDate(de)} : choisissez deux dates différentes.`
    return { periode: { de: first, a: last }, errors: [...errors, { param: 'a', value: a, message }] }
  }
  // One date alone is compared with the end that it is not.
  const left = de ?? (a === first ? last : first)
  const right = a ?? (de === last ? first : last)
  return { periode: left < right ? { de: left, a: right } : { de: right, a: left }, errors }
}

/** The query that means these two dates whatever is imported later. */
export function writePeriode(periode: NonNullable<Periode>): URLSearchParams {
  return writeParams(parametresPeriode([]), periode)
}
