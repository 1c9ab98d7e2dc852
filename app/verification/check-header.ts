import type { AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { ecartDe } from '#app/domain/texte/orthographe.ts'
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
  return b.length >= 6 && a.length <= b.length + 2 && a !== b && ecartDe(a, b, 2) <= 2
}
