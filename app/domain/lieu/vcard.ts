import { isApproximate, type Precision } from '../vocabulary.ts'
import type { Adresse } from './adresse-affichee.ts'

export type LieuEnCarte = Adresse & {
  nom: string
  telephone: string | null
  courriels: readonly string[]
  sitesWeb: readonly string[]
  lat: number | null
  lon: number | null
  precision: Precision
}

/** A line holds this many bytes at most; the next begins with a space (RFC 2426 §2.6). */
const LIGNE_MAX = 75

/**
 * A place as a card of a phone's contacts: vCard 3.0 (RFC 2426), which phones of ten years read. `url`: its page;
 * `note`: a text of several lines.
 */
export function vcardDuLieu(lieu: LieuEnCarte, url: string, note: string): string {
  const { nom, telephone, courriels, sitesWeb, lat, lon, precision } = lieu
  const placed = lat !== null && lon !== null && !isApproximate(precision)
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    // A place has no first name; with its name as an organisation, phones file it as one.
    'N:;;;;',
    `FN:${escaped(nom)}`,
    `ORG:${escaped(nom)}`,
    'X-ABShowAs:COMPANY',
    ...(telephone === null ? [] : [`TEL;TYPE=WORK,VOICE:${escaped(telephone)}`]),
    ...courriels.map((courriel) => `EMAIL;TYPE=INTERNET:${escaped(courriel)}`),
    `ADR;TYPE=WORK:;${adresseOf(lieu)};France`,
    ...(placed ? [`GEO:${lat};${lon}`] : []),
    ...[url, ...sitesWeb].map((site) => `URL:${escaped(site)}`),
    ...(note === '' ? [] : [`NOTE:${escaped(note)}`]),
    `UID:${escaped(url)}`,
    'END:VCARD',
  ]
    .map((ligne) => `${fold(ligne)}\r\n`)
    .join('')
}

/** Extended address; street; town; region; postcode. */
function adresseOf({ complementAdresse, adresse, communeNom, codePostal }: Adresse): string {
  return [complementAdresse, adresse, communeNom, '', codePostal].map((part) => escaped(part ?? '')).join(';')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Cut between characters, never within the bytes of one. */
function fold(ligne: string): string {
  const encoder = new TextEncoder()
  const lignes: string[] = []
  let [own, bytes] = ['', 0]
  for (const character of ligne) {
    const size = encoder.encode(character).length
    if (bytes + size > LIGNE_MAX) {
      lignes.push(own)
      ;[own, bytes] = [' ', 1]
    }
    own += character
    bytes += size
  }
  return [...lignes, own].join('\r\n')
}
