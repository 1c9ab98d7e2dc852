import { fold, foldCommune } from '#app/domain/texte/fold.ts'
import type { Journal } from './journal.ts'
import { readText } from './text.ts'

/**
 * The street part of an address: words that say nothing are taken off its start; the postcode and the town that it
 * repeats are taken off its end ("57 RUE RENE NICOD 01100 OYONNAX" → "57 RUE RENE NICOD"), since they are shown from their own columns.
 */
export function readAdresse(cells: Record<string, string>, journal: Journal, commune: string | null): string | null {
  const written = readText(cells, 'adresse', journal)
  if (written === null || written === '0') return null
  const text = written.replace(MOTS_VIDES, '')
  if (text !== written) journal.note('adresse', 'adresse.mot_vide', written, text)
  if (text === '') return null
  const street = streetOf(text, commune)
  if (street === text) return text
  journal.note('adresse', 'adresse.repete_commune', text, street ?? '')
  return street
}

/** What a program wrote where there was no number, no extension: "nul nul rue principale". */
const MOTS_VIDES = /^(?:(?:null?|undefined)(?:[\s,;-]+|$))+/i

/** The same of a text alone, null when nothing but the town is left. */
export function streetOf(text: string, commune: string | null): string | null {
  return withoutTown(text, commune).replace(/[\s,;-]+$/, '') || null
}

function withoutTown(text: string, commune: string | null): string {
  if (!/\d{5}|,/.test(text)) return text
  // Five digits, then only a town's name to the end: letters, a district number, CEDEX.
  const [match, before] =
    text.match(
      /^(.*?)[\s,-]*\b\d{5}\s+[\p{L}'’ .()/-]+(?:\d{1,2}(?:er|e|ème)?)?(?: cedex(?: \d+)?)?(?: \d{1,2})?$/iu,
    ) ?? []
  if (match !== undefined) return before ?? ''
  if (/^\d{5}$/.test(text)) return ''
  if (commune === null || !/\d/.test(text)) return text
  // No postcode: the town alone at the end of a numbered address, after a comma.
  const [, street, town] = text.match(/^(.*\d.*),\s*([^,]+)$/) ?? []
  return street && town && foldCommune(town) === foldCommune(commune) ? street : text
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

/** Abbreviations of ways, and articles. */
const MOTS: Record<string, string> = Object.assign(Object.create(null), {
  ...{ av: 'avenue', ave: 'avenue', bd: 'boulevard', bld: 'boulevard', boul: 'boulevard', bvd: 'boulevard' },
  ...{ pl: 'place', plc: 'place', rte: 'route', chem: 'chemin', che: 'chemin' },
  ...{ de: '', du: '', des: '', la: '', le: '', les: '', l: '', d: '' },
})
