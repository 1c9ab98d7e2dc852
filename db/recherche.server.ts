import type { Db } from './connect.server.ts'
import { prepared } from './prepared.server.ts'

/** Words that the files write in two ways. */
const VARIANTS: Record<string, string[]> = {
  st: ['st', 'saint'],
  ste: ['ste', 'sainte'],
  saint: ['saint', 'st'],
  sainte: ['sainte', 'ste'],
}
const MAX_WORDS = 20

/**
 * The numbers of the places (or the ids of the employers) where every word of the text begins a word of the name,
 * the commune or the address, accents and case aside. Null when the text is empty: nothing was asked.
 */
export function searchNumeros(db: Db, objet: 'lieu' | 'structure', text: string): Set<number> | null {
  if (text === '') return null
  const match = matchQuery(text)
  // A text without one letter or digit ("?!", an emoji) is found nowhere.
  if (match === null) return new Set()
  const query = prepared<[string, string], number>(
    db,
    'select numero from recherche where recherche match ? and objet = ?',
  )
  return new Set(query.pluck().all(match, objet))
}

/** Whether a place or an employer bears every word of the text, wherever it is. */
export function isNamed(db: Db, text: string): boolean {
  const match = matchQuery(text)
  const query = prepared<[string], number>(db, 'select 1 from recherche where recherche match ? limit 1')
  return match !== null && query.get(match) !== undefined
}

/** Each word is quoted, so that the operators of FTS5 (`OR`, `NEAR`, `*`, `"`) are plain text. */
function matchQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, MAX_WORDS)
  return words ? words.map(anyVariant).join(' AND ') : null
}

function anyVariant(word: string): string {
  const variants = VARIANTS[word.toLowerCase()] ?? [word]
  return `(${variants.map((variant) => `"${variant}"*`).join(' OR ')})`
}
