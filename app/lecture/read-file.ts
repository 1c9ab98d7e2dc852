import { basename } from 'node:path'
import { compte } from '#app/domain/texte/format.ts'
import { withoutInvisibles } from '#app/domain/texte/invisibles.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import { detectEncoding, type Encoding, readHead, readText } from './decode.ts'
import { type Fichier, fichierSurDisque } from './fichier.ts'
import { KIND_TABLES, mapColumns, recognise } from './kinds.ts'
import { readJson } from './read-json.ts'
import { guessSeparator, MAX_RECORD_CHARS, parseRecord, readRecords } from './records.ts'
import { KindInconnu, Unreadable } from './unreadable.ts'
import { refuseBig, unreadableWorkbook } from './workbook-size.ts'

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
export type RowDefect = 'ligne.guillemet' | 'ligne.trop_longue' | 'ligne.cellules_en_trop' | 'ligne.cellules_manquantes'

/** True for a row that could not be cut into cells: its text is in `raw`. */
export function isUncut({ defect }: Pick<Row, 'defect'>): boolean {
  return defect === 'ligne.guillemet' || defect === 'ligne.trop_longue'
}

/** A file whose kind is known, read by batches of rows. `bytes` is its size, for progress. */
export type Table = {
  path: string
  kind: Kind
  header: string[]
  /** Our name for each column of the header, null for one that is not read. */
  columns: (string | null)[]
  bytes: number
  /** `onBytes` is told the bytes read since the last call. */
  rows: (onBytes?: (bytes: number) => void) => AsyncIterable<Row[]>
}

/**
 * Opens a CSV (any encoding and separator), a JSON array (communes) or an .xlsx workbook (INSEE grid)
 * and recognises its kind from its header, unless `kind` forces it.
 * Throws `Unreadable` with the columns seen and the nearest kind.
 */
export async function openTable(file: string | Fichier, kind?: Kind): Promise<Table> {
  const fichier = typeof file === 'string' ? await fichierSurDisque(file) : file
  if (fichier.bytes === 0) throw new Unreadable(`${fichier.nom} : le fichier est vide.`)
  if (isWorkbook(await readHead(fichier, 4))) return openWorkbook(fichier, kind)
  const encoding = await detectEncoding(fichier)
  const start = (await firstText(fichier, encoding)).trimStart()
  return /^[[{]/.test(start) ? openJson(fichier, encoding, kind) : openCsv(fichier, encoding, kind)
}

/** True for the first bytes of an .xlsx workbook, which is a ZIP archive. */
export function isWorkbook(head: Buffer): boolean {
  return head.toString('latin1').startsWith('PK')
}

async function firstText(fichier: Fichier, encoding: Encoding): Promise<string> {
  for await (const text of readText(fichier.read(65_536), encoding)) return text.replace(/^\ufeff/, '')
  return ''
}

function kindOf(path: string, header: string[], forced?: Kind): Kind {
  if (forced) {
    const columns = new Set(mapColumns(header, forced))
    const missing = KIND_TABLES[forced].required.filter((group) => !group.some((name) => columns.has(name)))
    if (missing.length === 0) return forced
    throw new Unreadable(
      `${path} : il manque ${missing.map((g) => g.join(' ou ')).join(', ')} pour un fichier « ${forced} ». Colonnes vues : ${colonnesVues(header)}.`,
    )
  }
  const found = recognise(header)
  if ('kind' in found) return found.kind
  const colonnes = colonnesVues(header)
  throw new KindInconnu(
    `${path}, ligne 1 : type de fichier non reconnu. Le plus proche est « ${found.nearest} », mais il manque ${found.missing.join(', ')}. ` +
      `Colonnes vues : ${colonnes}. Au besoin, imposez le type avec --kind.`,
    colonnes,
  )
}

function colonnesVues(header: string[]): string {
  const names = header.slice(0, 40).map((name) => name.replace(/\s+/g, ' ').trim())
  return names.join(', ').slice(0, 600)
}

async function openCsv(fichier: Fichier, encoding: Encoding, forced?: Kind): Promise<Table> {
  const { nom: path, bytes } = fichier
  const text = (onBytes?: (bytes: number) => void) => readText(readBytes(fichier, onBytes), encoding)
  const named = async <T>(work: () => Promise<T>) =>
    work().catch((error) => {
      throw error instanceof Unreadable && !error.message.startsWith(path)
        ? new Unreadable(`${path} : ${error.message}`)
        : error
    })
  const { header, line, separator } = await named(() => readHeader(text()))
  const kind = kindOf(path, header, forced)
  const columns = mapColumns(header, kind)
  // Trailing empty names (a header that ends with its separator) are no columns: a row may leave them out.
  const width = header.length - [...header].reverse().findIndex((name) => name.trim() !== '')
  const rows = async function* (onBytes?: (bytes: number) => void) {
    const shape = { separator, columns: header.length }
    for await (const records of readRecords(text(onBytes), shape)) {
      const batch = records.filter((record) => record.line > line).map((record) => toRow(record, columns, width))
      if (batch.length > 0) yield batch
    }
  }
  return { path, kind, header, columns, bytes, rows: (onBytes) => namedRows(path, rows(onBytes)) }
}

async function* readBytes(fichier: Fichier, onBytes?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of fichier.read()) {
    onBytes?.(bytes.length)
    yield bytes
  }
}

async function* namedRows(path: string, rows: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  try {
    yield* rows
  } catch (error) {
    throw error instanceof Unreadable && !error.message.startsWith(path)
      ? new Unreadable(`${path} : ${error.message}`)
      : error
  }
}

/** The longest published header has 2,000 characters, and 55 columns. */
const MAX_HEADER_CHARS = 65_536
const MAX_COLUMNS = 500

/** The header: the first line that is not blank, with those that an open quote carries on to. */
async function readHeader(text: AsyncIterable<string>) {
  let lines: string[] = ['']
  for await (const piece of text) {
    lines = (lines.join('\n') + piece).split('\n')
    if (lines.length > 40 || lines.join('').length > 2 * MAX_HEADER_CHARS) break
  }
  const start = lines.findIndex((line) => line.replace(/[\ufeff;,\t]/g, '').trim() !== '')
  if (start < 0) throw new Unreadable('le fichier est vide.')
  let end = start + 1
  const raw = () =>
    lines
      .slice(start, end)
      .join('\n')
      .replace(/^\ufeff/, '')
  while (end < lines.length && end < start + 20 && (raw().match(/"/g)?.length ?? 0) % 2 === 1) end += 1
  const first = raw()
  if (first.length > MAX_HEADER_CHARS)
    throw new Unreadable(
      `la première ligne est trop longue pour un en-tête de tableau : ${compte(MAX_HEADER_CHARS, 'caractère', 'caractères')} au plus.`,
    )
  const separator = guessSeparator(first)
  // A name is read in a terminal, and compared.
  const header = parseRecord(first, { separator }).map(withoutInvisibles)
  refuseWide(header)
  return { header, line: end, separator }
}

function refuseWide(header: readonly string[]): void {
  if (header.length > MAX_COLUMNS)
    throw new Unreadable(
      `le tableau a ${compte(header.length, 'colonne', 'colonnes')}, ${MAX_COLUMNS} au plus : gardez celles du standard.`,
    )
}

function toRow(
  record: { line: number; cells: string[]; broken: boolean },
  columns: (string | null)[],
  width: number,
): Row {
  if (record.broken) {
    const [raw = ''] = record.cells
    const defect = raw.length > MAX_RECORD_CHARS ? 'ligne.trop_longue' : 'ligne.guillemet'
    return { line: record.line, cells: {}, defect, raw, published: record.cells }
  }
  const cells: Record<string, string> = {}
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i]
    const cell = record.cells[i]
    if (column != null && cell !== undefined) cells[column] = cell
  }
  const extra =
    record.cells.length > columns.length && record.cells.slice(columns.length).some((cell) => cell.trim() !== '')
  const defect = extra ? 'ligne.cellules_en_trop' : record.cells.length < width ? 'ligne.cellules_manquantes' : null
  return { line: record.line, cells, defect, published: record.cells }
}

async function openJson(fichier: Fichier, encoding: Encoding, forced?: Kind): Promise<Table> {
  const { nom: path, bytes } = fichier
  const objects = readJson(path, new TextDecoder(encoding).decode(await readHead(fichier, bytes)))
  // Of every object: the API leaves out what it does not know, such as a centre.
  const header: string[] = []
  const ranks = new Map<string, number>()
  for (const object of objects) {
    for (const name of Object.keys(object)) {
      if (ranks.has(name)) continue
      ranks.set(name, header.length)
      header.push(name)
      if (header.length > MAX_COLUMNS)
        throw new Unreadable(`${path} : les objets de ce JSON ont plus de ${MAX_COLUMNS} clés différentes.`)
    }
  }
  if (header.length === 0) throw new Unreadable(`${path} : le tableau JSON est vide.`)
  const kind = kindOf(path, header, forced)
  const names = mapColumns(header, kind)
  const rows = objects.map((object, i): Row => {
    const cells: Record<string, string> = {}
    const published: string[] = []
    for (const [name, value] of Object.entries(object)) {
      if (value == null) continue
      const rank = ranks.get(name) as number
      while (published.length <= rank) published.push('')
      published[rank] = text(value)
      const column = names[rank]
      if (column != null) cells[column] = published[rank]
    }
    return { line: i + 1, cells, defect: null, published }
  })
  return { path, kind, header, columns: names, bytes, rows: (onBytes) => oneBatch(rows, bytes, onBytes) }
}

function text(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

async function openWorkbook(fichier: Fichier, forced?: Kind): Promise<Table> {
  const { nom: path, bytes } = fichier
  const content = await readHead(fichier, bytes)
  refuseBig(path, content)
  const { default: readXlsxFile } = await import('read-excel-file/node')
  const sheets = await readXlsxFile(content).catch(() => {
    throw unreadableWorkbook(path)
  })
  for (const { data } of sheets) {
    const table = data.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))))
    // INSEE writes its title and notes above: the header is the first line that makes a known kind.
    const at = table.slice(0, 12).findIndex((cells) => 'kind' in recognise(cells))
    const header = table[at]
    if (!header) continue
    const kind = kindOf(path, header, forced)
    const columns = mapColumns(header, kind)
    const rows = table
      .slice(at + 1)
      .map((cells, i) => toRow({ line: at + 2 + i, cells, broken: false }, columns, 0))
      .filter((row) => Object.values(row.cells).some((cell) => cell.trim() !== ''))
    return { path, kind, header, columns, bytes, rows: (onBytes) => oneBatch(rows, bytes, onBytes) }
  }
  throw new Unreadable(`${basename(path)} : aucune feuille de ce classeur n’a un en-tête connu.`)
}

async function* oneBatch(rows: Row[], bytes: number, onBytes?: (bytes: number) => void): AsyncGenerator<Row[]> {
  onBytes?.(bytes)
  yield rows
}
