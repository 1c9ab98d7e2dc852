import { CHAMPS } from '#app/domain/lieu/champs.ts'
import { type Anomalie, CORRECTIONS_SURES } from '#app/domain/rapport/anomalies.ts'
import { mendText } from '#app/lecture/normalise/text.ts'
import { isUncut } from '#app/lecture/table.ts'
import { deplacer, isListe, writeListe } from './check-lists.ts'
import type { Contexte, LigneLue } from './check-row.ts'

export function isSure({ code, corrected }: Anomalie): boolean {
  return corrected !== null && CORRECTIONS_SURES.has(code)
}

/**
 * The row's cells, each as its safe corrections leave it; `faites`: those that are made. One is not when its cell was cut,
 * and what is proposed lacks its end.
 */
export function correctLigne(
  { row, journal }: LigneLue,
  { header, columns }: Contexte,
): { cells: string[]; faites: Anomalie[] } {
  if (isUncut(row)) return { cells: row.published, faites: [] }
  const before = header.map((_, rang) => row.published[rang] ?? '')
  const sures = journal.anomalies.filter(isSure)
  if (sures.length === 0) return { cells: [...before, ...row.published.slice(header.length)], faites: [] }
  const cells = [...before]
  const coupees = new Set(journal.anomalies.filter(({ code }) => code === 'texte.trop_long').map(({ field }) => field))
  const entieres = sures.filter(({ code, field }) => !coupees.has(field) || MENDED.has(code))
  const rangs = rangsDe(columns)
  for (const { code, field, corrected } of entieres) {
    if (POINT.has(code)) writePoint(cells, columns, corrected ?? '')
    const rang = rangs.get(field)
    if (MENDED.has(code) && rang !== undefined) cells[rang] = mendText(cells[rang] ?? '')
  }
  for (const anomalie of entieres) correctCell(cells, anomalie, rangs.get(anomalie.field))
  const [publics, prises] = [CHAMPS.public, CHAMPS.prise_en_charge].map(({ column }) => rangs.get(column) ?? -1)
  if (entieres.some(({ code }) => code === 'vocabulaire.deplace'))
    moveValeurs(cells, publics as number, prises as number)
  const faites = entieres.filter(({ field }) => {
    const rang = rangs.get(field)
    return rang === undefined ? field === '' : cells[rang] !== before[rang]
  })
  return { cells: [...cells, ...row.published.slice(header.length)], faites }
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
