import { compte } from '#app/domain/texte/format.ts'

/** What one upload may cost. Sizes in bytes, times in milliseconds. */
export type Limites = {
  /** Of the file, or of the text pasted. */
  fichier: number
  /** Of the whole request: the file, and the form around it. */
  corps: number
  /** From the first byte awaited to the last one read. */
  delai: number
  /** Without a byte. */
  silence: number
  /** Uploads read at once: what they hold in memory is at most this many bodies. */
  lectures: number
  /** Files checked at once: a check takes a processor. */
  verifications: number
}

export const LIMITES: Limites = {
  fichier: 5_000_000,
  corps: 5_050_000,
  delai: 30_000,
  silence: 10_000,
  lectures: 8,
  verifications: 2,
}

/** 5000000 → "5 Mo". */
export function formatMo(octets: number): string {
  return compte(octets / 1_000_000, 'Mo', 'Mo')
}

/** Said by the page before a file is sent, and by the server. `limite` in bytes. */
export function phraseTropGros(limite: number): string {
  return `Le fichier est trop gros : ${formatMo(limite)} au plus. Coupez-le en plusieurs fichiers.`
}
