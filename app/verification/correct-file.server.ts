import Papa from 'papaparse'
import { CHAMPS } from '#app/domain/lieu/champs.ts'
import { type Anomalie, CORRECTIONS_SURES } from '#app/domain/rapport/anomalies.ts'
import type { Fichier } from '#app/lecture/fichier.ts'
import { mendText } from '#app/lecture/normalise/text.ts'
import { isUncut } from '#app/lecture/table.ts'
import {
  type CheckOptions,
  contexteOf,
  openVerifiable,
  readEntete,
  readLignes,
  sansLigne,
} from './check-file.server.ts'
import { deplacer, isListe, writeListe } from './check-lists.ts'
import type { Contexte, LigneLue } from './check-row.ts'

/**
 * The file with every safe correction applied (`CORRECTIONS_SURES`), by pieces of CSV: UTF-8 with its mark, which
 * spreadsheets need, commas, the columns in their order. No row is left out: one whose quote is never closed is given
 * as it was. Throws `Unreadable` as `checkFile` does.
 */
export async function* correctFile(fichier: Fichier, options: CheckOptions): AsyncGenerator<string> {
  const table = await openVerifiable(fichier, options)
  const contexte = contexteOf(table, options)
  const renamed = new Map(
    readEntete(table, contexte)
      .filter((one) => isSure(one) && one.field !== '')
      .map(({ raw, corrected }) => [raw, corrected]),
  )
  const header = table.header.map((published) => renamed.get(published.trim()) ?? published)
  let batch = `\ufeff${writeRow(header)}`
  let read = 0
  for await (const lue of readLignes(table, contexte, options)) {
    read += 1
    batch += isUncut(lue.row) ? `${lue.row.raw ?? ''}\r\n` : writeRow(correctLigne(lue, contexte))
    if (batch.length > 65_536) {
      yield batch
      batch = ''
    }
  }
  if (read === 0) throw sansLigne(fichier)
  if (batch !== '') yield batch
}

function isSure({ code, corrected }: Anomalie): boolean {
  return corrected !== null && CORRECTIONS_SURES.has(code)
}

/** The row's cells, each as its safe corrections leave it. */
function correctLigne({ row, journal }: LigneLue, { header, columns }: Contexte): string[] {
  const cells = header.map((_, rang) => row.published[rang] ?? '')
  // Of a cell that was cut, what is proposed lacks its end.
  const coupees = new Set(journal.anomalies.filter(({ code }) => code === 'texte.trop_long').map(({ field }) => field))
  const sures = journal.anomalies.filter((one) => isSure(one) && !coupees.has(one.field))
  const rangs = rangsDe(columns)
  for (const { code, field, corrected } of sures) {
    if (POINT.has(code)) writePoint(cells, columns, corrected ?? '')
    const rang = rangs.get(field)
    if (MENDED.has(code) && rang !== undefined) cells[rang] = mendText(cells[rang] ?? '')
  }
  for (const anomalie of sures) correctCell(cells, anomalie, rangs.get(anomalie.field))
  const [publics, prises] = [CHAMPS.public, CHAMPS.prise_en_charge].map(({ column }) => rangs.get(column) ?? -1)
  if (sures.some(({ code }) => code === 'vocabulaire.deplace')) moveValeurs(cells, publics as number, prises as number)
  return [...cells, ...row.published.slice(header.length)]
}

function moveValeurs(cells: string[], publics: number, prises: number): void {
  const moved = deplacer(cells[publics] ?? '', cells[prises] ?? '')
  cells[publics] = moved.publics
  cells[prises] = moved.priseEnCharge
}

/** Of one file all rows have the same. */
const rangsConnus = new WeakMap<Contexte['columns'], Map<string, number>>()

function rangsDe(columns: Contexte['columns']): Map<string, number> {
  const known = rangsConnus.get(columns)
  if (known) return known
  const rangs = new Map<string, number>()
  for (const [rang, column] of columns.entries()) if (column !== null) rangs.set(column, rang)
  rangsConnus.set(columns, rangs)
  return rangs
}

function correctCell(cells: string[], { code, field, raw, corrected }: Anomalie, rang: number | undefined): void {
  if (rang === undefined || TEXTE.has(code) || code === 'vocabulaire.deplace' || corrected === null) return
  const cell = cells[rang] ?? ''
  if (isListe(field) && LISTE.has(code)) cells[rang] = writeListe(field, cell)
  else if (collapse(cell) === raw || cell === raw) cells[rang] = corrected
  else if (raw && cell.includes(raw)) cells[rang] = cell.replace(raw, () => corrected)
}

/** Done already, on the whole cell. */
const MENDED: ReadonlySet<string> = new Set(['texte.encodage', 'texte.html', 'texte.invisible'])
const POINT: ReadonlySet<string> = new Set(['coordonnees.inversees', 'coordonnees.converties'])
const TEXTE: ReadonlySet<string> = new Set([...MENDED, ...POINT])
const LISTE: ReadonlySet<string> = new Set(['vocabulaire.ancien', 'liste.separateur', 'valeur.graphie'])

function writePoint(cells: string[], columns: (string | null)[], point: string): void {
  const [lat = '', lon = ''] = point.split(', ')
  for (const [colonne, value] of [
    ['latitude', lat],
    ['longitude', lon],
  ] as const) {
    const rang = columns.indexOf(colonne)
    if (rang >= 0) cells[rang] = value
  }
}

function collapse(cell: string): string {
  return cell.replace(/[\s\u00a0]+/g, ' ').trim()
}

/** A line of CSV, exact: what a spreadsheet would run is said by the report, and is its author's to change. */
function writeRow(cells: readonly string[]): string {
  return `${Papa.unparse([cells], { newline: '\r\n' })}\r\n`
}
