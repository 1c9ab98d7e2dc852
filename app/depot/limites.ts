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
  /** After so long, what comes slower than `debit` (bytes a second, since the start) is cut. */
  elan: number
  debit: number
  /** Held for all the uploads that are read, wait, or are checked. */
  memoire: number
  /** The share of one address in it: nobody takes the whole. */
  part: number
  /** Files checked at once: a check takes a processor. */
  verifications: number
  /** A file that has waited so long for its turn is told to come back. */
  attente: number
}

export const LIMITES: Limites = {
  fichier: 5_000_000,
  corps: 5_050_000,
  delai: 30_000,
  silence: 10_000,
  elan: 3_000,
  debit: 2_000,
  memoire: 40_400_000,
  part: 20_200_000,
  verifications: 2,
  attente: 15_000,
}

/** What a browser lets one choose first: names and types of tables. */
export const FICHIERS_ACCEPTES = '.csv,.txt,.tsv,.json,.xlsx,.ods,text/csv,text/plain'

/** 5000000 → "5 Mo". */
export function formatMo(octets: number): string {
  return compte(octets / 1_000_000, 'Mo', 'Mo')
}

/** Said by the page before a file is sent, and by the server. `limite` in bytes. */
export function phraseTropGros(limite: number): string {
  return `Le fichier est trop gros : ${formatMo(limite)} au plus. Coupez-le en plusieurs fichiers.`
}
