import { joursDuMois } from '#app/domain/collectivites/fraicheur.ts'
import { dateUtc } from '#app/domain/texte/date.ts'
import { fold } from '#app/domain/texte/fold.ts'
import type { Journal } from './journal.ts'
import { readText } from './text.ts'

type Cells = Record<string, string>

/** 1 January 1970, or the evening before seen from the west: a clock that was never set. */
export function isHorlogeVierge(iso: string): boolean {
  return iso === '1970-01-01' || iso === '1969-12-31'
}

/**
 * A date as YYYY-MM-DD from `2023-04-05`, `05/04/2023`, `2023/04/05`, "5 avril 2023", an ISO instant or the number that a
 * spreadsheet keeps of a day. A clock that was never set says nothing. A year of two digits is proposed, not believed.
 */
export function readDate(cells: Cells, field: string, journal: Journal, today: string): string | null {
  const text = readText(cells, field, journal)
  if (text === null) return null
  // As most are.
  if (text <= today && isDate(text) && !isHorlogeVierge(text)) return text
  const iso = text.length > DATE_MAX ? '' : isoOf(text)
  if (isHorlogeVierge(iso)) return null
  if (!isDate(iso)) {
    noteInvalide(text, field, journal)
    return null
  }
  if (iso > today) {
    journal.note(field, 'date.future', text)
    return null
  }
  if (iso !== text) journal.note(field, 'date.mise_au_format', text, iso)
  return iso
}

/** No date is longer, the hour of an instant and the name of its zone included. */
const DATE_MAX = 80

const MOIS_ECRITS: Record<string, string> = Object.assign(Object.create(null), {
  ...{ janvier: '01', janv: '01', fevrier: '02', fevr: '02', fev: '02', mars: '03', avril: '04', avr: '04', mai: '05' },
  ...{ juin: '06', juillet: '07', juil: '07', aout: '08', septembre: '09', sept: '09', octobre: '10', oct: '10' },
  ...{ novembre: '11', nov: '11', decembre: '12', dec: '12' },
})

function isoOf(dit: string): string {
  const text = dit.replace(/^(?:mise? à jour|m[aà]j)(?: le)? ?:? ?(?=\d)/i, '')
  const [, y, m, d] = text.match(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T Z+].*)?$/) ?? []
  if (y) return `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`
  const [, day, month, year] = text.match(/^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})(?: .*)?$/) ?? []
  if (year) return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  if (/^20\d{6}$/.test(text)) return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  // Days since 30 December 1899, from 2009 to 2064: what Excel shows of a date in a column of numbers.
  if (/^[45]\d{4}(?:[.,]\d+)?$/.test(text)) return dateUtc(Date.UTC(1899, 11, 30 + Number.parseInt(text, 10)))
  const [, jour, mois = '', annee] =
    fold(text).match(/^(?:[a-z]+di |dimanche )?(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/) ?? []
  return jour ? `${annee}-${MOIS_ECRITS[mois] ?? ''}-${jour.padStart(2, '0')}` : ''
}

function noteInvalide(text: string, field: string, journal: Journal): void {
  const [, jour, mois, an] = text.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/) ?? []
  // "15-juin-26", as Excel writes a day.
  const [, dit, ecrit = '', court] = fold(text.slice(0, DATE_MAX)).match(/^(\d{1,2})(?:er)? ([a-z]+) (\d{2})$/) ?? []
  const propose = dit
    ? `20${court}-${MOIS_ECRITS[ecrit] ?? ''}-${dit.padStart(2, '0')}`
    : `20${an}-${mois?.padStart(2, '0')}-${jour?.padStart(2, '0')}`
  const [debut = '', fin = '', ...reste] = fold(text.slice(0, DATE_MAX)).split(' ')
  if (isDate(propose)) journal.note(field, 'date.a_confirmer', text, propose)
  else if (reste.length === 0 && /^\d{4}$/.test(fin) && (debut in MOIS_ECRITS || /^(?:0?[1-9]|1[0-2])$/.test(debut)))
    journal.note(field, 'date.sans_jour', text)
  else journal.note(field, 'date.invalide', text)
}

/** True for a day that exists. */
export function isDate(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false
  const [mois, jour] = [Number(iso.slice(5, 7)), Number(iso.slice(8))]
  return mois >= 1 && mois <= 12 && jour >= 1 && jour <= joursDuMois(Number(iso.slice(0, 4)), mois)
}

/** A positive whole number; spaces between thousands and cents are dropped. Null when it is none. */
export function readInteger(cells: Cells, field: string, journal: Journal): number | null {
  const text = readText(cells, field, journal)
  if (text === null) return null
  const digits = text.replace(/[\s\u00a0\u202f€]/g, '').replace(/[.,]\d{1,2}$/, '')
  if (/^\d{1,12}$/.test(digits)) return Number(digits)
  journal.note(field, 'nombre.invalide', text)
  return null
}

/** `oui` → true, `non` → false; what is neither ("sans objet", "non renseigné", "Non défini") is null. */
export function readOuiNon(cells: Cells, field: string): boolean | null {
  const word = fold(cells[field] ?? '')
  if (word === 'oui' || word === 'true' || word === '1') return true
  return word === 'non' || word === 'false' ? false : null
}
