import { eq, sql } from 'drizzle-orm'
import type { Db } from './connect.server.ts'
import { preparedQuery } from './prepared.server.ts'
import { document } from './schema.ts'

/** An answer compressed at import. `etag` is the hash of its content, without quotes. */
export type Document = { type: string; etag: string; brotli: Buffer; gzip: Buffer }

export function documentByNom(db: Db, nom: string): Document | null {
  const { type, etag, brotli, gzip } = document
  return db.select({ type, etag, brotli, gzip }).from(document).where(eq(document.nom, nom)).get() ?? null
}

/** The hash alone: what a page needs to write the document's URL. */
export function documentEtag(db: Db, nom: string): string | null {
  return preparedQuery(db, etag).get({ nom })?.etag ?? null
}

function etag(db: Db) {
  return db
    .select({ etag: document.etag })
    .from(document)
    .where(eq(document.nom, sql.placeholder('nom')))
    .prepare()
}
