import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { Db } from '#db/connect.server.ts'
import { type Document, documentByNom } from '#db/documents.server.ts'
import { answer } from './answer.ts'

const cache = new WeakMap<Db, Map<string, Document | null>>()

/**
 * `/points.json` and its layers: the map's points as compressed at import; `nom` is the document's. With `?v=` and the data's hash the answer never changes;
 * without it, or with another hash, it is asked again each time (ETag, 304).
 */
export function answerPoints(req: IncomingMessage, res: ServerResponse, db: Db, nom = 'points'): void {
  const points = pointsOf(db, nom)
  if (points === null) {
    res.setHeader('Cache-Control', 'no-store')
    answer(req, res, 404, 'application/json; charset=utf-8', '{"erreur":"Aucun point : la base n’en contient pas."}')
    return
  }
  // Weak: the same points, whichever the encoding.
  const etag = `W/"${points.etag}"`
  const version = new URLSearchParams((req.url ?? '').split('?')[1]).get('v')
  const immutable = version === points.etag
  res.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'public, no-cache')
  res.setHeader('ETag', etag)
  res.setHeader('Vary', 'Accept-Encoding')
  if (isFresh(req, etag)) {
    res.statusCode = 304
    res.end()
    return
  }
  const [encoding, body] = encoded(points, String(req.headers['accept-encoding'] ?? ''))
  if (encoding) res.setHeader('Content-Encoding', encoding)
  answer(req, res, 200, points.type, body)
}

function pointsOf(db: Db, nom: string): Document | null {
  const documents = cache.get(db) ?? new Map<string, Document | null>()
  cache.set(db, documents)
  const known = documents.get(nom)
  if (known !== undefined) return known
  const points = documentByNom(db, nom)
  documents.set(nom, points)
  return points
}

/** `If-None-Match` names this version (weak comparison). */
export function isFresh(req: IncomingMessage, etag: string): boolean {
  const asked = req.headers['if-none-match']
  if (asked === undefined) return false
  const plain = (tag: string) => tag.trim().replace(/^W\//, '')
  return asked.split(',').some((tag) => plain(tag) === plain(etag))
}

function encoded(points: Document, accepted: string): [encoding: string | null, body: Buffer] {
  if (accepts(accepted, 'br')) return ['br', points.brotli]
  if (accepts(accepted, 'gzip')) return ['gzip', points.gzip]
  return [null, gunzipSync(points.gzip)]
}

/** `br;q=0` refuses it; `*` accepts what is not named. */
export function accepts(header: string, encoding: string): boolean {
  const items = header
    .toLowerCase()
    .split(',')
    .map((item) => item.split(';').map((part) => part.trim()))
  const named = items.find(([name]) => name === encoding) ?? items.find(([name]) => name === '*')
  if (!named) return false
  const weight = named.find((part) => part.startsWith('q='))
  return weight === undefined || Number(weight.slice(2)) > 0
}
