import Papa from 'papaparse'
import { fold } from '#app/domain/texte/fold.ts'
import texte from '../../../data/referentiel/epci.csv?raw'

/** A grouping of communes; `departement`: the code of the one that has most of its communes. */
export type Epci = { code: string; nom: string; departement: string }

let tous: Map<string, Epci> | undefined

function listEpci(): Map<string, Epci> {
  tous ??= new Map(Papa.parse<Epci>(texte, { header: true, skipEmptyLines: true }).data.map((row) => [row.code, row]))
  return tous
}

/** The name of a grouping of communes; null when it is not known. */
export function nomEpci(code: string | null): string | null {
  return code === null ? null : (listEpci().get(code)?.nom ?? null)
}

/** The groupings in whose name every word begins a word, accents and case aside; one of this code first. */
export function searchEpci(q: string, limit: number): Epci[] {
  const words = fold(q).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const suits = ({ code, nom }: Epci) => {
    const own = fold(nom).split(' ')
    return code === q.trim() || words.every((word) => own.some((one) => one.startsWith(word)))
  }
  return [...listEpci().values()].filter(suits).slice(0, limit)
}
