import { closeSync, openSync, writeSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import Papa from 'papaparse'
import { compte } from '#app/domain/texte/format.ts'
import { FORMULE_DE_TABLEUR } from '#app/domain/texte/formule.ts'
import { openReadOnly } from '#db/connect.server.ts'
import type { BuildResult } from '#scripts/import/build/build.ts'

type Line = {
  fichier: string
  ligne: number
  colonne: string
  code: string
  gravite: string
  phrase: string
  publie: string
  corrige: string
}

/** Writes every anomaly as CSV; a cell that a spreadsheet would run as a formula is neutralised. */
export function writeReport(databasePath: string, reportPath: string): void {
  const db = openReadOnly(databasePath)
  const file = openSync(reportPath, 'w')
  try {
    const columns = ['fichier', 'ligne', 'colonne', 'code', 'gravite', 'phrase', 'publie', 'corrige']
    writeSync(file, `\ufeff${columns.join(',')}\r\n`)
    const query = db.$client.prepare(`
      SELECT s.fichier, a.line AS ligne, a.field AS colonne, a.code, c.severity AS gravite, c.phrase, a.raw AS publie, a.corrected AS corrige
      FROM anomalie a JOIN source s ON s.id = a.source_id JOIN anomalie_code c ON c.code = a.code ORDER BY a.source_id, a.line, a.id`)
    let batch: Line[] = []
    const flush = () => {
      if (batch.length > 0)
        writeSync(file, `${Papa.unparse(batch, { header: false, columns, escapeFormulae: FORMULE_DE_TABLEUR })}\r\n`)
      batch = []
    }
    for (const line of query.iterate()) {
      batch.push(line as Line)
      if (batch.length === 2000) flush()
    }
    flush()
  } finally {
    closeSync(file)
    db.$client.close()
  }
}

/** The table at the end of an import, and the ten most frequent anomalies in plain French. */
export function summarise(result: BuildResult, databasePath: string): string {
  const rows = [
    ['fichier', 'type', 'millésime', 'lues', 'gardées', 'rejetées', 'corrigées'],
    ...result.sources.map((one) => [
      one.provenance.fichier,
      one.courante ? one.kind : `${one.kind} (historique)`,
      one.millesime,
      ...[one.read, one.kept, one.rejected, one.corrected].map(number),
    ]),
  ]
  const { error, warning, info } = result.anomalies
  return [
    ...alignColumns(rows),
    '',
    `${number(result.lieux)} lieux · ${number(result.structures)} employeurs · ${number(result.postes)} postes validés`,
    ...(result.structuresSansPoste > 0
      ? [
          `${compte(result.structuresSansPoste, 'autre employeur figure', 'autres employeurs figurent')} dans la liste avec 0 poste`,
        ]
      : []),
    matchedLine(result),
    `Anomalies : ${number(error)} bloquantes, ${number(warning)} à vérifier, ${number(info)} remarques`,
    ...mostFrequent(databasePath).map(({ n, phrase }) => `  ${number(n).padStart(8)}  ${phrase}`),
  ].join('\n')
}

function matchedLine({ lieux, matched: { siret, siren } }: BuildResult): string {
  const share = lieux === 0 ? '' : `, soit ${number(Math.round((1000 * (siret + siren)) / lieux) / 10)} % des lieux`
  return `Lieux rapprochés d’un employeur : ${number(siret)} par SIRET, ${number(siren)} par SIREN (probable)${share}`
}

function mostFrequent(databasePath: string): { n: number; phrase: string }[] {
  const db = openReadOnly(databasePath)
  try {
    return db.all(sql`
      SELECT count(*) AS n, c.phrase FROM anomalie a JOIN anomalie_code c ON c.code = a.code
      GROUP BY a.code ORDER BY n DESC, a.code LIMIT 10`)
  } finally {
    db.$client.close()
  }
}

function alignColumns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  return rows.map((row) =>
    row.map((cell, i) => (i < 3 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  )
}

function number(value: number): string {
  return value.toLocaleString('fr-FR')
}
