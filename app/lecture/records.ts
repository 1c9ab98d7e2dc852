import Papa from 'papaparse'
import { Unreadable } from './unreadable.ts'

/**
 * A record of a CSV file. `line` is the line where it starts, as an editor shows it. `broken`: a quote is open, or the
 * line is longer than `MAX_RECORD_CHARS`; it then has one cell, its text.
 */
export type CsvRecord = { line: number; cells: string[]; broken: boolean }

/** How far the quote that closes a cell is looked for: beyond, it was left open. */
const MAX_OPEN_CHARS = 262_144
/** The longest published record has 6,466 characters. */
export const MAX_RECORD_CHARS = 65_536
/** papaparse is quadratic on quotes that close nothing: beyond, such a text is not given to it. */
const MAX_STRAY_CHARS = 1_000
/** A text without a line end for longer than this is no table. */
const MAX_LINE_CHARS = 1_048_576

/** `columns` is the width of the header, 0 to accept any (the header itself). */
type Shape = { separator: string; columns: number }

/**
 * Cuts a text into records, by batches, and parses them with papaparse. A line whose quote is never
 * closed is given as `broken`, alone, and reading goes on with the next line: one stray quote never
 * swallows the rows after it. Blank lines are passed over. Memory is that of a piece of text.
 * Throws `Unreadable` when a line is longer than 1 MiB.
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  shape: Shape,
  firstLine = 1,
): AsyncGenerator<CsvRecord[]> {
  let lines: string[] = []
  let line = firstLine
  let rest = ''
  for await (const piece of text) {
    const whole = rest + piece
    const simple = lines.length === 0 ? parseSimple(whole, shape, line) : null
    if (simple) {
      rest = whole.slice(whole.lastIndexOf('\n') + 1)
      line += simple.length
      yield simple
      continue
    }
    const pieces = whole.split('\n')
    rest = pieces.pop() ?? ''
    refuseLong(rest)
    lines = lines.length === 0 ? pieces : lines.concat(pieces)
    const { records, taken } = takeRecords(lines, shape, line, false)
    lines = lines.slice(taken)
    line += taken
    if (records.length > 0) yield records
  }
  const { records } = takeRecords(rest === '' ? lines : [...lines, rest], shape, line, true)
  if (records.length > 0) yield records
}

/**
 * The records of the lines that a text ends, in one call, when each of them is one record as wide as the header, which
 * nearly every piece of a file is; null when one is not, and lines have to be looked at one by one.
 */
function parseSimple(text: string, { separator, columns }: Shape, firstLine: number): CsvRecord[] | null {
  const end = text.lastIndexOf('\n')
  // With one column, a blank line would be a record.
  if (end <= 0 || columns <= 1 || text.indexOf('\n') > MAX_RECORD_CHARS) return null
  const { data, errors } = parse(text.slice(0, end), separator)
  if (errors.length > 0 || data.length !== countOf('\n', text)) return null
  if (data.some((cells) => cells.length !== columns)) return null
  return data.map((cells, i) => ({ line: firstLine + i, cells, broken: false }))
}

export function refuseLong(line: string): void {
  if (line.length > MAX_LINE_CHARS)
    throw new Unreadable('une ligne de plus d’un million de caractères : ce n’est pas un tableau CSV.')
}

function takeRecords(lines: string[], shape: Shape, firstLine: number, end: boolean) {
  const records: CsvRecord[] = []
  let run: string[] = []
  let i = 0
  const flush = () => {
    if (run.length > 0) records.push(...parseRun(run, shape, firstLine + i - run.length))
    run = []
  }
  while (i < lines.length) {
    const size = recordSize(lines, i, shape, end)
    if (size === 0) break
    if (size === 1) {
      run.push(lines[i] as string)
      i += 1
      continue
    }
    flush()
    const text = lines.slice(i, i + Math.abs(size)).join('\n')
    const line = firstLine + i
    records.push(
      size < 0 ? { line, cells: [text], broken: true } : { line, cells: parseRecord(text, shape), broken: false },
    )
    i += Math.abs(size)
  }
  flush()
  return { records, taken: i }
}

/**
 * How many lines make the record at `start`: 0 = more are needed; below 0, so many lines that are broken together. A line is
 * scanned once as the start of a record and once as the end of another: a file of open quotes is read in as many steps.
 */
function recordSize(lines: string[], start: number, shape: Shape, end: boolean): number {
  const first = lines[start] as string
  if (first.length > MAX_RECORD_CHARS) return -1
  let quotes = countOf('"', first)
  if (quotes % 2 === 0) return 1
  // A quote inside an unquoted cell (5" pipe) is text: the line alone has its cells.
  if (fits(first, shape)) return 1
  let chars = first.length
  for (let i = start + 1; i < lines.length; i += 1) {
    quotes += countOf('"', lines[i] as string)
    chars += (lines[i] as string).length
    const size = i - start + 1
    if (quotes % 2 === 0) {
      // Closed by the quote of another row: the cells no longer fit, so the first line is the broken one.
      if (shape.columns > 0 && !fits(lines.slice(start, i + 1).join('\n'), shape)) return -1
      return chars > MAX_RECORD_CHARS ? -size : size
    }
    if (chars > MAX_OPEN_CHARS) return -1
  }
  return end ? -1 : 0
}

/** Lines that are one record each, in one call; line by line when a quote in the middle of a cell upset it. */
function parseRun(run: string[], shape: Shape, firstLine: number): CsvRecord[] {
  const { data, errors } = parse(run.join('\n'), shape.separator)
  const whole = errors.length === 0 && data.length === run.length
  const records: CsvRecord[] = []
  for (const [i, text] of run.entries()) {
    if (text.trim() === '') continue
    const line = firstLine + i
    if (whole) {
      records.push({ line, cells: data[i] as string[], broken: false })
      continue
    }
    const alone = parse(text, shape.separator)
    const cells = alone.data[0] ?? []
    const broken = alone.errors.length > 0 && shape.columns > 0 && cells.length !== shape.columns
    records.push({ line, cells: broken ? [text] : cells, broken })
  }
  return records
}

/**
 * Papaparse on lines. It forgives spaces between a closing quote and the end of a line, but not those before the end of
 * the text: the last line ends as the others do.
 */
function parse(text: string, separator: string) {
  if (text.length > MAX_STRAY_CHARS && text.includes('"') && !isWellQuoted(text, separator))
    return { data: [[text]], errors: [STRAY] }
  const { data, errors } = Papa.parse<string[]>(`${text}\n`, { delimiter: separator, newline: '\n' })
  const last = data.at(-1) ?? []
  if (data.length > 1 && last.length === 1 && last[0] === '') data.pop()
  // In a cell that nothing closes, this end is none of it.
  else if (errors.length > 0) last[last.length - 1] = last.at(-1)?.replace(/\n$/, '') ?? ''
  return { data, errors }
}

const STRAY = { type: 'Quotes', code: 'InvalidQuotes', message: 'a quote closes nothing' } as const

/** True when every cell that a quote opens is closed by one, before a separator or the end of a line. One pass. */
function isWellQuoted(text: string, separator: string): boolean {
  let i = 0
  while (i < text.length) {
    if (text[i] === '"') {
      i = endOfQuoted(text, i + 1)
      if (i < 0) return false
      while (text[i] === ' ') i += 1
      if (i < text.length && text[i] !== separator && text[i] !== '\n') return false
    }
    while (i < text.length && text[i] !== separator && text[i] !== '\n') i += 1
    i += 1
  }
  return true
}

/** Where a text goes on after the quote that closes its cell, -1 when none does. A doubled quote is one of the cell. */
export function endOfQuoted(text: string, start: number): number {
  for (let i = text.indexOf('"', start); i >= 0; i = text.indexOf('"', i + 2)) if (text[i + 1] !== '"') return i + 1
  return -1
}

/** True when a text is one record as wide as the header, every quote of it opened and closed at a cell's edges. */
function fits(text: string, { separator, columns }: Shape): boolean {
  const { data, errors } = parse(text, separator)
  return errors.length === 0 && data[0]?.length === columns
}

export function parseRecord(text: string, { separator }: { separator: string }): string[] {
  return parse(text, separator).data[0] ?? []
}

function countOf(char: string, text: string): number {
  let count = 0
  for (let i = text.indexOf(char); i !== -1; i = text.indexOf(char, i + 1)) count += 1
  return count
}

/** The separator of a header: the most frequent of `;` `,` tab and `|` outside quotes. */
export function guessSeparator(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const counts = [';', ',', '\t', '|'].map((separator) => ({ separator, count: bare.split(separator).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator
}
