import type { AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import { parseRecord } from './records.ts'
import { Unreadable } from './unreadable.ts'

/**
 * A row under our column names; a cell that the file lacks is absent from `cells`.
 * `defect` says what is wrong with the row's shape.
 */
export type Row = {
  line: number
  cells: Record<string, string>
  defect: RowDefect | null
  raw?: string
  /** The cells as published, in the order of the header. */
  published: string[]
}
export type RowDefect =
  | 'ligne.guillemet'
  | 'ligne.trop_longue'
  | 'ligne.cellules_en_trop'
  | 'ligne.cellules_manquantes'
  | 'ligne.entre_guillemets'

/** True for a row that could not be cut into cells: its text is in `raw`. */
export function isUncut({ defect }: Pick<Row, 'defect'>): boolean {
  return defect === 'ligne.guillemet' || defect === 'ligne.trop_longue'
}

/** A file whose kind is known, read by batches of rows. `bytes` is its size, for progress. */
export type Table = {
  path: string
  kind: Kind
  header: string[]
  /** The line of the header, as an editor shows it: 1 unless something stands above, 0 in a list of JSON, which has none. */
  headerLine: number
  /** Our name for each column of the header, null for one that is not read. */
  columns: (string | null)[]
  bytes: number
  /** What is said of the file's shape. */
  remarques: RemarqueDeForme[]
  /** `onBytes` is told the bytes read since the last call. */
  rows: (onBytes?: (bytes: number) => void) => AsyncIterable<Row[]>
}
export type RemarqueDeForme = { code: AnomalieCode; raw: string | null }

/** What whoever hands in a file says of it: its kind, and which published column is which of ours ("ville" → "commune"). */
export type Choix = { kind?: Kind; colonnes?: ReadonlyMap<string, string> }

/** How the rows of a table are cut: the names of its columns, and what separates them ('' where nothing does). */
export type Forme = { columns: (string | null)[]; width: number; separator: string }

/** Of a header that ends with its separator, the last empty names are no columns: a row may leave them out. */
export function widthOf(header: readonly string[]): number {
  return header.length - [...header].reverse().findIndex((name) => name.trim() !== '')
}

/** A row cut into cells; null for a row of separators alone, which is a blank line. */
export function toRow(line: number, cells: string[], { columns, width, separator }: Forme): Row | null {
  if (!cells.some(isWritten)) return null
  const inner = cells.length === 1 && columns.length > 1 ? unwrap(cells[0] as string, separator) : null
  if (inner?.length === columns.length)
    return { line, cells: named(inner, columns), defect: 'ligne.entre_guillemets', published: inner }
  const extra = cells.length > columns.length && cells.slice(columns.length).some(isWritten)
  const defect = extra ? 'ligne.cellules_en_trop' : cells.length < width ? 'ligne.cellules_manquantes' : null
  return { line, cells: named(cells, columns), defect, published: cells }
}

function isWritten(cell: string): boolean {
  return cell !== '' && cell.trim() !== ''
}

function named(cells: readonly string[], columns: Forme['columns']): Record<string, string> {
  const own: Record<string, string> = {}
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i]
    const cell = cells[i]
    if (column != null && cell !== undefined) own[column] = cell
  }
  return own
}

/** A spreadsheet that took a whole line for one cell has put it between quotes: what the line was. */
function unwrap(cell: string, separator: string): string[] | null {
  return separator !== '' && cell.includes(separator) ? parseRecord(cell, { separator }) : null
}

export async function* oneBatch(rows: Row[], bytes: number, onBytes?: (bytes: number) => void): AsyncGenerator<Row[]> {
  onBytes?.(bytes)
  yield rows
}

/** Work on a file, whose refusals bear its name. */
export async function withName<T>(path: string, work: () => Promise<T>): Promise<T> {
  return work().catch((error) => {
    throw nommee(path, error)
  })
}

export async function* rowsWithName(path: string, rows: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  try {
    yield* rows
  } catch (error) {
    throw nommee(path, error)
  }
}

function nommee(path: string, error: unknown): unknown {
  return error instanceof Unreadable && !error.message.startsWith(path)
    ? new Unreadable(`${path} : ${error.message}`)
    : error
}
