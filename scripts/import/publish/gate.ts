import { sql } from 'drizzle-orm'
import { type Db, openReadOnly } from '#db/connect.server.ts'

/** What an import must not lose without `--force`: counts by kind and places by department. */
type State = { counts: Record<string, number>; departements: Map<string, number> }

/** More rejected rows than this, of a file: its columns are not the ones that we read. */
const MAX_REJECTED = 0.02
/** Under so many rows a share says nothing: one row without a name of thirty is no broken file. */
const MIN_ROWS = 50

/** A kind that falls under this share of what is published is taken for a broken file. */
const MIN_SHARE = 0.5

/** A file of which too many rows cannot be used, with its figures: `read` and `rejected` are rows. */
export function rejections(
  sources: readonly { provenance: { fichier: string }; read: number; rejected: number }[],
): string[] {
  return sources
    .filter(({ read, rejected }) => read >= MIN_ROWS && rejected > read * MAX_REJECTED)
    .map(({ provenance: { fichier }, read, rejected }) => {
      const share = ((100 * rejected) / read).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
      return `${fichier} : ${rejected} lignes rejetées sur ${read} (${share} %, au plus ${100 * MAX_REJECTED} %)`
    })
}

/**
 * The reasons not to replace the published database by a new one: a kind under half of what is published, or
 * a department that loses all its places. Empty when there is nothing published, or nothing to fear.
 */
export function refusals(publishedPath: string, newPath: string): string[] {
  const before = readState(publishedPath)
  const after = readState(newPath)
  if (before === null || after === null) return []
  const falls = Object.entries(before.counts).flatMap(([name, count]) => {
    const now = after.counts[name] ?? 0
    return now < count * MIN_SHARE ? [`${name} : ${now} au lieu de ${count}`] : []
  })
  const lost = [...before.departements.keys()].filter((code) => !after.departements.has(code))
  return lost.length > 0 ? [...falls, `plus aucun lieu dans : ${lost.join(', ')}`] : falls
}

/** Null for a demonstration, which always gives way, and for what cannot be read. */
function readState(path: string): State | null {
  let db: Db | null = null
  try {
    db = openReadOnly(path)
    const demonstration = db.get<{ valeur: string }>(sql`SELECT valeur FROM meta WHERE cle = 'demonstration'`)
    if (demonstration.valeur === 'oui') return null
    const count = (query: ReturnType<typeof sql>) => db?.get<{ n: number }>(query).n ?? 0
    const rows = db.all<{ code: string; n: number }>(
      sql`SELECT departement_code AS code, count(*) AS n FROM lieu WHERE reseau = 'conseiller-numerique' GROUP BY 1`,
    )
    return {
      counts: {
        lieux: count(sql`SELECT count(*) AS n FROM lieu WHERE reseau = 'conseiller-numerique'`),
        structures: count(sql`SELECT count(*) AS n FROM structure WHERE postes > 0`),
        'France services': count(sql`SELECT count(*) AS n FROM lieu WHERE reseau = 'france-services'`),
      },
      departements: new Map(rows.map(({ code, n }) => [code, n])),
    }
  } catch {
    return null
  } finally {
    db?.$client.close()
  }
}
