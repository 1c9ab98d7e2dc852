import { KINDS_VERIFIES } from '#app/domain/rapport/verification.ts'
import { shownText } from '#app/domain/texte/visible.ts'
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

type Feuille = { nom: string; lines: string[][] }

/** The sheets that a person sees; all of them where each is hidden. */
async function readSheets(fichier: Fichier): Promise<Feuille[]> {
  const content = await readHead(fichier, fichier.bytes)
  refuseBig(fichier.nom, content, fichier.ouvertMax)
  const { read } = await import('hucre')
  const { sheets } = await read(content).catch(() => {
    throw unreadableWorkbook(fichier.nom)
  })
  const visibles = sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
  return (visibles.length > 0 ? visibles : sheets).map(({ name, rows }) => ({
    nom: name,
    lines: rows.map((cells) => cells.map(textOf)),
  }))
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

/** Throws `Unreadable` for two sheets of one kind: whichever is read, the rows of the other would be lost. */
function chooseSheet(path: string, sheets: readonly Feuille[], choix: Choix): { lines: string[][]; entete: Entete } {
  let refus: unknown = new Unreadable(`${path} : ce classeur est vide.`)
  const lues: { nom: string; lines: string[][]; entete: Entete; vide: boolean }[] = []
  for (const [rang, { nom, lines }] of sheets.entries()) {
    const written = writtenLines(lines)
    if (written.length === 0) continue
    try {
      const entete = chooseHeader(
        path,
        written.map(([, cells]) => cells),
        choix,
      )
      lues.push({ nom, lines, entete, vide: written.length <= entete.rang + 1 })
    } catch (error) {
      // What is said is of the first sheet that holds something.
      if (rang === 0 || (refus instanceof Unreadable && refus.message.endsWith('vide.'))) refus = error
    }
  }
  // A header alone holds nothing to lose.
  const pleines = lues.filter(({ vide }) => !vide)
  const first = pleines[0] ?? lues[0]
  if (first === undefined) throw refus
  const memes = pleines.filter(({ entete }) => entete.kind === first.entete.kind)
  if (memes.length > 1 && KINDS_VERIFIES.some((one) => one === first.entete.kind))
    throw new Unreadable(
      `${path} : ce classeur a plusieurs feuilles de même nature (${memes.map(({ nom }) => `« ${shownText(nom, 40)} »`).join(', ')}). Réunissez leurs lignes en une feuille, ou enregistrez en CSV celle qui est à publier.`,
    )
  return first
}
