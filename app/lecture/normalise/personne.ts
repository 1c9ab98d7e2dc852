import { fold } from '#app/domain/texte/fold.ts'
import { PRENOMS } from './prenoms.ts'

/** What stands in a published text where the address of a person was. */
export const ADRESSE_RETIREE = '[adresse personnelle retirée]'

/**
 * An e-mail address inside a text, whatever touches it: brackets, quotes, "mailto:", a full stop, the next sentence
 * glued to it ("@a.fr.Ouvert"); or in the address of a site, where "@" may be "%40". The lookbehind starts each run once: a long text without "@" costs one pass.
 */
const DANS_UN_TEXTE =
  /(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}._%+-]+)([ \u00a0]?@[ \u00a0]?|%40)([\p{L}\p{N}-]+(?:\.(?!\p{Lu}\p{Ll})[\p{L}\p{N}-]+)*)/gu

/** Without it a text has no address: most have none, and cost no more. */
export const AROBASE = /@|%40/

/** True when the local part is a known first name, a separator and a word: `prenom.nom@`. `mairie.avessac@` is not. */
export function isPersonal(courriel: string): boolean {
  const [local = ''] = courriel.split(/[@+]/)
  const [first = '', ...rest] = local.split(/[._-]/)
  const words = rest.filter((word) => /^[a-zà-ÿ]{2,}\d{0,4}$/i.test(word))
  if (words.length === 0) return false
  const compound = `${first} ${words[0]}`
  return PRENOMS.has(fold(first)) || (words.length > 1 && PRENOMS.has(fold(compound)))
}

/** The text with each address of a person replaced by what `write` makes of it; those of services are left. */
export function replacePersonal(text: string, write: (domaine: string) => string): string {
  if (!AROBASE.test(text)) return text
  return text.replace(DANS_UN_TEXTE, (found: string, local: string, arobase: string, domaine: string) => {
    // "le midi @ 14h" is no address: with a space, a domain has a dot.
    if (/\s/.test(arobase) && !domaine.includes('.')) return found
    // A list's dash, the number of a phone: what is glued before is none of the address.
    const own = local.replace(/^[^\p{L}]+/u, '')
    if (!isPersonal(own.toLowerCase())) return found
    return local.slice(0, local.length - own.length) + write(domaine)
  })
}

/** A text in which the e-mail addresses of persons keep their domain only: what a page withholds, nothing else shows. */
export function maskPersonal(text: string): string {
  return replacePersonal(text, (domaine) => `…@${domaine}`)
}

/** The domains of the addresses of persons that a text holds. */
export function domainesPersonnels(text: string): string[] {
  const domaines: string[] = []
  replacePersonal(text, (domaine) => {
    domaines.push(domaine)
    return ''
  })
  return domaines
}
