import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { type Db, openReadOnly } from '#db/connect.server.ts'
import type { Input } from '#scripts/import/input.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const PARTS = ['scripts/import', 'app/lecture', 'app/domain', 'db', 'data/referentiel', 'data/sources.json']

let own: string | undefined

/** A hash of what turns files into the database: with it, the same files need not be imported again. */
export function importerHash(): string {
  own ??= hashParts()
  return own
}

function hashParts(): string {
  const hash = createHash('sha256')
  for (const path of PARTS.flatMap((part) => listFiles(join(ROOT, part))).sort()) hash.update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => listFiles(join(path, name)))
}

/** True when the published database was made from these very files and answers of a geocoder, by this very code. */
export function isUpToDate(out: string, inputs: Input[], geocodage: string): boolean {
  let db: Db | null = null
  try {
    db = openReadOnly(out)
    const said = db.all<{ valeur: string }>(
      sql`SELECT valeur FROM meta WHERE cle IN ('geocodage', 'moteur') ORDER BY cle`,
    )
    const sources = db.all<{ key: string }>(sql`SELECT kind || ' ' || sha256 AS key FROM source`).map(({ key }) => key)
    const wanted = inputs.map(({ kind, sha256 }) => `${kind} ${sha256}`)
    const made = said.map(({ valeur }) => valeur).join()
    return made === [geocodage, importerHash()].join() && sources.sort().join() === wanted.sort().join()
  } catch {
    return false
  } finally {
    db?.$client.close()
  }
}
