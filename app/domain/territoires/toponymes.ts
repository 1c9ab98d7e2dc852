import { fold } from '../texte/fold.ts'

/**
 * `absorbee`: a commune of the past that has no mayor of its own any more; `localite`: a town within a commune, of which
 * it bears neither the name nor a former one.
 */
export type GenreToponyme = 'commune' | 'deleguee' | 'associee' | 'absorbee' | 'renommee' | 'localite'

/** What is written short on an envelope, and in full in the list of communes. */
const ABREGES: Record<string, string> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
  ss: 'sous',
  fd: 'ferrand',
  frd: 'ferrand',
  nd: 'notre dame',
  ndame: 'notre dame',
}

/** "s" alone is "sur" between two words, and what an apostrophe leaves elsewhere. */
const ABREGE_DE_SUR = /(?<=[a-z]) s (?=[a-z]{3})/g

/**
 * The words of a name as the index holds them, abbreviations in full: "ST-JEAN S/ MER" → "saint jean sur mer".
 * A name written without its spaces has the same `cleOf`.
 */
export function motsOf(name: string): string {
  const words = fold(name).replace(ABREGE_DE_SUR, ' sur ').split(' ')
  // Alone, "st" or "fd" is the beginning of nothing that is known.
  return words.length === 1 ? (words[0] ?? '') : words.map((word) => ABREGES[word] ?? word).join(' ')
}

export function cleOf(mots: string): string {
  return mots.replaceAll(' ', '')
}

/** What is heard alike, applied in order on the folded letters without spaces. */
const SONS: [when: RegExp, fix: string][] = [
  [/ph/g, 'f'],
  [/sch|ch/g, '#'],
  [/h/g, ''],
  [/sc(?=[eiy])|c(?=[eiy])/g, 's'],
  [/gu(?=[eiy])/g, '!'],
  [/g(?=[eiy])/g, 'j'],
  [/!/g, 'g'],
  [/qu|q|ck|c/g, 'k'],
  [/z/g, 's'],
  // What is written at the end and not heard.
  [/[xs]$/, ''],
  [/[td]$/, ''],
  [/e$/, ''],
  [/([a-z#])\1+/g, '$1'],
  [/y/g, 'i'],
  [/eau|au/g, 'o'],
  [/[ae]in(?=[^aeiou]|$)/g, 'in'],
  [/oeu?/g, 'e'],
  [/[ae]i/g, 'e'],
  [/em(?=[bp])|en(?=[^aeiou])|am(?=[bp])/g, 'an'],
  [/om(?=[bp])/g, 'on'],
  [/im(?=[bp])/g, 'in'],
]

/** The sound of a name, roughly: "Aurillac" and "orillac", "Toulouse" and "toulouze" have one. `ç` is heard. */
export function sonOf(name: string): string {
  const letters = cleOf(motsOf(name.replace(/ç/gi, 'ss')))
  return SONS.reduce((text, [when, fix]) => text.replace(when, fix), letters)
}
