import type { Anomalie } from '#app/domain/rapport/anomalies.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import { type Journal, startJournal } from './normalise/journal.ts'
import { openTable } from './read-file.ts'
import { isUncut, type Row, type Table } from './table.ts'

/** What a reference file gave: `rows = kept + rejected`. */
export type ReferenceRead = { rows: number; rejected: number; header: string[]; anomalies: Anomalie[] }

/** Where it is written what each file gave; `onBytes` is told the bytes read since the last call. */
export type Reading = { read: Map<string, ReferenceRead>; onBytes?: (bytes: number) => void }

/** Gives each row of a reference file to `keep`; a row that it refuses is counted, with what the journal says. */
export async function readReference(
  file: string | Table,
  kind: Kind,
  { read, onBytes }: Reading,
  keep: (cells: Row['cells'], journal: Journal) => boolean,
): Promise<Table> {
  const table = typeof file === 'string' ? await openTable(file, { kind }) : file
  const counted: ReferenceRead = { rows: 0, rejected: 0, header: table.header, anomalies: [] }
  read.set(kind, counted)
  for await (const rows of table.rows(onBytes)) {
    for (const row of rows) {
      const { line, cells, defect, raw } = row
      const journal = startJournal(line)
      if (defect) journal.note('', defect, raw ?? null)
      counted.rows += 1
      if (isUncut(row) || !keep(cells, journal)) counted.rejected += 1
      counted.anomalies.push(...journal.anomalies)
    }
  }
  return table
}
