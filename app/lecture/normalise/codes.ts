import { isSiret, readDepartementCode } from '#app/domain/territoires/codes.ts'
import { borneDe } from './bornes.ts'
import type { Journal } from './journal.ts'
import { domainesPersonnels } from './personne.ts'
import { readCell, readText } from './text.ts'

type Cells = Record<string, string>

/** The identifier that the file gives a row. None rather than one that names a person: masked, two rows would share it. */
export function readId(cells: Cells, field: string, journal: Journal): string | null {
  const id = readCell(cells, field, journal)
  // Cut, it would be another row's as well.
  if ((cells[field]?.length ?? 0) > borneDe(field)) return null
  return id === null || domainesPersonnels(id).length > 0 ? null : id
}

/**
 * A code that a spreadsheet took for a number and wrote with decimals ("51100.0"), or kept as a text with its apostrophe
 * ("'01500"), without what it added.
 */
function withoutTableur(text: string): string {
  return text.replace(/^['’](?=[\dAB]+$)/, '').replace(/^(\d+)[.,]0+$/, '$1')
}

/** "2,13E+13": what was rounded cannot be known again. */
const NOTATION_SCIENTIFIQUE = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i

/** A postcode of five digits; a zero lost on the left is given back. */
export function readCodePostal(cells: Cells, journal: Journal, field = 'code_postal'): string | null {
  const text = readText(cells, field, journal)
  if (text === null) return null
  const digits = withoutTableur(text).replace(/[\s.]/g, '')
  if (/^\d{5}$/.test(digits) && digits !== '00000') return digits
  if (/^[1-9]\d{3}$/.test(digits)) return noted(journal, field, 'code_postal.zero_perdu', text, `0${digits}`)
  journal.note(field, 'code_postal.invalide', text)
  return null
}

/** A commune code of five characters; a zero lost on the left is given back. `0` is absent. */
export function readCodeInsee(cells: Cells, journal: Journal, field = 'code_insee'): string | null {
  const written = readText(cells, field, journal)?.toUpperCase() ?? null
  const text = written === null ? null : withoutTableur(written)
  if (text === null || /^0+$/.test(text)) return null
  if (/^(\d{2}|2[AB])\d{3}$/.test(text)) return text
  if (/^\d{4}$/.test(text)) return noted(journal, field, 'code_insee.zero_perdu', text, `0${text}`)
  journal.note(field, 'code_insee.invalide', text)
  return null
}

export function readDepartement(cells: Cells, journal: Journal, field = 'departement'): string | null {
  const text = readText(cells, field, journal)
  const code = text === null ? null : readDepartementCode(text)
  if (code !== null && text !== code) journal.note(field, 'departement.zero_perdu', text, code)
  return code
}

/** `siret` only when it has 14 digits; `siren` from it, or from a nine-digit identifier. */
export type Pivot = { siret: string | null; siren: string | null; valid: boolean }

/**
 * An employer's identifier. Only zeros are absent (they pass Luhn: never join on them), and so is a number that a
 * spreadsheet rounded: five last zeros are no establishment. A zero lost is given back if the key then passes. A key that
 * fails is flagged and kept, for it still names one employer.
 */
export function readPivot(cells: Cells, journal: Journal, field: string): Pivot {
  const none = { siret: null, siren: null, valid: false }
  const text = readText(cells, field, journal)
  const pivot = withoutTableur(text?.replace(/^(?:SIRET|SIREN|N\s?°|n[o°])\s*:?\s*(?=\d)/i, '') ?? '').replace(
    /[\s.]/g,
    '',
  )
  if (/^0*$/.test(pivot)) return none
  if (NOTATION_SCIENTIFIQUE.test(text ?? '') || /^\d{8,9}00000$/.test(pivot)) {
    journal.note(field, 'siret.abime', text)
    return none
  }
  if (/^\d{14}$/.test(pivot)) {
    const valid = isSiret(pivot)
    if (!valid) journal.note(field, 'siret.cle_fausse', text)
    return { siret: pivot, siren: pivot.slice(0, 9), valid }
  }
  if (/^\d{13}$/.test(pivot) && isSiret(`0${pivot}`)) {
    const siret = noted(journal, field, 'siret.zero_perdu', text, `0${pivot}`)
    return { siret, siren: siret.slice(0, 9), valid: true }
  }
  if (/^\d{9}$/.test(pivot)) return { siret: null, siren: pivot, valid: true }
  if (/^W\d{9}$/i.test(pivot)) return { ...none, valid: true }
  journal.note(field, 'siret.invalide', text)
  return none
}

function noted(
  journal: Journal,
  field: string,
  code: Parameters<Journal['note']>[1],
  raw: string | null,
  corrected: string,
): string {
  journal.note(field, code, raw, corrected)
  return corrected
}
