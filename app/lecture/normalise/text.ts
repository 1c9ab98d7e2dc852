import { decodeHTMLStrict } from 'entities/decode'
import type { AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { isAbsent, present } from '#app/domain/texte/absent.ts'
import { hasInvisible, withoutInvisibles } from '#app/domain/texte/invisibles.ts'
import { borneDe, couper } from './bornes.ts'
import type { Journal } from './journal.ts'
import { withoutPersons } from './noms.ts'
import { ADRESSE_RETIREE, AROBASE, replacePersonal } from './personne.ts'

/** Of a longer cell the beginning is read, and the corrected file gives it back as it was. */
const MAX_MENDED = 20_000

/** What a spreadsheet would run: "=1+1", "@SUM(…", "+cmd|…". "@telier", "- Accueil", a phone and a degree are text. */
export const FORMULE = /^(?:=|@\w+\(|[+-](?=[a-z(])|[+-]\d[^\n]*[|!*=])/i

/** A tag that an editor writes; `<contact@mairie.fr>` and "a < b" are none. */
const BALISE =
  /<\/?(?:a|abbr|b|blockquote|br|div|em|font|h[1-6]|hr|i|iframe|img|input|li|ol|p|pre|script|small|span|strong|style|sub|sup|svg|table|tbody|td|th|tr|u|ul)\b[^<>]{0,500}>/i

/** An entity as HTML writes it, with its semicolon. */
const ENTITE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i

/** A letter that a program could not write: its own sign, or a question mark within a word, which an address may have. */
const PERDUE = /\ufffd|(?:^|(?<=[\s'’(«"-]))\p{L}+\?\p{Ll}+(?:\?\p{Ll}+)*(?=$|[\s'’).,;»"-])/u

/** One of the characters without which none of the operations applies: most cells have none. */
const SUSPECT = /[ÃÂ<&?\ufffd]|^[=@+\-\t]/

type Test = { test: (text: string) => boolean }

/**
 * What is done to the text of every cell, in order: `fix` gives the new text, or the same one when it
 * does not apply. An operation without `fix` only says what it saw.
 */
export const TEXT_OPERATIONS: { name: string; code: AnomalieCode; when: Test; fix?: (text: string) => string }[] = [
  {
    name: 'UTF-8 lu comme du Windows-1252 est réparé',
    code: 'texte.encodage',
    when: /[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/,
    fix: repairMojibake,
  },
  {
    name: 'le HTML devient du texte, ses entités sont lues une fois',
    code: 'texte.html',
    when: { test: (text) => BALISE.test(text) || ENTITE.test(text) },
    fix: withoutHtml,
  },
  {
    name: 'les caractères de contrôle, sans largeur ou qui changent le sens de lecture sont retirés',
    code: 'texte.invisible',
    when: { test: hasInvisible },
    fix: withoutInvisibles,
  },
  { name: 'une lettre perdue (« � », « M?diath?que ») est signalée', code: 'texte.encodage', when: PERDUE },
  { name: 'une formule de tableur est signalée', code: 'texte.formule', when: FORMULE },
]

const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const BALISES = new RegExp(BALISE, 'gi')

/** The text without its tags; its entities are read once: what they write is text, and no tag. */
function withoutHtml(text: string): string {
  return decodeHTMLStrict(text.replace(BALISES, ' '))
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** A cell with the repairs of `TEXT_OPERATIONS` made, and nothing else; one too long to be read is left as it is. */
export function mendText(cell: string): string {
  if (cell.length > MAX_MENDED) return cell
  const text = TEXT_OPERATIONS.reduce((text, { when, fix }) => (fix && when.test(text) ? fix(text) : text), cell)
  return text !== cell && isAbsent(text) ? '' : text
}

/** A text may have been taken for Windows-1252 several times. */
const MAX_REPARATIONS = 4

function repairMojibake(text: string): string {
  let mended = text
  for (let times = 0; times < MAX_REPARATIONS; times += 1) {
    const again = repairOnce(mended)
    if (again === mended) break
    mended = again
  }
  return mended
}

function repairOnce(text: string): string {
  const bytes = [...text].map((char) => {
    const at = CP1252.indexOf(char)
    return at >= 0 ? 0x80 + at : (char.codePointAt(0) as number)
  })
  if (bytes.some((byte) => byte > 0xff)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}

/** By code, the characters of which a text has to be looked at: spaces but the plain one, and those of the operations. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, code) =>
  /[^\S ]|[ÃÂ<&=@%?+-]/.test(String.fromCharCode(code)) || hasInvisible(String.fromCharCode(code)) ? 1 : 0,
)
const SPACE = 32

/**
 * True for most cells: words with one space between them, and nothing that an operation or a pattern of this file looks
 * for. One pass, instead of one for each of them. A text in other letters is not ordinary: it is looked at.
 */
function isOrdinary(text: string, max: number): boolean {
  if (text.length > max) return false
  let before = SPACE
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > 255 ? code !== APOSTROPHE : SPECIAL[code] === 1 && (i === 0 || code !== HYPHEN)) return false
    if (code === SPACE && before === SPACE) return false
    before = code
  }
  return before !== SPACE
}

const HYPHEN = 45
const APOSTROPHE = 0x2019

/**
 * The text of a cell as it may be published, null when it says nothing: the e-mail addresses of persons are taken out, and
 * their names where a column names a place or an address. What was changed or seen is noted.
 */
export function readText(cells: Record<string, string>, field: string, journal: Journal): string | null {
  const text = withoutAddresses(cells, field, journal)
  const rest = text === null ? null : withoutPersons(text, field, cells)
  // The name itself is not kept: the report must not publish what the page withholds.
  if (rest !== text) journal.note(field, 'texte.nom_de_personne', `${rest}…`)
  return rest || null
}

function withoutAddresses(cells: Record<string, string>, field: string, journal: Journal): string | null {
  const raw = cells[field]
  if (raw !== undefined && isOrdinary(raw, borneDe(field))) return isAbsent(raw) ? null : raw
  const text = readCell(cells, field, journal)
  if (text === null || !AROBASE.test(text)) return text
  return replacePersonal(
    text,
    (domaine) => {
      journal.note(field, 'texte.courriel_personnel', `…@${domaine}`)
      return ADRESSE_RETIREE
    },
    cells,
  )
}

/** The clean text of a cell with every address in it, for the columns that have their own rule for those. */
export function readCell(cells: Record<string, string>, field: string, journal: Journal): string | null {
  const raw = cells[field]
  if (raw === undefined || raw === '') return null
  const max = borneDe(field)
  if (isOrdinary(raw, max)) return isAbsent(raw) ? null : raw
  const text = mended(couper(raw, MAX_MENDED), field, journal)
  if (text === null || text.length <= max) return text
  journal.note(field, 'texte.trop_long', raw)
  return present(couper(text, max))
}

/** The whole text with its repairs, noted: what is taken out uses up nothing of its bound. */
function mended(raw: string, field: string, journal: Journal): string | null {
  let text: string | null = present(raw)
  if (text === null || !(SUSPECT.test(text) || hasInvisible(text))) return text
  for (const { code, when, fix } of TEXT_OPERATIONS) {
    if (text === null || !when.test(text)) continue
    const fixed: string = fix ? fix(text) : text
    if (fix && fixed === text) continue
    journal.note(field, code, text, fix ? fixed : null)
    text = fix ? present(fixed) : fixed
  }
  return text
}
