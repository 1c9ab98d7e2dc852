import { basename } from 'node:path'
import { detach } from '#app/lecture/detach.ts'
import { type Journal, startJournal } from '#app/lecture/normalise/journal.ts'
import { isUncut, type Row, type Table } from '#app/lecture/table.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import type { AnomaliesLog } from './anomalies-log.ts'
import { readBounded } from './bounded-work.ts'

/** What is counted of a file as it is read; `latest` is its newest date, `''` when it has none. */
export type Counts = { id: number; read: number; kept: number; rejected: number; corrected: number; latest: string }

type Listeners<T> = {
  anomalies: AnomaliesLog
  onBytes?: (bytes: number) => void
  /** What a row says, null to reject it. */
  read: (row: Row, journal: Journal) => T | null
  /** Writes it, and gives its date, `''` when it has none. */
  keep: (record: T, journal: Journal) => string
  /** Told each row with all that was noted of it, and whether it was rejected. */
  onRow: (row: Row, journal: Journal, rejected: boolean) => void
  /** What a row may cost, were it not what it is. */
  limits?: { batchMs: number; rowMs: number }
}

/** Reads every row of a table: each is kept or rejected, and what is said of it is written. */
export async function readRows<T>(
  table: Table,
  counts: Counts,
  { anomalies, onBytes, read, keep, onRow, limits }: Listeners<T>,
): Promise<void> {
  const ids = new Set<string>()
  for await (const rows of table.rows(onBytes)) {
    // All are read, then all are written: one after the other, each takes the other's place in the processor's memory.
    const records = readBounded(rows, (row) => readRow(row, read), giveUp, limits)
    for (const [i, row] of rows.entries()) {
      const { record, journal } = records[i] as Lue<T>
      counts.read += 1
      const date = record === null ? null : keep(record, journal)
      if (date === null) counts.rejected += 1
      else counts.kept += 1
      if (date !== null && date > counts.latest) counts.latest = date
      noteDuplicateId(row.cells.id ?? row.cells.id_fs, ids, journal)
      if (journal.anomalies.some((one) => one.corrected !== null)) counts.corrected += 1
      anomalies.add(counts.id, journal.anomalies)
      onRow(row, journal, date === null)
    }
  }
}

type Lue<T> = { record: T | null; journal: Journal }

function readRow<T>(row: Row, read: (row: Row, journal: Journal) => T | null): Lue<T> {
  const journal = startJournal(row.line)
  if (row.defect) journal.note('', row.defect, row.raw ?? null)
  return { record: isUncut(row) ? null : read(row, journal), journal }
}

/** The row is rejected: it counts among those for which the safety gate refuses a file. */
function giveUp(row: Row): Lue<never> {
  const journal = startJournal(row.line)
  journal.note('', 'ligne.trop_de_travail', row.cells.nom ?? row.cells.lib_fs ?? null)
  return { record: null, journal }
}

function noteDuplicateId(id: string | undefined, ids: Set<string>, journal: Journal): void {
  if (!id?.trim()) return
  // Two ids that differ in a line end are one.
  const text = detach(id.replace(/\s+/g, ' '))
  if (ids.has(text)) journal.note('id', 'id.doublon', id)
  else ids.add(text)
}

/** Throws `Unreadable` for a header alone, and for a file of which no row can be used. */
export function refuseEmpty(path: string, { read, kept }: Counts): void {
  if (read === 0) throw new Unreadable(`${basename(path)} : l’en-tête est seul, aucune ligne à importer.`)
  if (kept === 0)
    throw new Unreadable(
      `${basename(path)} : aucune des ${read} lignes ne peut être utilisée. Vérifiez le séparateur et l’encodage du fichier.`,
    )
}
