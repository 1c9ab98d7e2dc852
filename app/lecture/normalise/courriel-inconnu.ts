import { SIGLES } from '#app/domain/lieu/nom-doux.ts'
import { isMotDeTerritoire, MOTS_COMMUNS, NOMS_COURANTS } from './mots-communs.ts'
import { isNomDeTerritoire, MOTS_DE_SERVICE } from './mots-publics.ts'
import { isPrenom } from './prenoms.ts'

/** The words of the row that bears an address, and each with those that follow it run together. */
export type Ligne = { own: () => readonly string[]; joined: () => readonly string[] }
/** The words of the local part of an address, folded, its domain, and its row. */
export type Adresse = { tokens: readonly string[]; domaine: string; ligne: Ligne }
type Regle = { name: string; when: (adresse: Adresse) => boolean }

/** Where everybody has an address: the domain says nothing of who writes. */
const FOURNISSEUR =
  /^(?:gmail|hotmail|live|outlook|msn|yahoo|ymail|icloud|me|aol|orange|wanadoo|free|sfr|neuf|bbox|laposte|numericable|club-internet|gmx|proton|protonmail|mailo)\./
/** Mailboxes that are given to places alone. */
const DE_LIEUX = /^(?:france-?services?|pimmsmediation|pimms)\./

/** After these, a first name is whose mailbox it is; after "espace", it is what the place is called. */
const AVANT_UN_PRENOM = new Set(
  'accueil agent cnfs conseiller conseillere contact conum direction efs fs franceservices mediateur mediatrice mfs msap numerique referent referente secretariat'.split(
    ' ',
  ),
)
/** Initials of a double first name ("Jean-Baptiste", "François-Xavier") that are no service's. */
const DOUBLES = /^(?:j[bcdfghjlmnprsty]|f[x]|p[ahy]|am|ma|mf)$/
/** Of family names, and of no place in France. */
const PARTICULES = new Set('ait ben da das dos el ould van von'.split(' '))

/**
 * What tells the address of a person whose first name no list has: by words that nothing public explains, neither services,
 * nor communes, nor the row. Each was counted on the published files (docs/regles.md §9).
 */
export const REGLES: Regle[] = [
  {
    name: 'un prénom seul, ou après un service',
    when: (adresse) => {
      const [first = '', second = ''] = adresse.tokens
      const prenom = adresse.tokens.length === 1 ? first : AVANT_UN_PRENOM.has(first) ? second : ''
      return adresse.tokens.length <= 2 && isPrenomAlone(prenom, adresse)
    },
  },
  {
    name: 'des mots que rien n’explique, deux ou plus',
    when: (adresse) => {
      const named = adresse.tokens.filter((token) => !PARTICULES.has(token))
      const obscure = named.filter((token) => isObscure(token, adresse))
      const others = named.filter((token) => !obscure.includes(token))
      return named.length >= 2 && obscure.length > 0 && others.every((token) => isNomCourant(token, adresse))
    },
  },
  {
    name: 'un mot que rien n’explique, une particule et un nom',
    when: (adresse) =>
      adresse.tokens.length > 2 &&
      adresse.tokens.slice(1, -1).some((token) => PARTICULES.has(token)) &&
      isObscure(adresse.tokens[0] as string, adresse),
  },
  {
    name: 'les initiales d’un prénom double, et un nom',
    when: (adresse) => {
      const [initiales = '', nom = ''] = adresse.tokens
      return (
        adresse.tokens.length === 2 &&
        DOUBLES.test(initiales) &&
        (isNomCourant(nom, adresse) || isObscure(nom, adresse))
      )
    },
  },
  {
    name: 'une initiale collée à un nom courant, un prénom collé à un nom',
    when: (adresse) => {
      const [word = ''] = adresse.tokens
      return adresse.tokens.length === 1 && isObscure(word, adresse) && cutsOf(word).some(isGlued)
    },
  },
  {
    name: 'une initiale collée à un nom, quand aucun mot ne commence ainsi',
    when: (adresse) => {
      const [word = ''] = adresse.tokens
      return (
        adresse.tokens.length === 1 &&
        !FOURNISSEUR.test(adresse.domaine) &&
        word.length >= 5 &&
        AUCUN_DEBUT.test(word) &&
        !/^.{0,3}(?:val|saint|ville)/.test(word) &&
        !SERVICES_COURTS.some((service) => word.includes(service)) &&
        ![1, 2].some((at) => MOTS_COMMUNS.has(word.slice(at))) &&
        isObscure(word, adresse)
      )
    },
  },
]

/** True for an address that one of `REGLES` tells. */
export function isOfInconnu(adresse: Adresse): boolean {
  if (DE_LIEUX.test(adresse.domaine)) return false
  return REGLES.some(({ when }) => when(adresse))
}

/** Two consonants that begin no French word, and a vowel after them. */
const AUCUN_DEBUT =
  /^(?![bcdfgkptv][lr]|[cgpstw]h|s[cklmnpqt]|gn|kn|ps|pn|qu|wr)[b-df-hj-np-tv-xz]{2}[a-z]*[aeiouy][a-z]*$/

const LONGUEUR_DE_PRENOM = 5

/** "jdupont" cut after one letter and after two; "jeannedupont" after the longest first name. */
function cutsOf(word: string): { debut: string; nom: string }[] {
  const cuts = [1, 2, ...Array.from({ length: 8 }, (_, rang) => rang + LONGUEUR_DE_PRENOM)]
  return cuts.filter((at) => at <= word.length - 4).map((at) => ({ debut: word.slice(0, at), nom: word.slice(at) }))
}

function isGlued({ debut, nom }: { debut: string; nom: string }): boolean {
  if (debut.length >= LONGUEUR_DE_PRENOM) return isPrenom(debut) && !MOTS_COMMUNS.has(debut) && !MOTS_COMMUNS.has(nom)
  if (nom.length < 5 || (debut.length === 2 && !DOUBLES.test(debut))) return false
  return NOMS_COURANTS.has(nom) || (isPrenom(nom) && !MOTS_COMMUNS.has(nom))
}

/** Not "marianne", which is the Republic's, nor a first name that the row or a commune bears. */
function isPrenomAlone(word: string, adresse: Adresse): boolean {
  if (word.length < 4 || !isPrenom(word) || word === 'marianne') return false
  return !MOTS_DE_SERVICE.has(word) && !MOTS_COMMUNS.has(word) && !isNomDeTerritoire(word) && !isSaid(word, adresse)
}

/** A family name though communes are so called as well. */
function isNomCourant(word: string, adresse: Adresse): boolean {
  return NOMS_COURANTS.has(word) && !isSaid(word, adresse)
}

const SERVICES_COURTS = [...MOTS_DE_SERVICE].filter((word) => word.length >= 4)
const SERVICES_LONGS = [
  ...SERVICES_COURTS.filter((word) => word.length >= 5),
  'clientel',
  'itinera',
  'mediath',
  'numer',
  'servic',
]

/** True for a word of three letters or more that nothing public explains, nor the row, nor the domain. */
function isObscure(word: string, adresse: Adresse): boolean {
  if (!/^[a-z]{3,}$/.test(word) || !/[aeiouy]/.test(word)) return false
  if (MOTS_DE_SERVICE.has(word) || MOTS_COMMUNS.has(word) || SIGLES.has(word) || isMotDeTerritoire(word)) return false
  return !SERVICES_LONGS.some((service) => word.includes(service)) && !isSaid(word, adresse)
}

function isSaid(word: string, { domaine, ligne }: Adresse): boolean {
  return domaine.replaceAll(/[.-]/g, '').includes(word) || isOfRow(word, ligne)
}

/** How many letters of a service may stand before a word of the row: "mdslimoux", "franceslimoux". */
const AVANT = 5
const MOTS_COLLES = 6

/** A word of the row, those that follow it run together, its initials, or such a word after some letters of a service. */
function isOfRow(word: string, { own, joined }: Ligne): boolean {
  const words = own()
  if (word.length <= INITIALES_MAX && initialesOf(words).some((letters) => isWithin(word, letters))) return true
  return [word, word.replace(/st(e?)(?=[a-z])/, 'saint$1')].some((text) => {
    if (words.some((one) => one.length >= 4 && text.startsWith(one))) return true
    for (let at = 0; at <= AVANT && text.length - at >= 4; at += 1) {
      const rest = text.slice(at)
      if (joined().some((all) => all.startsWith(rest))) return true
    }
    return false
  })
}

const INITIALES_MAX = 6

/** Of all words, and of those that are no articles. */
function initialesOf(words: readonly string[]): string[] {
  return [words, words.filter((one) => one.length > 2)].map((some) => some.map((one) => one[0]).join(''))
}

export function joinedWords(words: readonly string[]): string[] {
  return words.map((_, rang) => words.slice(rang, rang + MOTS_COLLES).join(''))
}

/** True when the letters of `word` stand in that order in `letters`. */
function isWithin(word: string, letters: string): boolean {
  let at = -1
  return [...word].every((letter) => {
    at = letters.indexOf(letter, at + 1)
    return at >= 0
  })
}
