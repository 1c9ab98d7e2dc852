import type { AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { foldHeader } from '#app/lecture/kinds.ts'
import type { Journal } from '#app/lecture/normalise/journal.ts'
import type { Contexte } from './check-row.ts'
import { NORME_LIEUX } from './norme.ts'

/** What the header of a file of places says against the standard. Other kinds have no public standard. */
export function noteEntete({ kind, header, columns }: Contexte, journal: Journal): void {
  if (kind !== 'lieux') return
  for (const [rang, colonne] of columns.entries()) {
    const published = header[rang]?.trim() ?? ''
    if (colonne !== null && estNorme(colonne) && published !== colonne)
      journal.note(colonne, 'colonne.ancienne', published, colonne)
  }
  const manquantes = NORME_LIEUX.colonnes.filter((colonne) => !columns.includes(colonne))
  const note = (attendues: readonly string[], code: AnomalieCode) => {
    for (const colonne of attendues) if (manquantes.some((one) => one === colonne)) journal.note(colonne, code, null)
  }
  note(NORME_LIEUX.obligatoires, 'colonne.manquante')
  note(NORME_LIEUX.conseillees, 'colonne.conseillee')
  for (const [rang, colonne] of columns.entries()) {
    if (colonne !== null) continue
    const published = header[rang]?.trim() ?? ''
    const proche = manquantes.find((one) => isProche(foldHeader(published), one))
    if (proche) journal.note(published, 'colonne.proche', published, proche)
  }
}

function estNorme(colonne: string): boolean {
  return NORME_LIEUX.colonnes.some((one) => one === colonne)
}

/** One or two letters apart, in a name of six letters or more. */
function isProche(a: string, b: string): boolean {
  return b.length >= 6 && a.length <= b.length + 2 && a !== b && editDistance(a, b) <= 2
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
