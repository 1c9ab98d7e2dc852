import { fold } from '../texte/fold.ts'

/** What a street is called, in full or as on an envelope. */
const VOIES =
  'rue|avenue|av|ave|boulevard|bd|bld|boul|place|pl|impasse|imp|chemin|che|chem|allee|allees|route|rte|quai|cours|square' +
  '|sq|passage|pass|sentier|ruelle|villa|cite|hameau|lotissement|lot|residence|res|faubourg|fbg|fg|esplanade' +
  '|promenade|venelle|montee|traverse|lieu dit|rond point|zone artisanale|zone industrielle|za|zi|zac'
const VOIE = new RegExp(`(^| )(${VOIES}) (?!\\d{5}\\b)[a-z0-9]`)
/** A house number: four digits at most (five are a postcode), then a word. */
const NUMERO = /(^| )\d{1,4}( ?(bis|ter|quater|[a-d]))? [a-z]/
const LETTERS_MIN = 5

/**
 * Whether a text may be a street address: a house number or the word of a street, five letters at least. Hardly any
 * commune looks like one ("Ruelle-sur-Touvre" does): whoever asks knows the communes.
 */
export function looksLikeAddress(text: string): boolean {
  const folded = fold(text)
  if (folded.replace(/[^a-z]/g, '').length < LETTERS_MIN) return false
  return NUMERO.test(folded) || VOIE.test(folded)
}

const LIAISONS = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l'])

/**
 * How many of the folded words are those of the street, its name included: a town comes after them. "rue de la gare
 * rodez": 4; "place du marche": 3, and no town. 0 for what has no word of a street.
 */
export function motsDeVoie(mots: readonly string[]): number {
  const text = mots.join(' ')
  const at = VOIE.exec(text)
  if (at === null) return 0
  const before = text.slice(0, at.index).split(' ').filter(Boolean).length
  const name = mots.findIndex((word, rang) => rang > before && !LIAISONS.has(word))
  return name < 0 ? mots.length : name
}
