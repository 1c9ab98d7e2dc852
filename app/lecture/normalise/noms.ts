import { fold } from '#app/domain/texte/fold.ts'
import { EPONYMES, isNomDeTerritoire, MOTS_DE_SERVICE } from './mots-publics.ts'
import { isPrenom } from './prenoms.ts'

/** What a place is called of which nothing but the name of a person was published; and an employer. */
export const NOM_RETIRE = '[nom de personne retiré]'
export const ENTREPRENEUR = 'Entrepreneur individuel'

/** The columns in which a person may be named: what is named, and where it is. */
const NOMS = new Set(['nom', 'lib_fs', 'structure_parente'])
const ADRESSES = new Set(['adresse', 'complement_adresse'])

type Cells = Record<string, string>
type Operation = { name: string; when: RegExp; fix: (text: string, cells: Cells) => string }

/** "Mme", "M.", "Monsieur"…, alone or two of them. Not "Bourg-Madame", nor "MR" in a word. */
const CIVILITE =
  /(?<![\p{L}\p{N}'’-])(?:m(?:me|r|onsieur|adame) et )?(?:m(?:me|lle|elle|r|rs|onsieur|adame|ademoiselle)(?![\p{L}\p{N}-])\.?|m\.)/giu
const CHEZ = /(?<![\p{L}\p{N}'’-])chez(?=\s)/giu

/** A way, after which "Madame" is the name of a street. */
const VOIES = new Set(
  'all allee av avenue bd boulevard bourg chemin che cour cours impasse imp notre pl place quai residence route rte r rue ruelle sente square sq voie'.split(
    ' ',
  ),
)
/** What the name of a person stops at, or is not. */
const APRES_LE_NOM = new Set(
  'au aux bat batiment bp cedex de du des et l la le les lieu n no ou residence zac za zi'.split(' '),
)

/** The sign of the register of companies for a natural person: family name, name in use, first names. */
const REPERTOIRE = /^[\p{L}' -]{2,60}\*[\p{L}' -]{0,60}\/[\p{L}' ,-]{2,60}\/?\s*$/u

/** What is done to the text of those columns, in order. */
export const NOM_OPERATIONS: { noms: Operation[]; adresses: Operation[] } = {
  noms: [
    { name: 'un entrepreneur, écrit comme au répertoire des entreprises, est retiré', when: REPERTOIRE, fix: () => '' },
    {
      name: 'un nom après « Mme », « M. » est retiré',
      when: CIVILITE,
      fix: (text) => withoutNamed(text, CIVILITE, { genre: 'nom' }),
    },
    {
      name: 'un prénom et un nom entre parenthèses sont retirés, avec leur téléphone',
      when: /\(/,
      fix: (text) =>
        text.replace(/\(([^()]{5,80})\)/g, (all, inside: string) => (isNom(withoutPhone(inside)) ? '' : all)),
    },
    {
      name: 'un prénom et un nom après un territoire ou un métier sont retirés',
      when: /\s[-–—:/|]\s|\bavec\b/i,
      fix: withoutAgent,
    },
    {
      name: 'un employeur privé de deux mots dont un prénom est un entrepreneur',
      when: /^\S+ \S+$/,
      fix: (text, cells) => (/^priv/i.test(cells.type ?? '') && isNom(text) && !isOfCommune(text, cells) ? '' : text),
    },
  ],
  adresses: [
    {
      name: 'un nom après « Mme », « M. » est retiré de l’adresse',
      when: CIVILITE,
      fix: (text) => withoutNamed(text, CIVILITE),
    },
    {
      name: 'un nom après « chez » est retiré de l’adresse, sauf celui que la ligne dit d’un organisme',
      when: CHEZ,
      fix: (text, cells) => withoutNamed(text, CHEZ, { isKept: (named) => isOfOrganisme(named, cells) }),
    },
  ],
}

/**
 * The text of a cell without the names of persons (docs/regles.md §9), the same text when its column holds none: a person
 * is told from a place by what stands around the name, since places bear names of persons too.
 */
export function withoutPersons(text: string, field: string, cells: Cells): string {
  const operations = NOMS.has(field) ? NOM_OPERATIONS.noms : ADRESSES.has(field) ? NOM_OPERATIONS.adresses : []
  const rest = operations.reduce((all, { when, fix }) => (all.search(when) >= 0 ? fix(all, cells) : all), text)
  if (rest === text) return text
  const tidy = rest
    .replace(/\(\s?\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:/|–—-]+/, '')
    .trim()
  const short = trimEnd(tidy)
  return short !== '' || ADRESSES.has(field) ? short : cells.postes === undefined ? NOM_RETIRE : ENTREPRENEUR
}

function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' ,;:/|–—-('.includes(text[end - 1] as string)) end -= 1
  return text.slice(0, end)
}

/** The text without what is said after each of these words: up to four words, no number, no service. */
function withoutNamed(
  text: string,
  start: RegExp,
  { genre, isKept = () => false }: { genre?: 'nom'; isKept?: (named: string) => boolean } = {},
): string {
  const words = [...text.matchAll(/[\p{L}'’.-]+|[^\s]/gu)]
  let rest = ''
  let from = 0
  for (const { index, 0: civilite } of text.matchAll(start)) {
    if (index < from) continue
    const rang = words.findIndex((word) => word.index >= index + civilite.length)
    const named = rang < 0 ? 0 : nomAfter(words, rang)
    const before = text.slice(from, index)
    if (named === 0 || endsWithVoie(before)) continue
    // "MR Abri…" is a maison relais as well.
    if (genre && /^mr$/i.test(civilite) && !words.slice(rang, rang + 2).some(([word]) => isPrenom(fold(word)))) continue
    const last = words[rang + named - 1] as RegExpExecArray
    if (isKept(text.slice(words[rang]?.index, last.index + last[0].length))) continue
    rest += before.replace(/(?<!\p{L})chez $/iu, '')
    from = last.index + last[0].length
  }
  return rest + text.slice(from)
}

/** The name of the row's own site or e-mail, or a part of its place's, which names no person: "chez Emmaüs", at emmaus.fr. */
function isOfOrganisme(named: string, { nom = '', site_web = '', courriels = '' }: Cells): boolean {
  const plain = fold(named)
  const joined = plain.replaceAll(' ', '')
  const domaines =
    `${site_web} ${courriels}`
      .slice(0, 600)
      .toLowerCase()
      .match(/(?<=\/\/|@)[\w.-]+/g) ?? []
  const parts = domaines.flatMap((domaine) => domaine.split('.')).map((part) => part.replaceAll('-', ''))
  const ownName = ` ${fold(nom.slice(0, 300))} `.includes(` ${plain} `) && !isNom(nom)
  return joined.length >= 4 && !isNom(named) && (ownName || parts.includes(joined))
}

/** "rue Madame X", "rue de Monsieur X". */
function endsWithVoie(before: string): boolean {
  const words = fold(before.slice(-40)).split(' ')
  return VOIES.has(words.at(/^(?:de|du|des)$/.test(words.at(-1) ?? '') ? -2 : -1) ?? '')
}

/** How many words from there are a name: none when the first is a service, an article or the like. */
function nomAfter(words: readonly RegExpExecArray[], start: number): number {
  let count = 0
  let long = 0
  for (const [word] of words.slice(start, start + 8)) {
    const plain = fold(word)
    if (!/^[/&.]$/.test(word) && (!/^[\p{L}'’.-]*\p{L}/u.test(word) || VOIES.has(plain) || APRES_LE_NOM.has(plain)))
      break
    if (count === 0 && MOTS_DE_SERVICE.has(plain)) return 0
    if (long === 4) break
    if (plain !== '') long += 1
    count += 1
  }
  return long === 0 ? 0 : count
}

const SEPARATEUR = /\s[-–—:/|]\s|\bavec\b/i
const METIER = /\b(?:conseill(?:er|ere)s?|mediat(?:eur|rice)s?|animat(?:eur|rice)s?|permanence|cnfs|conum)\b/

/** "Limoux - Prénom Nom", "Conseiller numérique : Prénom Nom": what comes before is no place that could be so named. */
function withoutAgent(text: string): string {
  const at = text.search(SEPARATEUR)
  const before = text.slice(0, at).trim()
  const after = withoutPhone(text.slice(at).replace(SEPARATEUR, ''))
  const avec = /^\s*avec/i.test(text.slice(at))
  if (!avec && !METIER.test(fold(before)) && !isNomDeTerritoire(before)) return text
  return isNom(after) ? before : text
}

function withoutPhone(text: string): string {
  return text.replace(/[,;:\s]*(?:\+33|0)[\d .-]{8,16}$/, '')
}

/** "ALPHA PLAPPEVILLE", at Plappeville. */
function isOfCommune(text: string, { commune }: Cells): boolean {
  const own = fold(commune ?? '').split(' ')
  return fold(text)
    .split(' ')
    .some((word) => own.includes(word))
}

/** Two or three words, of which the first or the last is a known first name; no service, no namesake of places. */
function isNom(text: string): boolean {
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
