import type { AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { ecartDe } from '#app/domain/texte/orthographe.ts'
import { COLONNES_DU_LIEU, colonnesProbables } from '#app/lecture/column-names.ts'
import { foldHeader, mapColumns } from '#app/lecture/kinds.ts'
import type { Journal } from '#app/lecture/normalise/journal.ts'
import type { Contexte } from './check-row.ts'
import { NORME_LIEUX } from './norme.ts'

/**
 * What the header says: its columns that are read as another, twice, or not at all. A file of places is held against the
 * standard; other kinds have none that is public.
 */
export function noteEntete(contexte: Contexte, journal: Journal): void {
  const { kind, header, columns, colonnes } = contexte
  for (const [rang, published] of header.entries()) {
    const chosen = colonnes?.get(foldHeader(published))
    if (chosen !== undefined && columns[rang] === chosen && published.trim() !== chosen)
      journal.note(chosen, 'colonne.choisie', published.trim(), chosen)
    const [column] = columns[rang] === null ? mapColumns([published], kind) : []
    if (column != null && columns.includes(column)) journal.note(column, 'colonne.double', published.trim())
  }
  if (kind === 'lieux') noteNorme(contexte, journal)
  noteProbables(contexte, journal)
}

function noteNorme({ header, columns, colonnes }: Contexte, journal: Journal): void {
  for (const [rang, colonne] of columns.entries()) {
    const published = header[rang]?.trim() ?? ''
    if (colonne !== null && estNorme(colonne) && published !== colonne && !colonnes?.has(foldHeader(published)))
      journal.note(
        colonne,
        foldHeader(published) === colonne ? 'colonne.graphie' : 'colonne.ancienne',
        published,
        colonne,
      )
  }
  const manquantes = manquantesDe(columns)
  const note = (attendues: readonly string[], code: AnomalieCode) => {
    for (const colonne of attendues) if (manquantes.some((one) => one === colonne)) journal.note(colonne, code, null)
  }
  note(NORME_LIEUX.obligatoires, 'colonne.manquante')
  note(NORME_LIEUX.conseillees, 'colonne.conseillee')
}

function manquantesDe(columns: Contexte['columns']): string[] {
  return NORME_LIEUX.colonnes.filter((colonne) => !columns.includes(colonne))
}

/** The columns that nothing reads and that look like one which lacks: by another name of it, else by its letters. */
function noteProbables({ kind, header, columns }: Contexte, journal: Journal): void {
  const probables = new Map(colonnesProbables(header, kind).map(({ rang, column }) => [rang, column]))
  const taken = new Set(probables.values())
  const manquantes = kind === 'lieux' ? manquantesDe(columns).filter((one) => !taken.has(one)) : []
  for (const [rang, colonne] of columns.entries()) {
    if (colonne !== null) continue
    const published = header[rang]?.trim() ?? ''
    const proche = probables.get(rang) ?? manquantes.find((one) => isProche(foldHeader(published), one))
    if (proche === undefined) continue
    const code = COLONNES_DU_LIEU.has(proche) ? 'colonne.non_lue' : 'colonne.proche'
    journal.note(published, code, published, proche)
  }
}

function estNorme(colonne: string): boolean {
  return NORME_LIEUX.colonnes.some((one) => one === colonne)
}

/** One or two letters apart, in a name of six letters or more. */
function isProche(a: string, b: string): boolean {
  return b.length >= 6 && a.length <= b.length + 2 && a !== b && ecartDe(a, b, 2) <= 2
}
