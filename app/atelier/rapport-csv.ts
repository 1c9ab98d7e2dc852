import type { Rapport } from '#app/domain/rapport/verification.ts'
import type { Severity } from '#app/domain/vocabulary.ts'
import { writeRow } from '#app/verification/correct-file.server.ts'

const GRAVITES: Record<Severity, string> = { error: 'bloquante', warning: 'à vérifier', info: 'remarque' }

const COLONNES = [
  ...['ligne', 'colonne', 'gravite', 'code', 'valeur', 'probleme', 'comment_faire'],
  ...['correction_proposee', 'corrigee_dans_le_fichier', 'verdict_de_la_ligne'],
]

/** The report as CSV, for a spreadsheet: one line per problem. Formulas are made harmless. */
export function rapportCsv({ anomalies, lignes }: Rapport): string {
  const verdicts = new Map(
    lignes.map(({ line, verdict }) => [line, verdict === 'affiche' ? 'affichée' : 'non affichée']),
  )
  const rows = anomalies.map(({ line, colonne, severity, code, raw, message, conseil, corrected, sure }) =>
    writeRow([
      ...[String(line), colonne, GRAVITES[severity], code, raw ?? '', message, conseil],
      ...[corrected ?? '', sure ? 'oui' : 'non', verdicts.get(line) ?? ''],
    ]),
  )
  return `\ufeff${writeRow(COLONNES)}${rows.join('')}`
}
