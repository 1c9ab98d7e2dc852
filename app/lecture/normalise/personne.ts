import { fold } from '#app/domain/texte/fold.ts'
import { isOfInconnu, joinedWords, type Ligne } from './courriel-inconnu.ts'
import { EPONYMES, isNomDeTerritoire, MOTS_DE_SERVICE } from './mots-publics.ts'
import { ENTREPRENEUR, NOM_RETIRE, withoutPersons } from './noms.ts'
import { isPrenom } from './prenoms.ts'

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

type Cells = Record<string, string>

/** Where each conseiller numérique has an address in their own name. */
const AGENTS = /@conseiller[.-]numerique\.fr$/

/** No local part is longer. */
const LOCAL_MAX = 64
/** Of what follows it, as much as is looked at. */
const DOMAINE_MAX = 128

const PARTICULES = new Set('a au aux d de des du en et l la le les lez sous sur'.split(' '))
const SAINTS = new Set('saint sainte st ste santa notre'.split(' '))

/**
 * True for `prenom.nom@`, `nom.prenom@`, `p.nom@` and `nom.p@`, whatever separates them (docs/regles.md §9), unless the
 * words are those of a commune, of a service, of the row's own place, or of one whom places are named after; and for what
 * `isOfInconnu` tells of first names that no list has.
 *
 * @param cells of the row that bears the address: its name, its commune and its address say what it may be named after
 */
export function isPersonal(courriel: string, cells: Cells = {}): boolean {
  return isPersonalOf(courriel, rowOf(cells))
}

/** The words of a row, made once whatever the addresses that its cells hold. */
function rowOf(cells: Cells): Ligne {
  let words: string[] | undefined
  let joined: string[] | undefined
  const own = () => {
    words ??= ownWords(cells)
    return words
  }
  return {
    own,
    joined: () => {
      joined ??= joinedWords(own())
      return joined
    },
  }
}

function isPersonalOf(courriel: string, ligne: Ligne): boolean {
  const [local = ''] = courriel.slice(0, LOCAL_MAX + 1).split(/[@+]/)
  const after = courriel.slice(local.length, local.length + DOMAINE_MAX)
  const tokens = local.split(/[._-]+/).map((one) => fold(one).replace(/\d+$/, ''))
  const words = wordsOf(tokens, /^(?:[ei]|[ld](?=-[aeiouyh]))-/.test(local))
  if (EPONYMES.has(words.join(' ')) || isNomDeTerritoire(tokens.join(' '))) return false
  if (isOfPrenom(tokens, words, AGENTS.test(after), ligne.own)) return true
  return isOfInconnu({ tokens: tokens.filter((one) => one !== ''), domaine: after.replace(/^.*@/, ''), ligne })
}

/** By a known first name, or one word and initials. `isAgent`: the domain is that of persons. */
function isOfPrenom(tokens: string[], words: string[], isAgent: boolean, own: () => readonly string[]): boolean {
  if (tokens.length < 2) return false
  const longs = words.filter((word) => /^[a-z]{2,}$/.test(word))
  if (longs.length === 0 || words.length < 2 || !(isAgent || isNamed(words, longs))) return false
  // `csr.francois.maillard@` of a centre so named; `blenod-les-pam@` of Blénod.
  const said = new Set(own())
  if (startsWithPrenom(words)) return !longs.every((word) => said.has(word))
  return !longs.some((word) => !isPrenom(word) && said.has(word))
}

/** What may be a name in a local part: neither services nor what stands around names of places. `elided`: it begins as "l-escale", "e-lab". */
function wordsOf(tokens: readonly string[], elided: boolean): string[] {
  return tokens.filter((token, rang) => {
    // "c.numerique" is "conseiller numérique".
    if (token.length === 1 && MOTS_DE_SERVICE.has(tokens[rang + 1] ?? '')) return false
    if (token === '' || MOTS_DE_SERVICE.has(token) || SAINTS.has(token) || SAINTS.has(tokens[rang - 1] ?? ''))
      return false
    if (rang === 0) return !elided
    return rang === tokens.length - 1 || !PARTICULES.has(token)
  })
}

/** A known first name, first or last; or one word and initials. */
function isNamed(words: readonly string[], longs: readonly string[]): boolean {
  if (longs.length === 1)
    return (longs[0] as string).length > 2 && words.every((word) => word === longs[0] || word.length === 1)
  return startsWithPrenom(words) || isPrenom(words.at(-1) as string)
}

function startsWithPrenom([first = '', second = '']: readonly string[]): boolean {
  return isPrenom(first) || isPrenom(`${first} ${second}`)
}

/** Words of a row that say what its place is named after, in order: those of the addresses and of the persons that it holds do not. */
function ownWords(cells: Cells): string[] {
  const said = DITS.map((field) => {
    const text = cells[field]?.slice(0, 300) ?? ''
    return text === '' ? '' : withoutPersons(text, field, cells).replace(RETIRE, ' ')
  }).join(' ')
  return fold(said.replace(/[^\s@%]*(?:@|%40)\S*/g, ' '))
    .split(' ')
    .filter((word) => word !== '')
}

const DITS = ['nom', 'lib_fs', 'commune', 'lib_com', 'adresse']
const RETIRE = new RegExp([NOM_RETIRE.replace(/[[\]]/g, '\\$&'), ENTREPRENEUR].join('|'))

/** The text with each address of a person replaced by what `write` makes of it; those of services are left. */
export function replacePersonal(text: string, write: (domaine: string) => string, cells?: Cells): string {
  if (!AROBASE.test(text)) return text
  const ligne = rowOf(cells ?? {})
  return text.replace(DANS_UN_TEXTE, (found: string, local: string, arobase: string, domaine: string) => {
    // "le midi @ 14h" is no address: with a space, a domain has a dot.
    if (/\s/.test(arobase) && !domaine.includes('.')) return found
    // A list's dash, the number of a phone: what is glued before is none of the address.
    const own = local.replace(/^[^\p{L}]+/u, '')
    if (!isPersonalOf(own.toLowerCase(), ligne)) return found
    return local.slice(0, local.length - own.length) + write(domaine)
  })
}

/** A text in which the e-mail addresses of persons keep their domain only: what a page withholds, nothing else shows. */
export function maskPersonal(text: string, cells?: Cells): string {
  return replacePersonal(text, (domaine) => `…@${domaine}`, cells)
}

/** The domains of the addresses of persons that a text holds. */
export function domainesPersonnels(text: string, cells?: Cells): string[] {
  const domaines: string[] = []
  replacePersonal(
    text,
    (domaine) => {
      domaines.push(domaine)
      return ''
    },
    cells,
  )
  return domaines
}
