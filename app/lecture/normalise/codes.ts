import type { Anomalie } from '#app/domain/rapport/anomalies.ts'
import { isSiret, readDepartementCode } from '#app/domain/territoires/codes.ts'
import { borneDe } from './bornes.ts'
import type { Journal } from './journal.ts'
import { domainesPersonnels } from './personne.ts'
import { isArrondi, readTableur, withoutTableur } from './tableur.ts'
import { readCell, readText } from './text.ts'

type Cells = Record<string, string>

/** The identifier that the file gives a row. None rather than one that names a person: masked, two rows would share it. */
export function readId(cells: Cells, field: string, journal: Journal): string | null {
  const id = readCell(cells, field, journal)
  // Cut, it would be another row's as well.
  if ((cells[field]?.length ?? 0) > borneDe(field)) return null
  return id === null || domainesPersonnels(id, cells).length > 0 ? null : id
}

/** A postcode of five digits; a zero lost on the left is given back. */
export function readCodePostal(cells: Cells, journal: Journal, field = 'code_postal'): string | null {
  const text = readText(cells, field, journal)
  const code = text === null ? null : readTableur(text, field, journal)
  if (code === null) return null
  const digits = code.replace(/^F\s?-?\s?(?=\d)/i, '').replace(/[\s.]/g, '')
  if (/^\d{5}$/.test(digits) && digits !== '00000')
    return code === text ? digits : noted(journal, field, 'code.tableur', text, digits)
  if (/^[1-9]\d{3}$/.test(digits)) return noted(journal, field, 'code_postal.zero_perdu', text, `0${digits}`)
  // "11300 Limoux": the rest may be said nowhere else, and is a person's to move.
  const [, seul = null] = code.match(/^(\d{5}) \D/) ?? []
  journal.note(field, 'code_postal.invalide', text, seul)
  return seul
}

/**
 * A zero given back is a guess, which the commune confirms: where it has another postcode, what was published is said to be
 * wrong, and none is kept. Called once the row is placed.
 */
export function confirmZero(codePostal: string | null, { anomalies, note }: Journal): string | null {
  const guess = anomalies.findIndex(({ code }) => code === 'code_postal.zero_perdu')
  const doubt = anomalies.findIndex(({ code }) => code === 'code_postal.autre_commune')
  if (guess === -1 || doubt === -1) return codePostal
  const { field, raw } = anomalies[guess] as Anomalie
  for (const rang of [guess, doubt].sort((a, b) => b - a)) anomalies.splice(rang, 1)
  note(field, 'code_postal.invalide', raw)
  return null
}

/** A commune code of five characters; a zero lost on the left is given back. `0` is absent. */
export function readCodeInsee(cells: Cells, journal: Journal, field = 'code_insee'): string | null {
  const text = readText(cells, field, journal)
  const code = text === null ? null : (readTableur(text, field, journal)?.toUpperCase().replace(/\s/g, '') ?? null)
  if (code === null || /^0+$/.test(code)) return null
  if (/^(\d{2}|2[AB])\d{3}$/.test(code))
    return code === text?.toUpperCase().replace(/\s/g, '') ? code : noted(journal, field, 'code.tableur', text, code)
  if (/^\d{4}$/.test(code)) return noted(journal, field, 'code_insee.zero_perdu', text, `0${code}`)
  journal.note(field, 'code_insee.invalide', text)
  return null
}

export function readDepartement(cells: Cells, journal: Journal, field = 'departement'): string | null {
  const text = readText(cells, field, journal)
  const code = text === null ? null : readDepartementCode(withoutTableur(text))
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
  const bare = withoutTableur(text ?? '')
  const pivot = bare.replace(/^(?:SIRET|SIREN|N\s?°|n[o°])\s*:?\s*(?=\d)/i, '').replace(/[\s.]/g, '')
  if (/^0*$/.test(pivot)) return none
  if (isArrondi(text ?? '') || /^\d{8,9}00000$/.test(pivot)) {
    journal.note(field, 'siret.abime', text)
    return none
  }
  if (/^\d{14}$/.test(pivot)) {
    const valid = isSiret(pivot)
    if (valid && bare !== text) journal.note(field, 'code.tableur', text, pivot)
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
