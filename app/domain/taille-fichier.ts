import { compte } from './texte/format.ts'

/** 5000000 → "5 Mo". */
export function formatMo(octets: number): string {
  return compte(octets / 1_000_000, 'Mo', 'Mo')
}

/** Said by the page before a file is sent, and by the server. `limite` in bytes. */
export function phraseTropGros(limite: number): string {
  return `Le fichier est trop gros : ${formatMo(limite)} au plus. Coupez-le en plusieurs fichiers.`
}
