import { compte } from '#app/domain/texte/format.ts'
import { withoutInvisibles } from '#app/domain/texte/invisibles.ts'
import { type Encoding, readText } from './decode.ts'
import type { Fichier } from './fichier.ts'
import { chooseHeader, LIGNES_D_EN_TETE, refuseWide } from './header.ts'
import { endOfQuoted, guessSeparator, MAX_RECORD_CHARS, parseRecord, readRecords, refuseLong } from './records.ts'
import {
  type Choix,
  type Forme,
  type RemarqueDeForme,
  type Row,
  rowsWithName,
  type Table,
  toRow,
  widthOf,
  withName,
} from './table.ts'
import { Unreadable } from './unreadable.ts'

/** The longest published header has 2,000 characters, and 55 columns. */
const MAX_HEADER_CHARS = 65_536
/** Names over several lines are quoted: so many lines make one header. */
const MAX_HEADER_LINES = 20

/** Opens a table of any separator, whose header is one of its first lines. */
export async function openCsv(fichier: Fichier, encoding: Encoding, choix: Choix): Promise<Table> {
  const { nom: path, bytes } = fichier
  const text = (onBytes?: (bytes: number) => void) => readText(readBytes(fichier, onBytes), encoding)
  const { candidate, above, kind, columns } = await withName(path, () => findHeader(path, text(), choix))
  const { names: header, separator, line, end, wrapped } = candidate
  const forme: Forme = { columns, width: widthOf(header), separator }
  const rows = async function* (onBytes?: (bytes: number) => void) {
    const plain = wrapped ? withoutQuotedLines(text(onBytes)) : text(onBytes)
    const shape = { separator, columns: header.length }
    for await (const records of readRecords(skipLines(plain, end), shape, end + 1)) {
      const batch = records.flatMap(({ line, cells, broken }) =>
        broken ? uncut(line, cells) : (toRow(line, cells, forme) ?? []),
      )
      if (batch.length > 0) yield batch
    }
  }
  const remarques: RemarqueDeForme[] = []
  if (above !== null) remarques.push({ code: 'ligne.avant_entete', raw: above })
  if (wrapped) remarques.push({ code: 'ligne.entre_guillemets', raw: null })
  const headerLine = line
  return {
    path,
    kind,
    header,
    headerLine,
    columns,
    bytes,
    remarques,
    rows: (onBytes) => rowsWithName(path, rows(onBytes)),
  }
}

async function* readBytes(fichier: Fichier, onBytes?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of fichier.read()) {
    onBytes?.(bytes.length)
    yield bytes
  }
}

function uncut(line: number, cells: string[]): Row {
  const [raw = ''] = cells
  const defect = raw.length > MAX_RECORD_CHARS ? 'ligne.trop_longue' : 'ligne.guillemet'
  return { line, cells: {}, defect, raw, published: cells }
}

/** A line that may be the header: from `line` to `end`. `wrapped`: the whole of it stood between quotes. */
type Candidate = { names: string[]; separator: string; line: number; end: number; wrapped: boolean }

async function findHeader(path: string, text: AsyncIterable<string>, choix: Choix) {
  const lines = await firstLines(text)
  const candidates = candidatesOf(lines)
  const [first] = candidates
  if (first === undefined) throw new Unreadable('le fichier est vide.')
  const { rang, kind, columns } = chooseHeader(
    path,
    candidates.map(({ names }) => names),
    choix,
  )
  const candidate = candidates[rang] as Candidate
  const above = lines.slice(first.line - 1, candidate.line - 1).join('\n')
  return { candidate, above: rang === 0 ? null : above, kind, columns }
}

async function firstLines(text: AsyncIterable<string>): Promise<string[]> {
  let lines: string[] = ['']
  for await (const piece of text) {
    lines = (lines.join('\n') + piece).split('\n')
    if (lines.length > LIGNES_D_EN_TETE + 2 * MAX_HEADER_LINES || lines.join('').length > 2 * MAX_HEADER_CHARS) break
  }
  lines[0] = lines[0]?.replace(/^\ufeff/, '') ?? ''
  return lines
}

/** The first lines that hold something, each with those that an open quote carries on to. */
function candidatesOf(lines: readonly string[]): Candidate[] {
  const candidates: Candidate[] = []
  for (let start = 0; start < lines.length && candidates.length < LIGNES_D_EN_TETE; ) {
    const first = lines[start] as string
    if (first.replace(/[;,\t|]/g, '').trim() === '') {
      start += 1
      continue
    }
    if (first.length > MAX_HEADER_CHARS) {
      if (candidates.length > 0) break
      throw new Unreadable(
        `la première ligne est trop longue pour un en-tête de tableau : ${compte(MAX_HEADER_CHARS, 'caractère', 'caractères')} au plus.`,
      )
    }
    const end = endOfHeader(lines, start)
    candidates.push(...readCandidate(lines.slice(start, end).join('\n'), start + 1, end))
    start = end
  }
  return candidates
}

/** Where a line and those that its open quote carries on to end; the line alone when nothing closes it. */
function endOfHeader(lines: readonly string[], start: number): number {
  let quotes = 0
  for (let end = start; end < lines.length && end < start + MAX_HEADER_LINES; end += 1) {
    quotes += (lines[end] as string).split('"').length - 1
    if (quotes % 2 === 0) return end + 1
  }
  return start + 1
}

function readCandidate(raw: string, line: number, end: number): Candidate[] {
  // What a spreadsheet writes for another: "sep=;".
  if (/^\s*"?sep=.?"?\s*$/i.test(raw)) return []
  const separator = guessSeparator(raw)
  const cells = parseRecord(raw, { separator })
  const [inner = ''] = cells.length === 1 && raw.startsWith('"') ? (cells[0]?.split('\n', 1) ?? []) : []
  const within = guessSeparator(inner)
  const wrapped = inner.includes(within)
  // A name is read in a terminal, and compared.
  const names = (wrapped ? parseRecord(inner, { separator: within }) : cells).map(withoutInvisibles)
  refuseWide(names)
  return [{ names, separator: wrapped ? within : separator, line, end: wrapped ? line : end, wrapped }]
}

/** The text after so many lines. */
async function* skipLines(text: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  let left = count
  for await (const piece of text) {
    let at = 0
    while (left > 0) {
      const next = piece.indexOf('\n', at)
      if (next < 0) break
      at = next + 1
      left -= 1
    }
    if (left === 0 && at < piece.length) yield at === 0 ? piece : piece.slice(at)
  }
}

/**
 * The text of a file whose every line, or the whole, was put between quotes: each line without them, its doubled quotes
 * made one. A line that is not quoted from end to end stays as it is.
 */
async function* withoutQuotedLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  let open = false
  const unquote = (line: string): string => {
    if (!open && !line.startsWith('"')) return line
    const start = open ? 0 : 1
    const close = endOfQuoted(line, start)
    if (close >= 0 && line.slice(close).trim() !== '') return line
    open = close < 0
    return line.slice(start, close < 0 ? undefined : close - 1).replaceAll('""', '"')
  }
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    refuseLong(rest)
    if (lines.length > 0) yield `${lines.map(unquote).join('\n')}\n`
  }
  if (rest !== '') yield unquote(rest)
}
