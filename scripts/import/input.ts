import type { Kind } from '#app/domain/vocabulary.ts'
import type { Table } from '#app/lecture/table.ts'
import type { Provenance } from './gather/sources.ts'

/**
 * A file to import. `millesime` when it is known already (archive, `--millesime`); `table` when it has been
 * opened to recognise its kind: a workbook and a JSON file are then read already.
 */
export type Input = {
  path: string
  kind: Kind
  sha256: string
  provenance: Provenance
  millesime?: string
  /** The day it was archived, for a file that holds no date: not the day of each import of it. */
  archivedOn?: string
  table?: Table
}

/** What one file gave. `read = kept + rejected`, in rows. */
export type SourceResult = Input & {
  id: number
  millesime: string
  courante: boolean
  read: number
  kept: number
  rejected: number
  corrected: number
}
