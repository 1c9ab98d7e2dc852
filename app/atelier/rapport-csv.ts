import Papa from 'papaparse'
import type { Rapport } from '#app/domain/rapport/verification.ts'
import { espaces } from '#app/domain/texte/espaces.ts'
import { FORMULE_DE_TABLEUR } from '#app/domain/texte/formule.ts'
import { SEVERITY_LABELS } from '#app/domain/vocabulary.ts'

const COLONNES = [
  ...['ligne', 'colonne', 'gravite', 'code', 'valeur', 'probleme', 'comment_faire'],
  ...['correction_proposee', 'corrigee_dans_le_fichier', 'verdict_de_la_ligne'],
]

/** The report as CSV, for a spreadsheet: one line per problem. Formulas are made harmless. */
export function rapportCsv({ anomalies, lignes }: Rapport): string {
  const verdicts = new Map(
    lignes.map(({ line, verdict }) => [line, verdict === 'affiche' ? 'affichée' : 'non affichée']),
  )
  const rows = anomalies.map(({ line, colonne, severity, code, raw, message, conseil, corrected, sure }) => [
    ...[String(line), colonne, SEVERITY_LABELS[severity], code, raw ?? '', espaces(message), espaces(conseil)],
    ...[corrected ?? '', sure ? 'oui' : 'non', verdicts.get(line) ?? ''],
  ])
  const text = Papa.unparse([COLONNES, ...rows], { newline: '\r\n', escapeFormulae: FORMULE_DE_TABLEUR })
  return `\ufeff${text}\r\n`
}
