import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { encodePoints, type Point } from '#app/domain/points.ts'
import { isApproximate, type Precision } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { document } from '#db/schema.ts'

/** Compresses the map's points once, at import: brotli at its best takes seconds per request otherwise. */
export function writePoints(db: Db): void {
  const lieux = db.all<Located>(sql`
    SELECT 'lieu' AS objet, numero, lat, lon, precision FROM lieu
    WHERE reseau = 'conseiller-numerique' AND lat IS NOT NULL ORDER BY numero`)
  const franceServices = db.all<Located>(sql`
    SELECT 'france-services' AS objet, numero, lat, lon, precision FROM lieu
    WHERE reseau = 'france-services' AND lat IS NOT NULL ORDER BY numero`)
  const structures = db.all<Located>(sql`
    SELECT 'structure' AS objet, id AS numero, lat, lon, precision, postes FROM structure
    WHERE lieux = 0 AND lat IS NOT NULL ORDER BY id`)
  writeDocument(db, 'points', [...lieux, ...structures])
  // A document of its own, which only those who ask for the layer fetch.
  if (franceServices.length > 0) writeDocument(db, 'points-france-services', franceServices)
}

function writeDocument(db: Db, nom: string, located: Located[]): void {
  const text = Buffer.from(encodePoints(located.map(toPoint)))
  db.insert(document)
    .values({
      nom,
      type: 'application/json; charset=utf-8',
      etag: createHash('sha256').update(text).digest('hex').slice(0, 16),
      brotli: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }),
      gzip: gzipSync(text, { level: 9 }),
    })
    .run()
}

type Located = Omit<Point, 'approximate'> & { precision: Precision }

function toPoint({ precision, ...point }: Located): Point {
  return { ...point, approximate: isApproximate(precision) }
}
