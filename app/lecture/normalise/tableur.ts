import type { Journal } from './journal.ts'

/** A code that was taken for a number: "51100.0", "51100,00". */
const DECIMALES = /^(\+?\d+)[.,]0{1,2}$/
/** A number too long for its column: "2,13E+13". Its last figures are lost. */
const SCIENTIFIQUE = /^\+?\d(?:[.,]\d+)?E\+?\d{1,2}$/i

/** True for a number of which only the first figures are left. */
export function isArrondi(text: string): boolean {
  return text.length < 40 && SCIENTIFIQUE.test(text.replace(/\s/g, ''))
}

/** A code without what a spreadsheet added to it; null, and said, when its figures are lost. */
export function readTableur(text: string, field: string, journal: Journal): string | null {
  if (!isArrondi(text)) return withoutTableur(text)
  journal.note(field, 'code.abime', text)
  return null
}

/** A code without the decimals of a number, nor the apostrophe that makes a text. */
export function withoutTableur(text: string): string {
  const bare = text.replace(/^['’](?=[\dAB]+$)/, '')
  return bare.length > 40 ? bare : bare.replace(DECIMALES, '$1')
}
