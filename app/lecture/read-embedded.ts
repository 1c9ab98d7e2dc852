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
