import { readHead } from './decode.ts'
import type { Fichier } from './fichier.ts'
import { chooseHeader, type Entete, LIGNES_D_EN_TETE } from './header.ts'
import { type Choix, oneBatch, type Row, type Table, toRow, widthOf } from './table.ts'
import { Unreadable } from './unreadable.ts'
import { refuseBig, unreadableWorkbook } from './workbook-size.ts'

/** Opens a workbook (.xlsx or .ods): the first sheet that has a known header among its first lines. */
export async function openWorkbook(fichier: Fichier, choix: Choix): Promise<Table> {
  const { nom: path, bytes } = fichier
  const sheets = await readSheets(fichier)
  const { lines, entete } = chooseSheet(path, sheets, choix)
  const { kind, columns, rang } = entete
  const [line, header] = writtenLines(lines)[rang] as Line
  const forme = { columns, width: 0, separator: '' }
  const rows: Row[] = lines.slice(line).flatMap((cells, i) => toRow(line + 1 + i, cells, forme) ?? [])
  return {
    ...{ path, kind, header: header.slice(0, widthOf(header)), headerLine: line, columns, bytes, remarques: [] },
    rows: (onBytes) => oneBatch(rows, bytes, onBytes),
  }
}

type Line = [line: number, cells: string[]]

async function readSheets(fichier: Fichier): Promise<string[][][]> {
  const content = await readHead(fichier, fichier.bytes)
  refuseBig(fichier.nom, content, fichier.ouvertMax)
  const { read } = await import('hucre')
  const { sheets } = await read(content).catch(() => {
    throw unreadableWorkbook(fichier.nom)
  })
  return sheets.map(({ rows }) => rows.map((cells) => cells.map(textOf)))
}

/** A day as the standard writes it; an hour that a spreadsheet keeps as a part of its first day, as an hour. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value)
  if (Number.isNaN(value.getTime())) return ''
  const [day = '', hour = ''] = value.toISOString().slice(0, 16).split('T')
  if (day < '1904-01-03') return hour
  return hour === '00:00' ? day : `${day} ${hour}`
}

/** The first lines of a sheet that hold something: INSEE writes its title and notes above the header. */
function writtenLines(lines: readonly string[][]): Line[] {
  const written: Line[] = []
  for (const [i, cells] of lines.slice(0, 10 * LIGNES_D_EN_TETE).entries())
    if (cells.some((cell) => cell.trim() !== '') && written.length < LIGNES_D_EN_TETE) written.push([i + 1, cells])
  return written
}

function chooseSheet(path: string, sheets: string[][][], choix: Choix): { lines: string[][]; entete: Entete } {
  let refus: unknown = new Unreadable(`${path} : ce classeur est vide.`)
  for (const [rang, lines] of sheets.entries()) {
    const names = writtenLines(lines).map(([, cells]) => cells)
    if (names.length === 0) continue
    try {
      return { lines, entete: chooseHeader(path, names, choix) }
    } catch (error) {
      // What is said is of the first sheet that holds something.
      if (rang === 0 || (refus instanceof Unreadable && refus.message.endsWith('vide.'))) refus = error
    }
  }
  throw refus
}
