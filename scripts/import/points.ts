import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { encodePoints, type Point } from '#app/domain/points.ts'
import { isApproximate, type Precision } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { document } from '#db/schema.ts'

/**
 * Compresses the map's points once, at import: brotli at its best takes seconds per request otherwise. It works beside
 * what comes next; the documents are written when the returned function is called.
 */
export function startPoints(db: Db): () => Promise<void> {
  const lieux = db.all<Located>(sql`
    SELECT 'lieu' AS objet, numero, lat, lon, precision FROM lieu
    WHERE reseau = 'conseiller-numerique' AND lat IS NOT NULL ORDER BY numero`)
  const franceServices = db.all<Located>(sql`
    SELECT 'france-services' AS objet, numero, lat, lon, precision FROM lieu
    WHERE reseau = 'france-services' AND lat IS NOT NULL ORDER BY numero`)
  const structures = db.all<Located>(sql`
    SELECT 'structure' AS objet, id AS numero, lat, lon, precision, postes FROM structure
    WHERE lieux = 0 AND lat IS NOT NULL ORDER BY id`)
  const documents = [compress('points', [...lieux, ...structures])]
  // A document of its own, which only those who ask for the layer fetch.
  if (franceServices.length > 0) documents.push(compress('points-france-services', franceServices))
  return async () => {
    for (const one of await Promise.all(documents)) db.insert(document).values(one).run()
  }
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** Of the best qualities of brotli the one before the last: 0.1 % larger on points, in half the time. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_QUALITY]: 10 },
}

async function compress(nom: string, located: Located[]) {
  const text = Buffer.from(encodePoints(located.map(toPoint)))
  const [brotli, gzipped] = await Promise.all([compressBrotli(text, BROTLI), compressGzip(text, { level: 9 })])
  const etag = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { nom, type: 'application/json; charset=utf-8', etag, brotli, gzip: gzipped }
}

type Located = Omit<Point, 'approximate'> & { precision: Precision }

function toPoint({ precision, ...point }: Located): Point {
  return { ...point, approximate: isApproximate(precision) }
}
