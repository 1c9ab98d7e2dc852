import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { encodePoints, type Point } from '#app/domain/points.ts'
import { isApproximate, type Precision } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { document } from '#db/schema.ts'

/**
 * Compresses the map's points once, at import: brotli at its best takes seconds per request otherwise. It works beside
 * what comes next; the documents are written when the returned function is called.
 */
export function startPoints(db: Db): () => Promise<void> {
  const documents = [compress('points', [pointsOf(db, LIEUX), pointsOf(db, STRUCTURES)])]
  // A document of its own, which only those who ask for the layer fetch.
  const franceServices = db.$client.prepare("SELECT 1 FROM lieu WHERE reseau = 'france-services' AND lat IS NOT NULL")
  if (franceServices.get()) documents.push(compress('points-france-services', [pointsOf(db, FRANCE_SERVICES)]))
  return async () => {
    for (const one of await Promise.all(documents)) db.insert(document).values(one).run()
  }
}

const LIEUX = `SELECT 'lieu' AS objet, numero, lat, lon, precision FROM lieu
  WHERE reseau = 'conseiller-numerique' AND lat IS NOT NULL`
const FRANCE_SERVICES = `SELECT 'france-services' AS objet, numero, lat, lon, precision FROM lieu
  WHERE reseau = 'france-services' AND lat IS NOT NULL`
const STRUCTURES = `SELECT 'structure' AS objet, id AS numero, lat, lon, precision, postes FROM structure
  WHERE lieux = 0 AND lat IS NOT NULL`

/** One by one: 200,000 of them together weigh more than all the rest of the import. */
function* pointsOf({ $client }: Db, query: string): Generator<Point> {
  for (const { precision, ...point } of $client.prepare<[], Located>(query).iterate())
    yield { ...point, approximate: isApproximate(precision) }
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * Of the best qualities of brotli the one before the last, and a window of 256 kB: 1 % larger on 200,000 points, the same
 * on 4,000, in a third of the time and a tenth of the memory.
 */
const BROTLI = {
  params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: 10,
    [constants.BROTLI_PARAM_LGWIN]: 18,
  },
}

async function compress(nom: string, points: Iterable<Point>[]) {
  const text = Buffer.from(encodePoints(chain(points)))
  const [brotli, gzipped] = await Promise.all([compressBrotli(text, BROTLI), compressGzip(text, { level: 9 })])
  const etag = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { nom, type: 'application/json; charset=utf-8', etag, brotli, gzip: gzipped }
}

function* chain<T>(lists: Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list
}

type Located = Omit<Point, 'approximate'> & { precision: Precision }
