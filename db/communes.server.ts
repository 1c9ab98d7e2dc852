import { foldCommune } from '#app/domain/texte/fold.ts'
import type { Db } from './connect.server.ts'
import { prepared } from './prepared.server.ts'

export type CommuneTrouvee = {
  code: string
  nom: string
  /** Its postcodes, ascending, separated by a space; '' when none is known. */
  codesPostaux: string
  departementCode: string
  departementNom: string
  population: number
}

const MAX_LENGTH = 200
const MAX_WORDS = 10
/** Fewer letters begin too many names to tell which was meant. */
const MIN_LIKE = 4
const MAX_LIKE = 50

// The rows are in the order of populations: no sort is needed.
const QUERY = `
  select code, nom, codes_postaux as codesPostaux, departement_code as departementCode,
    departement_nom as departementNom, population
  from recherche_commune where recherche_commune match ? order by rowid limit ?`

/**
 * The communes that a text names: those of this very name, then those whose name begins so, then those where every word
 * begins a word of the name or a postcode; each group by population. Accents, case and "St" are ignored. [] for a text
 * without a letter or digit. Never throws: what is typed is no operator.
 */
export function searchCommunes(db: Db, q: string, limit = 10): CommuneTrouvee[] {
  const words = wordsOf(q)
  if (words.length === 0) return []
  const whole = words.join('')
  const begun = run(db, `"=${whole}"*`, limit)
  // The most populated ten that begin so may leave out the smaller one of this very name.
  const full = begun.length === limit ? run(db, `"=${whole}="`, limit) : begun
  const found = new Map(full.filter(({ nom }) => wordsOf(nom).join('') === whole).map((one) => [one.code, one]))
  for (const one of begun) found.set(one.code, one)
  if (found.size < limit) for (const one of run(db, everyWord(words), limit)) found.set(one.code, one)
  return [...found.values()].slice(0, limit)
}

/**
 * The communes that a text comes closest to: those it names, else those named by its beginning, the last word shortened
 * letter by letter ("pradez", "montpelier", "66501"), those of about the same length first.
 */
export function communesLike(db: Db, q: string, limit = 6): CommuneTrouvee[] {
  const words = wordsOf(q)
  const last = words.pop() ?? ''
  for (let length = last.length; length >= Math.min(last.length, MIN_LIKE); length -= 1) {
    const found = searchCommunes(db, [...words, last.slice(0, length)].join(' '), MAX_LIKE)
    if (found.length > 0) return (length === last.length ? found : found.sort(byLength(q))).slice(0, limit)
  }
  return []
}

/** Those whose name is about as long as the text first; the sort keeps the order of populations within a length. */
function byLength(q: string) {
  const gap = ({ nom }: CommuneTrouvee) => Math.abs(nom.length - q.length)
  return (a: CommuneTrouvee, b: CommuneTrouvee) => gap(a) - gap(b)
}

/** Folded words hold letters and digits only: quoted, none of them is an operator. */
function wordsOf(q: string): string[] {
  const words = foldCommune(q.slice(0, MAX_LENGTH)).split(' ')
  return words.filter((word) => word !== '').slice(0, MAX_WORDS)
}

function everyWord(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' AND ')
}

function run(db: Db, match: string, limit: number): CommuneTrouvee[] {
  return prepared<[string, number], CommuneTrouvee>(db, QUERY).all(match, limit)
}
