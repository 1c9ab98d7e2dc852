import { SIGLES } from '#app/domain/lieu/nom-doux.ts'
import { fold } from '#app/domain/texte/fold.ts'
import { isMotDeTerritoire, MOTS_COMMUNS, NOMS_COURANTS } from './mots-communs.ts'
import { EPONYMES, isNomDeTerritoire, MOTS_DE_SERVICE } from './mots-publics.ts'
import { isPrenom } from './prenoms.ts'

type Cells = Record<string, string>

/** What the name of a person stops at, or is not. */
export const APRES_LE_NOM = new Set(
  'au aux bat batiment bp cedex de du des et l la le les lieu n no ou residence zac za zi'.split(' '),
)

/** First names that begin names of places and societies more than those of persons. */
const RARES = new Set('alpha ama ami amie athena lou nova olympe una'.split(' '))

/** Two or three words, of which the first or the last is a known first name; no service, no namesake of places. */
export function isNom(text: string): boolean {
  const plain = fold(text)
  const words = plain.split(' ')
  if (words.length < 2 || words.length > 4 || /\d/.test(plain)) return false
  if (!words.some((word, rang) => (rang === 0 || rang === words.length - 1) && isPrenom(word))) return false
  if (
    /^(?:saint|sainte|st|ste) /.test(plain) ||
    words.some((word) => MOTS_DE_SERVICE.has(word) || APRES_LE_NOM.has(word))
  )
    return false
  return !EPONYMES.has(plain) && !isNomDeTerritoire(plain)
}

/**
 * A first name and a family name, and nothing else, whatever stands around: stricter than `isNom`, as places bear names of
 * persons. The family name is one that no commune has, or that thousands bear; "EXEMPLE Jeanne" by its capitals alone.
 */
export function isNomSeul(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length > 3 || !isNom(text) || words.some((word) => !/^\p{L}[\p{L}'’-]+\.?$/u.test(word))) return false
  const [first = '', last = ''] = [words[0], words.at(-1)]
  // "Sophia cloud": a name is written with capitals, or none at all.
  if (new Set(words.map((word) => /^\p{Lu}/u.test(word))).size > 1) return false
  if (isPrenomPlein(first)) return words.slice(1).every(isNomDeFamille)
  return isCapitals(first) && !isCapitals(last) && isPrenomPlein(last) && isNomDeFamille(first)
}

function isPrenomPlein(word: string): boolean {
  const plain = fold(word)
  const compose = plain.split(' ')
  return !RARES.has(plain) && (isPrenom(plain) || (compose.length > 1 && compose.every((one) => isPrenom(one))))
}

function isNomDeFamille(word: string): boolean {
  return fold(word)
    .split(' ')
    .every((part) => NOMS_COURANTS.has(part) || isPrenom(part) || isUnexplained(part) || isCommuneAlone(part))
}

/** Families are called as small communes are, and as no department: "Jean Exemplac" at Limoux is no place of Exemplac. */
function isCommuneAlone(word: string): boolean {
  return word.length >= 5 && isMotDeTerritoire(word) && !MOTS_DE_SERVICE.has(word) && !MOTS_COMMUNS.has(word)
}

/** A word of letters that neither services, associations nor communes are called by. */
export function isUnexplained(word: string): boolean {
  if (!/^[a-z]{3,}$/.test(word) || !/[aeiouy]/.test(word)) return false
  return !(MOTS_DE_SERVICE.has(word) || MOTS_COMMUNS.has(word) || SIGLES.has(word) || isMotDeTerritoire(word))
}

function isCapitals(word: string): boolean {
  return word === word.toUpperCase()
}

const LIEU_PUBLIC =
  /bib|m.{1,2}dia|muni|mairie|commune|ville|centre|maison|[ée]cole|scolaire|culture|tiers|\b(?:ccas|cias|cs|csc|mds|mjc|mq|epci)\b/i
/** A word by which a site is told from another. */
const LONG = 4

/** True where the row says that it is a place, which bears the name of a person: its kind, who holds it, its mailbox, its street, its site. */
export function isLieuNomme(nom: string, cells: Cells): boolean {
  const said = (field: string) => cells[field]?.slice(0, 300) ?? ''
  const boite = said('courriels').split('@', 1)[0]
  if (LIEU_PUBLIC.test([said('typologie'), said('structure_parente'), said('complement_adresse'), boite].join(' ')))
    return true
  const words = fold(nom).split(' ')
  if (
    said('site_web')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')
      .includes(words.join(''))
  )
    return true
  const street = ` ${fold(said('adresse'))} `
  return words.some((word) => word.length >= LONG && !isPrenom(word) && street.includes(` ${word} `))
}
