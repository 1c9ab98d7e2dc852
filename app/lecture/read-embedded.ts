import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'

const FOLDER = fileURLToPath(new URL('../../data/referentiel', import.meta.url))

/** A file of data/referentiel, whole. */
export function readEmbeddedFile(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8')
}

/** The rows of a CSV of data/referentiel, by the names of its header. */
export function readEmbeddedTable(name: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readEmbeddedFile(name), { header: true, skipEmptyLines: true }).data
}

/** One column of it, in half the time. */
export function readEmbeddedColumn(name: string, column: string): string[] {
  const [header, ...rows] = Papa.parse<string[]>(readEmbeddedFile(name), { skipEmptyLines: true }).data
  const index = header?.indexOf(column) ?? -1
  return rows.map((row) => row[index] ?? '')
}
