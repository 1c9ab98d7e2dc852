import type { Kind } from '#app/domain/vocabulary.ts'
import type { Choix, Table } from '#app/lecture/table.ts'
import type { Provenance } from './gather/sources.ts'

/**
 * Where a file comes from, this time: its source gave it (`nouvelle`) or said that it had not changed (`inchangee`); its
 * source did not answer and the last copy stands for it (`archive`); it was in the archive already (`reprise`), or given by
 * hand (`donnee`). A source that has neither answered nor any copy is `absente`.
 */
export type EtatFichier = 'nouvelle' | 'inchangee' | 'archive' | 'reprise' | 'donnee' | 'demonstration' | 'absente'

/**
 * A file to import. `millesime` when it is known already (archive, `--millesime`); `table` when it has been
 * opened to recognise its kind: a workbook and a JSON file are then read already.
 */
export type Input = {
  path: string
  kind: Kind
  sha256: string
  provenance: Provenance
  /** Absent: `reprise`. */
  etat?: EtatFichier
  millesime?: string
  /** The day it was archived, for a file that holds no date: not the day of each import of it. */
  archivedOn?: string
  table?: Table
}

/** How a file is opened, this time and from the archive. */
export function choixOf({ kind, provenance }: { kind?: Kind; provenance?: Pick<Provenance, 'colonnes'> }): Choix {
  const colonnes = provenance?.colonnes
  return { kind, ...(colonnes && { colonnes: new Map(Object.entries(colonnes)) }) }
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
