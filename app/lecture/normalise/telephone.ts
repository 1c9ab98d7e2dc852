import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { detach } from '../detach.ts'
import type { Journal } from './journal.ts'
import { readText } from './text.ts'

/**
 * The numbering plan of a department, with France's of which a number of Guyane becomes a wrong number, and how its
 * numbers begin after the 0.
 */
const PLANS: Record<string, { pays: CountryCode; debut: string }> = {
  '971': { pays: 'GP', debut: '590' },
  '972': { pays: 'MQ', debut: '596' },
  '973': { pays: 'GF', debut: '594' },
  '974': { pays: 'RE', debut: '262' },
  '975': { pays: 'PM', debut: '508' },
  '976': { pays: 'YT', debut: '269' },
  '977': { pays: 'BL', debut: '590' },
  '978': { pays: 'MF', debut: '590' },
  '986': { pays: 'WF', debut: '681' },
  '987': { pays: 'PF', debut: '689' },
  '988': { pays: 'NC', debut: '687' },
}

const FRENCH = new Set<string>(['FR', ...Object.values(PLANS).map(({ pays }) => pays)])

/** The Pacific dials no 0: "0687 25 00 00" is Nouméa behind its prefix, and no mainland mobile. */
const SANS_ZERO = new Set(['986', '987', '988'])

/** Emergency and social numbers, and those of four digits. */
const COURT = /^(?:1[578]|11[024579]|19[167]|116\d{3}|10\d{2}|3\d{3})$/

const phoneCache = new Map<string, string | null>()

/** The first valid number of the cell in E.164, or a short number as it is; else null and flagged. */
export function readTelephone(
  cells: Record<string, string>,
  field: string,
  journal: Journal,
  departement: string | null,
): string | null {
  const text = readText(cells, field, journal)
  if (text === null) return null
  const sansFax = text.replace(FAX, ' ').trim()
  if (sansFax !== text) return readBesideFax(text, sansFax, field, journal, departement)
  const { numero, poste } = withoutPoste(text)
  const whole = toE164(numero, departement)
  const parts = whole ? [numero] : splitNumeros(numero)
  const phone = whole ?? parts.map((part) => toE164(part, departement)).find((one) => one !== null)
  const precise = phone ? null : toE164(text.replace(PRECISION, ''), departement)
  if (precise) {
    journal.note(field, 'telephone.precision', text, precise)
    return precise
  }
  if (!phone) {
    journal.note(field, NOTATION_SCIENTIFIQUE.test(text) ? 'telephone.abime' : 'telephone.invalide', text)
    return null
  }
  if (parts.length > 1) journal.note(field, 'telephone.plusieurs', text, phone)
  else if (poste) journal.note(field, 'telephone.poste', text, phone)
  else if (phone !== text) journal.note(field, 'telephone.mis_au_format', text, phone)
  return phone
}

/** A number that nobody answers, up to the next word. */
const FAX = /(?:\s{0,2}[-/,;|])?\s{0,2}\b(?:fax|t[ée]l[ée]copie)\s{0,2}:?\s{0,2}\+?[\d\s.()-]{6,20}/gi

/** "04 65 71 00 01 (de 9h à 12h)". */
const PRECISION = /\s?\([^()]{1,60}\)$/

/** The number that stands beside that of a fax; null when there is none. */
function readBesideFax(
  text: string,
  sansFax: string,
  field: string,
  journal: Journal,
  departement: string | null,
): string | null {
  const phone = splitNumeros(sansFax)
    .map((part) => toE164(withoutPoste(part).numero, departement))
    .find((one) => one !== null)
  journal.note(field, 'telephone.fax', text, phone ?? null)
  return phone ?? null
}

/** What a spreadsheet made of a number: its last digits are lost. */
const NOTATION_SCIENTIFIQUE = /\d(?:[.,]\d+)?E\+?\d{1,2}$/i

/** Two spaces at most: what stands between is bounded, and so is the work. */
const POSTE = /\s{0,2}(?:;\s{0,2}ext\s?=|\(?(?:poste|ext\.?|p\.|tapez|touche|choix|#)\s{0,2}:?)\s{0,2}\d{1,6}\)?$/i

/** "03 26 00 00 00 poste 12", "p.12", ";ext=12". */
function withoutPoste(text: string): { numero: string; poste: boolean } {
  const numero = text.replace(POSTE, '')
  return { numero, poste: numero !== text && /\d{6}/.test(numero.replace(/\D/g, '')) }
}

/** What separates numbers: a sign, a word, a dash between spaces; or nothing, between two of ten digits. */
const ENTRE = /\s*[/|;,]\s*|\s+(?:-|–|ou|et|puis)\s+/i

function splitNumeros(text: string): string[] {
  const parts = text.split(ENTRE).filter((part) => part !== '')
  const digits = text.replace(/\D/g, '')
  if (parts.length > 1 || !/^(?:0[1-9]\d{8}){2,4}$/.test(digits)) return parts
  return digits.match(/\d{10}/g) ?? parts
}

function toE164(text: string, departement: string | null): string | null {
  const plan = PLANS[departement ?? ''] ? (departement as string) : ''
  const key = `${plan} ${text}`
  const known = phoneCache.get(key)
  if (known !== undefined) return known
  const phone = text.length > 40 ? null : parsePhone(detach(text), plan)
  if (phoneCache.size > 50_000) phoneCache.clear()
  phoneCache.set(detach(key), phone)
  return phone
}

function parsePhone(text: string, departement: string): string | null {
  const digits = text.replace(/[\s.]/g, '')
  if (COURT.test(digits)) return digits
  // "+33 (0)1 …": the zero in brackets is not dialled. "326000000.0", "'+33…": a spreadsheet's own.
  const clean = text
    .replace(/\(0\)/, '')
    .replace(/^['’]/, '')
    .replace(/(\d)\.0$/, '$1')
    .replaceAll('_', ' ')
  const overseas = PLANS[departement]
  const mended = overseas ? mendPrefix(clean.replace(/[^\d+]/g, ''), departement, overseas.debut) : null
  if (mended?.startsWith('+508508')) return mended
  for (const [written, plan] of [
    [mended, overseas?.pays],
    [clean, overseas?.pays],
    [clean, 'FR'],
  ] as const) {
    const phone = written && plan ? parsePhoneNumberFromString(written, plan) : undefined
    if (phone?.isValid() && FRENCH.has(phone.country ?? '')) return phone.number
  }
  return null
}

/**
 * A number overseas whose prefix a spreadsheet or a mainland form broke, as it is dialled there; null when it is none:
 * `+33594…` and `+262915567` are 0594… and 0262915567; `+269269…` is Mayotte's 0269…, and no number of the Comoros.
 */
function mendPrefix(digits: string, departement: string, debut: string): string | null {
  const [, apres33 = ''] = /^(?:\+|00)33(\d{9})$/.exec(digits) ?? []
  if (apres33) return `0${apres33}`
  if (departement === '975') {
    const [, own = ''] = /^(?:0|\+508)(508\d{6})$/.exec(digits) ?? []
    return own ? `+508${own}` : null
  }
  if (SANS_ZERO.has(departement))
    return new RegExp(`^0${debut}\\d{6}(?:\\d\\d)?$`).test(digits) ? `+${digits.slice(1)}` : null
  if (new RegExp(`^\\+?${debut}\\d{6}$`).test(digits)) return `0${digits.replace('+', '')}`
  const [, comores = ''] = (departement === '976' && /^\+269((?:269|639)\d{6})$/.exec(digits)) || []
  return comores ? `0${comores}` : null
}
