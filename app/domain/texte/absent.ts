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
  if (text == null || text === '') return true
  return text.length <= MAX_ABSENT && MAY_BE_ABSENT.test(text) && ABSENT.has(fold(text))
}

/** The first letter of an absent word, after any punctuation; or no letter nor figure at all. */
const MAY_BE_ABSENT = /^[^\p{L}\p{N}]*(?:[nuis]|$)/iu

/** The trimmed text with single spaces, or null when it says nothing. */
export function present(text: string | null | undefined): string | null {
  if (text == null) return null
  const clean = (UNTIDY.test(text) ? text.replace(/[\s\u00a0]+/g, ' ') : text).trim()
  return isAbsent(clean) ? null : clean
}

/** Two spaces, or one that is no plain space. */
const UNTIDY = /[^\S ]| {2}|\u00a0/
