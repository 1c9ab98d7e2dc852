import { sql } from 'drizzle-orm'
import type { Kind } from '#app/domain/vocabulary.ts'
import { openReadOnly } from '#db/connect.server.ts'
import type { BuildResult } from '#scripts/import/build/build.ts'
import type { EtatFichier, Input } from '#scripts/import/input.ts'
import type { Reponse } from './etat-sources.ts'

/** The JSON summary, without where and how long. `read = kept + rejected`. */
export type Summary = {
  lieux: number
  /** Employers that have posts. */
  structures: number
  /** Employers in the list with 0 posts. */
  structures_sans_poste: number
  postes: number
  anomalies: { error: number; warning: number; info: number }
  sources: SourceResumee[]
}

/** A file, with where it came from this time; or, without a file, a source that has neither answered nor any copy. */
type SourceResumee = {
  file: string | null
  kind: Kind
  millesime: string | null
  read: number
  kept: number
  rejected: number
  etat: EtatFichier
}

export const NOTHING: Summary = {
  lieux: 0,
  structures: 0,
  structures_sans_poste: 0,
  postes: 0,
  anomalies: { error: 0, warning: 0, info: 0 },
  sources: [],
}

export function summaryOf({
  lieux,
  structures,
  structuresSansPoste,
  postes,
  anomalies,
  sources,
}: BuildResult): Summary {
  return {
    lieux,
    structures,
    structures_sans_poste: structuresSansPoste,
    postes,
    anomalies,
    sources: sources.map(({ provenance, kind, millesime, read, kept, rejected, etat = 'reprise' }) => ({
      file: provenance.fichier,
      kind,
      millesime,
      read,
      kept,
      rejected,
      etat,
    })),
  }
}

/** What the import that made a database said: for one that finds nothing to change in it. */
export function summaryOfPublished(path: string, inputs: readonly Input[]): Summary {
  const db = openReadOnly(path)
  try {
    const totals = db.get<Pick<Summary, 'lieux' | 'structures' | 'structures_sans_poste' | 'postes'>>(sql`
      SELECT (SELECT count(*) FROM lieu WHERE reseau = 'conseiller-numerique') AS lieux,
        (SELECT count(*) FROM structure WHERE postes > 0) AS structures,
        (SELECT count(*) FROM structure WHERE postes = 0) AS structures_sans_poste,
        (SELECT coalesce(sum(p.nombre), 0) FROM poste p JOIN source s ON s.id = p.source_id WHERE s.courante) AS postes`)
    const found = db.all<{ severity: string; n: number }>(sql`
      SELECT c.severity, count(*) AS n FROM anomalie a JOIN anomalie_code c ON c.code = a.code GROUP BY c.severity`)
    const sources = db
      .all<Omit<SourceResumee, 'etat'> & { sha256: string }>(sql`
      SELECT fichier AS file, kind, millesime, lues AS read, gardees AS kept, rejetees AS rejected, sha256
        FROM source ORDER BY id`)
      .map(({ sha256, ...said }) => {
        const input = inputs.find((one) => one.kind === said.kind && one.sha256 === sha256)
        return { ...said, etat: input?.etat ?? 'reprise' }
      })
    const anomalies = { ...NOTHING.anomalies, ...Object.fromEntries(found.map(({ severity, n }) => [severity, n])) }
    return { ...totals, anomalies, sources }
  } finally {
    db.$client.close()
  }
}

/** The summary with the sources that have neither answered nor any file here. */
export function withAbsentes(summary: Summary, reponses: readonly Reponse[]): Summary {
  const seen = new Set(summary.sources.filter(({ etat }) => etat !== 'demonstration').map(({ kind }) => kind))
  const absentes = reponses.filter(({ kind, faute }) => faute !== null && !seen.has(kind))
  const none = { file: null, millesime: null, read: 0, kept: 0, rejected: 0, etat: 'absente' as const }
  return { ...summary, sources: [...summary.sources, ...absentes.map(({ kind }) => ({ ...none, kind }))] }
}
