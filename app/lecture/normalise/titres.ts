import { fold } from '#app/domain/texte/fold.ts'
import { NOMS_COURANTS } from './mots-communs.ts'
import { isNomDeTerritoire } from './mots-publics.ts'
import { isNom, isNomSeul, isUnexplained } from './nom-propre.ts'

type Operation = { name: string; when: RegExp; fix: (text: string) => string }

/** "M X", "Dr X": where a text begins, after a sign, after "chez"; not in "Médiathèque Dr X", whose name it is. */
export const TITRE =
  /(?:^|\s{0,2}[,;(]\s{0,2}(?:chez\s{1,2})?|\s[-–—:]\s{1,2}|\s{1,2}(?:chez|c\/o)\s{1,2}|(?<=^cabinet(?:\sm[ée]dical)?)\s(?:du|de)\s{1,2})(?=(?:mr|m|dr|docteur)\.?\s)/giu
const TITRE_ET_NOM = /^(mr|m|dr|docteur)\.?\s+(.+)$/iu
const CHEZ_QUI = /(?:(?<![\s,;(–-])[\s,;(–-]+)(?:chez|c\/o)\s{1,2}/iu
const METIERS = '(?:conseill(?:er|[èe]re)|m[ée]diat(?:eur|rice)|animat(?:eur|rice))s?(?:\\snum[ée]riques?)?|cnfs|conum'
const QUI = '(\\S+(?:\\s\\S+){1,3})$'
/** "Conseiller numérique X", "Permanence de X". */
const METIER_NOMME = new RegExp(`^((?:.*\\s)?(?:${METIERS}))(?:\\sde\\s|\\sd['’]|\\s?:\\s?|\\s)${QUI}`, 'iu')
const PERMANENCE_DE = new RegExp(`^((?:.*\\s)?permanence)(?:\\sde\\s|\\sd['’]|\\s?:\\s?)${QUI}`, 'iu')
const METIER_EN_TETE = new RegExp(`^(?:${METIERS})(?!\\p{L})`, 'iu')

/** What is done to the name of a place in which a person is told by a title without a full stop, a host or a trade. */
export const TITRES: Operation[] = [
  { name: 'un nom après « M », « Dr », sans point, est retiré là où il commence', when: TITRE, fix: withoutTitled },
  { name: 'un prénom et un nom après « chez », « c/o » sont retirés', when: CHEZ_QUI, fix: withoutHost },
  {
    name: 'un prénom et un nom après un métier sont retirés',
    when: /conseill|diat|animat|cnfs|conum/i,
    fix: withoutAfter(METIER_NOMME),
  },
  {
    name: 'un prénom et un nom après une permanence sont retirés',
    when: /permanence/i,
    fix: withoutAfter(PERMANENCE_DE),
  },
  {
    name: 'un prénom et un nom avant un métier, avant un territoire sont retirés',
    when: /^\S+ \S+ /,
    fix: withoutFirst,
  },
]

/** The text without the title and the name, as far as the next number or sign. */
export function withoutTitled(text: string): string {
  for (const { index, 0: before } of text.matchAll(TITRE)) {
    const from = index + before.length
    const end = endOfName(text, from)
    if (isTitled(text.slice(from, end).trim())) return `${text.slice(0, index)} ${text.slice(end)}`
  }
  return text
}

function withoutHost(text: string): string {
  const { index = 0, 0: chez = '' } = text.match(CHEZ_QUI) ?? {}
  const from = index + chez.length
  const end = endOfName(text, from)
  return isNom(text.slice(from, end)) ? `${text.slice(0, index)} ${text.slice(end)}` : text
}

function withoutAfter(metier: RegExp): (text: string) => string {
  return (text) => text.replace(metier, (all, before: string, nom: string) => (isNom(withoutPhone(nom)) ? before : all))
}

/** "Prénom Nom CNFS Mairie", "Prénom Nom - Limoux": two words or three, before a trade or a territory. */
function withoutFirst(text: string): string {
  const words = text.split(' ')
  for (const count of [2, 3]) {
    const named = words.slice(0, count).join(' ').replace(/,$/, '')
    const after = words
      .slice(count)
      .join(' ')
      .replace(/^[-–—:/|]\s/, '')
    if (after !== '' && isNomSeul(named) && (METIER_EN_TETE.test(after) || isNomDeTerritoire(after))) return after
  }
  return text
}

/** A title and a name: a first name and another, or one or two words in capital initials that nothing public explains. */
function isTitled(text: string): boolean {
  const [, titre = '', nom = ''] = text.match(TITRE_ET_NOM) ?? []
  const words = nom.split(/\s+/)
  if (!words.every((word) => /^\p{Lu}/u.test(word))) return false
  if (isNom(nom)) return true
  // "MR" is "maison relais" as well; places are called "Docteur".
  if (titre === 'MR' || titre.length > 2 || words.length > 2) return false
  const parts = fold(nom).split(' ')
  return parts.every((part) => NOMS_COURANTS.has(part) || isUnexplained(part))
}

function endOfName(text: string, from: number): number {
  const at = text.slice(from).search(/[\d,;()]|\s[-–—]/)
  return at < 0 ? text.length : from + at
}

export function withoutPhone(text: string): string {
  return text.replace(/[,;:\s]*(?:\+33|0)[\d .-]{8,16}$/, '')
}
