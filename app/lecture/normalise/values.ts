import { joursDuMois } from '#app/domain/collectivites/fraicheur.ts'
import { fold } from '#app/domain/texte/fold.ts'
import type { Journal } from './journal.ts'
import { readText } from './text.ts'

type Cells = Record<string, string>

/** A date as YYYY-MM-DD from `2023-04-05`, `05/04/2023` or an ISO instant. 1970-01-01 is absent. */
export function readDate(cells: Cells, field: string, journal: Journal, today: string): string | null {
  const text = readText(cells, field, journal)
  if (text === null) return null
  // As most are.
  if (text <= today && text !== '1970-01-01' && isDate(text)) return text
  const [, y, m, d] = text.match(/^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/) ?? []
  const [, day, month, year] = text.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/) ?? []
  const iso = y ? `${y}-${m}-${d}` : year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : ''
  if (iso === '1970-01-01') return null
  if (!isDate(iso)) {
    journal.note(field, 'date.invalide', text)
    return null
  }
  if (iso > today) {
    journal.note(field, 'date.future', text)
    return null
  }
  if (iso !== text) journal.note(field, 'date.mise_au_format', text, iso)
  return iso
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

/** A latitude and a longitude in degrees; a decimal comma is put right; `0,0` is absent. */
export function readCoordinates(cells: Cells, journal: Journal): { lat: number; lon: number } | null {
  const lat = readDegrees(cells, 'latitude', journal)
  const lon = readDegrees(cells, 'longitude', journal)
  if (lat === null || lon === null || (lat === 0 && lon === 0)) return null
  if (Math.abs(lat) <= 180 && Math.abs(lon) <= 180 && (Math.abs(lat) <= 90 || Math.abs(lon) <= 90)) return { lat, lon }
  journal.note('latitude', 'coordonnees.invalides', `${lat}, ${lon}`)
  return null
}

function readDegrees(cells: Cells, field: string, journal: Journal): number | null {
  const text = readText(cells, field, journal)
  if (text === null) return null
  const dotted = text.includes(',') ? text.replace(/^(-?\d+),(\d+)$/, '$1.$2') : text
  const value = /^-?\d+(\.\d+)?$/.test(dotted) ? Number(dotted) : Number.NaN
  if (Number.isNaN(value)) {
    journal.note(field, 'coordonnees.invalides', text)
    return null
  }
  if (dotted !== text) journal.note(field, 'coordonnees.virgule', text, dotted)
  return value
}
