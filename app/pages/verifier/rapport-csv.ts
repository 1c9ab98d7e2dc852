import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import Papa from 'papaparse'
import type { Rapport } from '#app/domain/rapport/verification.ts'
import { FORMULE_DE_TABLEUR } from '#app/domain/texte/formule.ts'
import { SEVERITY_LABELS } from '#app/domain/vocabulary.ts'
import { answerFichier } from './fichier.server.ts'
import { rapportOf } from './verifier.server.ts'

const COLONNES = [
  ...['ligne', 'colonne', 'gravite', 'code', 'valeur', 'probleme', 'comment_faire'],
  ...['correction_proposee', 'corrigee_dans_le_fichier', 'verdict_de_la_ligne'],
]

/** The report of what is sent, whole, as a file. */
export function action({ request, context }: ActionFunctionArgs) {
  return answerFichier(async () => rapportCsv(await rapportOf(request, context)), 'rapport-de-verification.csv')
}

/** Nothing is kept, so there is nothing to read. */
export function loader() {
  return redirect('/collectivites/verifier')
}

/** The report as CSV, for a spreadsheet: one line per problem. Formulas are made harmless. */
function rapportCsv({ anomalies, lignes }: Rapport): string {
  const verdicts = new Map(
    lignes.map(({ line, verdict }) => [line, verdict === 'affiche' ? 'affichée' : 'non affichée']),
  )
  const rows = anomalies.map(({ line, colonne, severity, code, raw, message, conseil, corrected, sure }) => [
    ...[String(line), colonne, SEVERITY_LABELS[severity], code, raw ?? '', message, conseil],
    ...[corrected ?? '', sure ? 'oui' : 'non', verdicts.get(line) ?? ''],
  ])
  const text = Papa.unparse([COLONNES, ...rows], { newline: '\r\n', escapeFormulae: FORMULE_DE_TABLEUR })
  return `\ufeff${text}\r\n`
}
