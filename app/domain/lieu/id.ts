/** Crockford's base 32: no letter that reads as a figure. */
export const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
export const LONGUEUR = 10
const FORME = new RegExp(`^[${ALPHABET}]{${LONGUEUR}}$`)

/** Written as this site writes the id of a place. */
export function isShortId(id: string): boolean {
  return FORME.test(id)
}
