import Papa from 'papaparse'
import type { Fichier } from '#app/lecture/fichier.ts'
import { isUncut } from '#app/lecture/table.ts'
import {
  type CheckOptions,
  contexteOf,
  openVerifiable,
  readEntete,
  readLignes,
  sansLigne,
} from './check-file.server.ts'
import { correctLigne, isSure } from './correct-row.ts'

/**
 * The file with every safe correction applied (`CORRECTIONS_SURES`), by pieces of CSV: UTF-8 with its mark, which
 * spreadsheets need, commas, the columns in their order. No row is left out: one whose quote is never closed is given
 * as it was. Throws `Unreadable` as `checkFile` does.
 */
export async function* correctFile(fichier: Fichier, options: CheckOptions): AsyncGenerator<string> {
  const table = await openVerifiable(fichier, options)
  const contexte = contexteOf(table, options)
  const renamed = new Map(
    readEntete(table, contexte)
      .filter((one) => isSure(one) && one.field !== '')
      .map(({ raw, corrected }) => [raw, corrected]),
  )
  const header = table.header.map((published) => renamed.get(published.trim()) ?? published)
  let batch = `\ufeff${writeRow(header)}`
  let read = 0
  for await (const lue of readLignes(table, contexte, options)) {
    read += 1
    batch += isUncut(lue.row) ? `${lue.row.raw ?? ''}\r\n` : writeRow(correctLigne(lue, contexte).cells)
    if (batch.length > 65_536) {
      yield batch
      batch = ''
    }
  }
  if (read === 0) throw sansLigne(fichier)
  if (batch !== '') yield batch
}

/** A line of CSV, exact: what a spreadsheet would run is said by the report, and is its author's to change. */
function writeRow(cells: readonly string[]): string {
  return `${Papa.unparse([cells], { newline: '\r\n' })}\r\n`
}
