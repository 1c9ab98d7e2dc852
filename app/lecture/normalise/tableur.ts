import type { Journal } from './journal.ts'

/** A code that was taken for a number: "51100.0", "51100,00". */
const DECIMALES = /^(\+?\d+)[.,]0{1,2}$/
/** A number too long for its column: "2,13E+13". Its last figures are lost. */
const SCIENTIFIQUE = /^\+?\d(?:[.,]\d+)?E\+?\d{1,2}$/i

/**
 * A code without what a spreadsheet added to it: the decimals of a number, the apostrophe that makes a text. `read` says
 * what it is and notes it; what was put right is noted with it. Null, and said, for a number whose figures are lost.
 */
export function readTableur(text: string, field: string, journal: Journal): string | null {
  if (SCIENTIFIQUE.test(text.replace(/\s/g, ''))) {
    journal.note(field, 'code.abime', text)
    return null
  }
  return withoutTableur(text)
}

export function withoutTableur(text: string): string {
  const bare = text.startsWith("'") || text.startsWith('’') ? text.slice(1).trim() : text
  return bare.length > 40 ? bare : bare.replace(DECIMALES, '$1')
}
