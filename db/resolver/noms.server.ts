import { fold } from '#app/domain/texte/fold.ts'
import type { Db } from '../connect.server.ts'
import { prepared } from '../prepared.server.ts'
import { searchNumeros } from '../recherche.server.ts'

/**
 * `propres`: a place or an employer is called so, or these words are those of many names; `presents`: a place holds them,
 * `employeurs`: an employer alone; `aucun`: none does.
 */
export type Presence = 'propres' | 'presents' | 'employeurs' | 'aucun'

/** From so many names a word is one of places ("médiathèque"), not a town that was ill spelled in one of them. */
const COURANT = 3
const MAX_COMPARES = 50

/** What the names of places and employers hold of these folded words. */
export function presenceDe(db: Db, mots: readonly string[], text: string): Presence {
  const words = mots.map((word) => `"${word}"`).join(' AND ')
  const query = `select nom from recherche where recherche match ? limit ${MAX_COMPARES}`
  const noms = words === '' ? [] : prepared<[string], string>(db, query).pluck().all(`{nom} : (${words})`)
  const asked = fold(text)
  if (noms.length >= COURANT || noms.some((nom) => fold(nom) === asked)) return 'propres'
  if (searchNumeros(db, 'lieu', text)?.size) return 'presents'
  return searchNumeros(db, 'structure', text)?.size ? 'employeurs' : 'aucun'
}
