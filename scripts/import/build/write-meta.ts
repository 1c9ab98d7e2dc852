import { createHash } from 'node:crypto'
import type { Db } from '#db/connect.server.ts'
import { meta, source } from '#db/schema.ts'
import { SCHEMA_VERSION } from '#db/tables.ts'
import type { Cache } from '#scripts/import/gather/geocode/cache.ts'
import type { SourceResult } from '#scripts/import/input.ts'
import { importerHash } from '#scripts/import/publish/up-to-date.ts'
import { prepareInsert } from './prepare-insert.ts'

export function writeSources(db: Db, sources: SourceResult[], demonstration: boolean): void {
  const insert = prepareInsert(db, source)
  for (const { id, kind, sha256, millesime, courante, read, kept, rejected, corrected, provenance } of sources) {
    const counts = { lues: read, gardees: kept, rejetees: rejected, corrigees: corrected }
    insert({ id, kind, ...provenance, millesime, sha256, demonstration, courante, ...counts })
  }
}

export function writeSearch(db: Db): void {
  db.$client.exec(`
    INSERT INTO recherche (nom, commune, adresse, objet, numero)
      SELECT nom, commune_nom, adresse, 'lieu', numero FROM lieu ORDER BY numero;
    INSERT INTO recherche (nom, commune, adresse, objet, numero)
      SELECT s.nom, c.nom, s.adresse, 'structure', s.id FROM structure s LEFT JOIN commune c ON c.code = s.commune_code ORDER BY s.id;
    INSERT INTO recherche (recherche) VALUES ('optimize');`)
}

/** What a database is made of. `anciens`: names of archived files, which hold their hash. */
type Ingredients = {
  sources: readonly SourceResult[]
  anciens: readonly string[]
  anomalies: Readonly<Record<string, number>>
  demonstration: boolean
  geocodage: string
}

/**
 * A hash of the content, on which caches depend: that of all that the content is a function of. The day of the import
 * is one of them only through the dates that it refuses, which are anomalies.
 */
export function hashContent({ sources, ...others }: Ingredients): string {
  const files = sources.map(({ id, kind, sha256, millesime, courante, provenance, read, kept }) => {
    return [id, kind, sha256, millesime, courante, provenance, read, kept]
  })
  const text = JSON.stringify([SCHEMA_VERSION, importerHash(), files, others])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

type Made = {
  empreinte: string
  ruraliteEstimee: boolean
  recensement: string | null
  demonstration: boolean
  geocodes: Cache
}

export function writeMeta(db: Db, { empreinte, ruraliteEstimee, recensement, demonstration, geocodes }: Made): void {
  const insert = prepareInsert(db, meta)
  const values = {
    schema_version: SCHEMA_VERSION,
    empreinte,
    construite_le: new Date().toISOString(),
    demonstration: demonstration ? 'oui' : 'non',
    ruralite: ruraliteEstimee ? 'estimee' : 'insee',
    recensement: recensement ?? '',
    moteur: importerHash(),
    geocodage: geocodes.empreinte,
    geocodage_le: geocodes.le,
    geocodees: String(countGeocodees(db)),
  }
  for (const [cle, valeur] of Object.entries(values)) insert({ cle, valeur })
}

/** How many positions were computed from an address: what they owe is then said on the pages. */
function countGeocodees({ $client }: Db): number {
  const query = (table: string) => `SELECT count(*) FROM ${table} WHERE precision = 'geocodee'`
  return ['lieu', 'structure'].reduce((sum, table) => sum + ($client.prepare(query(table)).pluck().get() as number), 0)
}

/**
 * A database that SQLite itself doubts is never published. The quick check reads every page; the indexes that it does
 * not compare with their tables have just been made from them.
 */
export function verify({ $client }: Db): void {
  const integrity = $client.pragma('quick_check', { simple: true })
  if (integrity !== 'ok') throw new Error(`quick_check: ${integrity}`)
  const orphans = $client.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0) throw new Error(`foreign_key_check: ${JSON.stringify(orphans.slice(0, 3))}`)
}
