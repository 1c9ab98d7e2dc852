import Papa from 'papaparse'
import { fold } from '#app/domain/texte/fold.ts'
import { ecartDe, ecartPermis } from '#app/domain/texte/orthographe.ts'
import texte from '../../../data/referentiel/epci.csv?raw'

/** A grouping of communes; `departement`: the code of the one that has most of its communes. */
export type Epci = { code: string; nom: string; departement: string }

let tous: Map<string, Epci> | undefined

function listEpci(): Map<string, Epci> {
  tous ??= new Map(Papa.parse<Epci>(texte, { header: true, skipEmptyLines: true }).data.map((row) => [row.code, row]))
  return tous
}

/** A grouping of communes by its SIREN; null when it is not known. */
export function epciByCode(code: string): Epci | null {
  return listEpci().get(code) ?? null
}

/** The name of a grouping of communes; null when it is not known. */
export function nomEpci(code: string | null): string | null {
  return code === null ? null : (listEpci().get(code)?.nom ?? null)
}

/**
 * The groupings in whose name every word begins a word, accents and case aside; else, every word with the letters that
 * a name may miss. One of this code first.
 */
export function searchEpci(q: string, limit: number): Epci[] {
  const words = wordsOf(q)
  if (words.length === 0) return []
  const suiting = (isWord: (word: string, own: string) => boolean) =>
    [...listEpci().values()].filter(({ code, nom }) => {
      const own = fold(nom).split(' ')
      return code === q.trim() || words.every((word) => own.some((one) => isWord(word, one)))
    })
  const begun = suiting((word, own) => own.startsWith(word))
  return (begun.length > 0 ? begun : suiting(isNearly)).slice(0, limit)
}

function isNearly(word: string, own: string): boolean {
  const permis = ecartPermis(own.length)
  return own.startsWith(word) || ecartDe(word, own, permis) <= permis
}

/** What the list writes short. */
const ABREGES: [when: RegExp, fix: string][] = [
  [/\bcommunautes? de communes\b|\bcom com\b|\bcomcom\b/, 'cc'],
  [/\bcommunautes? d agglomeration\b|\bagglomeration\b|\bagglo\b/, 'ca'],
  [/\bcommunautes? urbaine\b/, 'cu'],
]
/** Said between two words of a name, and not the same in two spellings of it. */
const LIAISONS = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et'])

function wordsOf(q: string): string[] {
  const short = ABREGES.reduce((text, [when, fix]) => text.replace(when, fix), fold(q))
  const words = short.split(' ').filter(Boolean)
  const own = words.filter((word) => !LIAISONS.has(word))
  return own.length > 0 ? own : words
}
