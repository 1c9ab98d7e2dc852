import { fold } from '#app/domain/texte/fold.ts'
import { isNomDeTerritoire, MOTS_DE_SERVICE } from './mots-publics.ts'
import { APRES_LE_NOM, isLieuNomme, isNom, isNomSeul } from './nom-propre.ts'
import { isPrenom } from './prenoms.ts'
import { TITRE, TITRES, withoutPhone, withoutTitled } from './titres.ts'

/** What a place is called of which nothing but the name of a person was published; and an employer. */
export const NOM_RETIRE = '[nom de personne retiré]'
export const ENTREPRENEUR = 'Entrepreneur individuel'

/** The columns in which a person may be named: what is named, and where it is. */
const NOMS = new Set(['nom', 'lib_fs', 'structure_parente'])
const ADRESSES = new Set(['adresse', 'complement_adresse'])

type Cells = Record<string, string>
export type Operation = { name: string; when: RegExp; fix: (text: string, cells: Cells) => string }

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
    ...TITRES,
    {
      name: 'un prénom et un nom seuls sont retirés, sauf d’un lieu qui porte ce nom',
      when: /^\p{L}\S*(?: \S+){1,2}$/u,
      fix: (text, cells) =>
        cells.postes === undefined && isNomSeul(text) && !isLieuNomme(text, cells) && !isOfCommune(text, cells)
          ? ''
          : text,
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
      name: 'un employeur privé qu’un prénom et un nom appellent est un entrepreneur',
      when: /^\S+(?: \S+){1,4}$/,
      fix: (text, cells) => (/^priv/i.test(cells.type ?? '') && isOfEntrepreneur(text, cells) ? '' : text),
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
    {
      name: 'un prénom et un nom après « c/o » sont retirés de l’adresse',
      when: /\sc\/o\s/i,
      fix: (text) => withoutNamed(text, /\sc\/o(?=\s)/giu, { isKept: (named) => !isNom(named) }),
    },
    { name: 'un nom après une virgule et « Dr » est retiré de l’adresse', when: TITRE, fix: withoutTitled },
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
    rest += before.replace(/(?<!\p{L})(?:chez|c\/o) $/iu, '')
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
    const stops =
      VOIES.has(plain) || (APRES_LE_NOM.has(plain) && !(count === 0 && isParticule(plain, words[start + 1])))
    if (!/^[/&.]$/.test(word) && (!/^[\p{L}'’.-]*\p{L}/u.test(word) || stops)) break
    if (count === 0 && MOTS_DE_SERVICE.has(plain)) return 0
    if (long === 4) break
    if (plain !== '') long += 1
    count += 1
  }
  return long === 0 ? 0 : count
}

/** "M. Le Bihan", "Mme de Exemple", and not "Mme la Présidente". */
function isParticule(plain: string, next: RegExpExecArray | undefined): boolean {
  const after = fold(next?.[0] ?? '')
  return PARTICULES.has(plain) && after !== '' && !FONCTIONS.has(after) && !APRES_LE_NOM.has(after)
}

const PARTICULES = new Set('de du la le'.split(' '))
const FONCTIONS = new Set(
  'conseiller conseillere depute deputee directeur directrice gerant gerante maire prefet prefete president presidente responsable secretaire'.split(
    ' ',
  ),
)

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

const FORME = /^(?:ei|eirl|entreprise individuelle)\s/i

/** Two words of which one is a first name, three that are a name and nothing else, or the form of a company of one. */
function isOfEntrepreneur(text: string, cells: Cells): boolean {
  const nom = text.replace(FORME, '')
  const isAlone = nom !== text || /^\S+ \S+$/.test(nom) ? isNom(nom) : isNomSeul(nom)
  return isAlone && !isOfCommune(nom, cells)
}

/** "ALPHA PLAPPEVILLE", at Plappeville. */
function isOfCommune(text: string, { commune }: Cells): boolean {
  const own = fold(commune ?? '').split(' ')
  return fold(text)
    .split(' ')
    .some((word) => own.includes(word))
}
