import type { Db } from '#db/connect.server.ts'
import { documentByNom } from '#db/documents.server.ts'
import type { Made } from './memory/made.ts'

const TENUE = { jusqua: null, etats: false }

/**
 * The map's points, or a layer of them, as compressed at import; `nom` is the document's. With `?v=` and the data's hash
 * the answer never changes; without it, or with another hash, it is asked again each time (ETag, 304).
 */
export function pointsOf(db: Db, nom: string, version: string | null): Made {
  const points = documentByNom(db, nom)
  if (points === null) {
    const identity = Buffer.from('{"erreur":"Aucun point : la base n’en contient pas."}')
    return {
      status: 404,
      headers: [['Content-Type', 'application/json; charset=utf-8']],
      bodies: { identity },
      tenue: TENUE,
    }
  }
  const { type, etag, brotli, gzip } = points
  const cacheControl = version === etag ? 'public, max-age=31536000, immutable' : 'public, no-cache'
  return {
    status: 200,
    headers: [
      ['Content-Type', type],
      ['Cache-Control', cacheControl],
      // Weak: the same points, whichever the encoding.
      ['ETag', `W/"${etag}"`],
    ],
    bodies: { br: brotli, gzip },
    tenue: TENUE,
  }
}
