import { foldCommune } from '#app/domain/fold.ts'
import type { Db } from './connect.server.ts'

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

// The rows are in the order of populations: no sort is needed.
const QUERY = `
  select c.code, c.nom, r.codes_postaux as codesPostaux, d.code as departementCode, d.nom as departementNom, c.population
  from (select rowid as rang, code, codes_postaux from recherche_commune where recherche_commune match ?
        order by rowid limit ?) r
  join commune c on c.code = r.code join departement d on d.code = c.departement_code order by r.rang`

/**
 * The communes that a text names: those of this very name, then those whose name begins so, then those where every word
 * begins a word of the name or a postcode; each group by population. Accents, case and "St" are ignored. [] for a text
 * without a letter or digit. Never throws: what is typed is no operator.
 */
export function searchCommunes(db: Db, q: string, limit = 10): CommuneTrouvee[] {
  const words = wordsOf(q)
  if (words.length === 0) return []
  const whole = words.join('')
  const found = new Map<string, CommuneTrouvee>()
  for (const match of [
    `entier : "${whole}"`,
    `entier : "${whole}"*`,
    words.map((word) => `"${word}"*`).join(' AND '),
  ]) {
    for (const commune of run(db, match, limit)) found.set(commune.code, found.get(commune.code) ?? commune)
    if (found.size >= limit) break
  }
  return [...found.values()].slice(0, limit)
}

/** The communes whose name or postcode, or both ("Prades", "66500", "66500 Prades"), is exactly the text. */
export function communesNamed(db: Db, q: string, limit = 6): CommuneTrouvee[] {
  const words = wordsOf(q)
  const codePostal = words.find((word) => /^\d{5}$/.test(word))
  const nom = words.filter((word) => word !== codePostal).join('')
  const asked = [nom && `entier : "${nom}"`, codePostal && `codes_postaux : "${codePostal}"`].filter(Boolean)
  return asked.length === 0 ? [] : run(db, asked.join(' AND '), limit)
}

/** Folded words hold letters and digits only: quoted, none of them is an operator. */
function wordsOf(q: string): string[] {
  const words = foldCommune(q.slice(0, MAX_LENGTH)).split(' ')
  return words.filter((word) => word !== '').slice(0, MAX_WORDS)
}

function run(db: Db, match: string, limit: number): CommuneTrouvee[] {
  return db.$client.prepare<[string, number], CommuneTrouvee>(QUERY).all(match, limit)
}
