import { fold } from './fold.ts'

const ABSENT = new Set([
  '',
  'null',
  'undefined',
  'none',
  'nan',
  'n a',
  'na',
  'non renseigne',
  'non defini',
  'sans objet',
  'inconnu',
])

/** No absent word is longer, punctuation around it included: a long cell is not folded for nothing. */
const MAX_ABSENT = 24

/** True for a cell that says nothing: empty, `null`, "Non défini", "non renseigné", "sans objet", only zeros in a SIRET's place. */
export function isAbsent(text: string | null | undefined): boolean {
  return text == null || (text.length <= MAX_ABSENT && ABSENT.has(fold(text)))
}

/** The trimmed text with single spaces, or null when it says nothing. */
export function present(text: string | null | undefined): string | null {
  if (text == null) return null
  const clean = text.replace(/[\s\u00a0]+/g, ' ').trim()
  return isAbsent(clean) ? null : clean
}
