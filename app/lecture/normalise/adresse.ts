import { fold, foldCommune } from '#app/domain/texte/fold.ts'
import type { Journal } from './journal.ts'
import { readText } from './text.ts'

/**
 * The street part of an address: words that say nothing are taken off its start; the postcode and the town that it
 * repeats are taken off its end ("57 RUE RENE NICOD 01100 OYONNAX" → "57 RUE RENE NICOD"), since they are shown from their
 * own columns. `communes`: the town's names, as published and today's. Null when nothing but the town is left.
 */
export function readAdresse(
  cells: Record<string, string>,
  journal: Journal,
  communes: readonly (string | null)[],
): string | null {
  const written = readText(cells, 'adresse', journal)
  if (written === null || written === '0') return null
  const text = written.replace(MOTS_VIDES, '')
  if (text !== written) journal.note('adresse', 'adresse.mot_vide', written, text)
  if (text === '') return null
  const street = streetOf(text, communes)
  // A sign at the end is no fault to speak of; and of an address that is a town alone, nothing would be left.
  if (street !== trimEndOf(text, SIGNES)) journal.note('adresse', 'adresse.repete_commune', text, street)
  return street
}

/** What a program wrote where there was no number, no extension: "nul nul rue principale". */
const MOTS_VIDES = /^(?:(?:null?|undefined)(?:[\s,;-]+|$))+/i
const SIGNES = ' \t\n\u00a0,;-'

/** The same of a text alone, null when nothing but the town is left. Linear in its length: each part is scanned once. */
export function streetOf(text: string, communes: readonly (string | null)[]): string | null {
  return trimEndOf(withoutTown(text, communes), SIGNES) || null
}

/** Five digits that a space follows, the start of a postcode and its town; those of a box or of a "course spéciale" are none. */
const POSTCODE = /(?<!\b(?:b\.?p|c\.?s|t\.?s\.?a)\.?\s?(?:n\s?°\s?)?)\b\d{5}(?=\s)/gi
/** Only a town's name to the end: letters, a district number, CEDEX. It stops at the first other digit. */
const TOWN = /\s+[\p{L}'’ .()/-]+(?:\d{1,2}(?:er|e|ème)?)?(?: cedex(?: \d+)?)?(?: \d{1,2})?$/iuy

function withoutTown(text: string, communes: readonly (string | null)[]): string {
  if (!/\d{5}|,/.test(text)) return text
  const own = new Set(communes.flatMap((one) => (one === null ? [] : [...keysOf(one)])))
  const isOwn = (name: string) => [...keysOf(name)].some((key) => own.has(key)) || /^\s*cedex( \d+)?$/i.test(name)
  for (const { index } of text.matchAll(POSTCODE)) {
    TOWN.lastIndex = index + 5
    if (TOWN.test(text)) return isOwn(text.slice(index + 5)) ? trimEndOf(text.slice(0, index), SIGNES) : text
  }
  if (/^\d{5}$/.test(text)) return ''
  // No postcode: the town alone at the end of a numbered address, after a comma.
  const comma = text.lastIndexOf(',')
  const street = text.slice(0, Math.max(comma, 0))
  return /\d/.test(street) && isOwn(text.slice(comma + 1)) ? street : text
}

/** A name as it is typed in an address: its apostrophes and hyphens are lost, and its article. */
function* keysOf(commune: string): Generator<string> {
  const folded = foldCommune(commune)
  yield folded.replaceAll(' ', '')
  yield folded.replace(/^(?:l|le|la|les) /, '').replaceAll(' ', '')
}

function trimEndOf(text: string, chars: string): string {
  let end = text.length
  while (end > 0 && chars.includes(text[end - 1] as string)) end -= 1
  return text.slice(0, end)
}

/** The address folded for comparison: abbreviations of ways written in full, articles and commas away. */
export function foldAdresse(text: string): string {
  let adresse = ''
  for (const word of fold(text).split(' ')) {
    const full = MOTS[word] ?? word
    if (full !== '') adresse += adresse === '' ? full : ` ${full}`
  }
  return adresse
}

/** Saint and Sainte written short, in a name or an address: where two spellings of one place are compared. */
export function unfoldSaints(folded: string): string {
  return folded.replace(/(^| )st(e?)(?= [a-z])/g, '$1saint$2')
}

/** Abbreviations of ways, and articles. */
const MOTS: Record<string, string> = Object.assign(Object.create(null), {
  ...{ av: 'avenue', ave: 'avenue', bd: 'boulevard', bld: 'boulevard', boul: 'boulevard', bvd: 'boulevard' },
  ...{ pl: 'place', plc: 'place', rte: 'route', chem: 'chemin', che: 'chemin' },
  ...{ de: '', du: '', des: '', la: '', le: '', les: '', l: '', d: '' },
})
