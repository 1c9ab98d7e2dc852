import { basename } from 'node:path'
import {
  ANOMALIE_SEVERITY,
  type AnomalieCode,
  CODES_DU_VERIFICATEUR,
  CORRECTIONS_SURES,
} from '#app/domain/rapport/anomalies.ts'
import { ANOMALIE_CONSEIL } from '#app/domain/rapport/conseils.ts'
import { ANOMALIE_PHRASE } from '#app/domain/rapport/phrases.ts'
import type { Rapport } from '#app/domain/rapport/verification.ts'
import { SEVERITIES, SEVERITY_LABELS } from '#app/domain/vocabulary.ts'
import { fichierSurDisque } from '#app/lecture/fichier.ts'
import { loadReferentiel } from '#app/lecture/referentiel.ts'
import { checkFile } from '#app/verification/check-file.server.ts'

/** The day the counts are made for: the age of a row depends on it, and a document should not change every day. */
export const JOUR_DES_COMPTES = '2026-06-30'

export type Compte = { fichier: string; rapport: Rapport }

export async function countRules(paths: readonly string[]): Promise<Compte[]> {
  const { territoire } = await loadReferentiel({})
  const comptes: Compte[] = []
  for (const path of paths) {
    const rapport = await checkFile(await fichierSurDisque(path), { territoire, today: JOUR_DES_COMPTES })
    comptes.push({ fichier: basename(path), rapport })
  }
  return comptes
}

/** The document: every code once, by severity, with a column per file. */
export function writeRegles(comptes: readonly Compte[]): string {
  const codes = Object.keys(ANOMALIE_SEVERITY) as AnomalieCode[]
  const own = new Set<AnomalieCode>(CODES_DU_VERIFICATEUR)
  const header = [
    'code',
    'gravité',
    'ce qui est dit',
    'comment faire',
    'corrigé seul',
    'import',
    ...comptes.map((_, i) => `${i + 1}`),
  ]
  const rows = SEVERITIES.flatMap((severity) =>
    codes
      .filter((code) => ANOMALIE_SEVERITY[code] === severity)
      .map((code) => [
        ...[`\`${code}\``, SEVERITY_LABELS[severity], ANOMALIE_PHRASE[code], ANOMALIE_CONSEIL[code]],
        CORRECTIONS_SURES.has(code) ? 'oui' : '',
        own.has(code) ? '' : 'oui',
        ...comptes.map(({ rapport }) => String(rapport.anomalies.filter((one) => one.code === code).length || '')),
      ]),
  )
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const files = comptes.map(({ fichier, rapport: { kind, read, publiables, lignesPar } }, rang) => {
    return `${rang + 1}. \`${fichier}\` (${kind}): ${read} rows, ${publiables} would be shown, ${lignesPar.error} with an error, ${lignesPar.warning} with a warning.`
  })
  return [INTRODUCTION, ...files, '', line(header), line(header.map(() => '---')), ...rows.map(line), ''].join('\n')
}

const INTRODUCTION = `# The rules of the checker

Written by \`npm run docs -- FILES\` from the tables of \`app/domain/rapport/anomalies.ts\`; a test compares. The same codes
are those of the import ("import": it says them too; the others are the checker's own). "Corrigé seul": the corrected
file applies it, because it changes how a thing is written and not what it says. Each rule has a row that breaks it and
a near one that does not in \`tests/verification/regles.test.ts\`.

Cells (not rows) counted in the real files as published, judged with \`data/referentiel\` as on ${JOUR_DES_COMPTES}:
`
