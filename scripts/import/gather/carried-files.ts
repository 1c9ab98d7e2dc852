import { sql } from 'drizzle-orm'
import type { Kind } from '#app/domain/vocabulary.ts'
import { openReadOnly } from '#db/connect.server.ts'
import type { Input } from '#scripts/import/input.ts'
import { archiveAt, listArchive } from './archive.ts'

/** A file already in the archive keeps the day it came: imported again, it gives the same database. */
export function dated(given: Input[], archive: string): Input[] {
  const files = listArchive(archive)
  return given.map((input) => {
    const known = files.find((one) => one.sha256 === input.sha256 && one.kind === input.kind)
    return known ? { ...input, archivedOn: known.millesime } : input
  })
}

/** Whether each file is read as its copy was: what is said of columns may have changed. */
export function areReadAlike(inputs: readonly Input[], archive: string): boolean {
  const files = listArchive(archive)
  return inputs.every(({ kind, sha256, provenance: { colonnes } }) => {
    const copy = files.find((one) => one.sha256 === sha256 && one.kind === kind)
    return JSON.stringify(colonnes) === JSON.stringify(copy?.provenance.colonnes)
  })
}

/**
 * The files that the published database was made of, of the kinds that this import does not replace; for
 * structures the older ones too, since only the newest is current.
 */
export function carriedIn(out: string, archive: string, given: Input[], say: (line: string) => void): Input[] {
  const kinds = new Set(given.map((input) => input.kind))
  const hashes = new Set(given.map((input) => input.sha256))
  const files = listArchive(archive)
  return publishedSources(out).flatMap(({ kind, sha256, fichier }) => {
    if (hashes.has(sha256) || (kinds.has(kind) && kind !== 'structures')) return []
    const file = files.find((one) => one.sha256 === sha256 && one.kind === kind)
    if (!file) say(`« ${fichier} » n’est plus dans l’archive : il n’est pas repris.`)
    return file ? [file] : []
  })
}

/** The newest archived files, whatever the clock says, of the kinds that are still missing: what is published may be the demonstration. */
export function lastGood(archive: string, inputs: Input[]): Input[] {
  const kinds = new Set(inputs.map((input) => input.kind))
  return archiveAt(archive, '9999-12-31').filter((file) => !kinds.has(file.kind))
}

export function publishedSources(out: string): { kind: Kind; sha256: string; fichier: string }[] {
  try {
    const db = openReadOnly(out)
    try {
      return db.all(sql`SELECT kind, sha256, fichier FROM source WHERE demonstration = 0 ORDER BY id`)
    } finally {
      db.$client.close()
    }
  } catch {
    // Nothing published yet, or a database of another age: there is nothing to carry in.
    return []
  }
}
