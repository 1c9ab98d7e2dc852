import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Db } from '#db/connect.server.ts'
import { metaOf } from '#db/sources.server.ts'
import { beforeHeaders } from './headers.ts'
import { isFresh } from './points.ts'

const REVALIDATE = 'public, max-age=0, must-revalidate'
const empreintes = new WeakMap<Db, string>()

/**
 * A page depends on the data, the build, its URL and, when it says "ouvert", on the minute: all are in its ETag, so
 * that a 304 costs no render. A URL with a position answers that request only. A route that sets its own
 * Cache-Control keeps it.
 */
export function freshness(open: () => Db, build: string | null): RequestHandler {
  return (req, res, next) => {
    if (!isRead(req)) {
      beforeHeaders(res, () => res.setHeader('Cache-Control', 'no-store'))
      return next()
    }
    if (holdsPosition(req.originalUrl)) {
      beforeHeaders(res, () => keepNowhere(res))
      return next()
    }
    const etag = build === null ? null : etagOf(open(), build, req.originalUrl)
    if (etag !== null && isFresh(req, etag)) {
      res.status(304).set({ ETag: etag, 'Cache-Control': REVALIDATE }).end()
      return
    }
    beforeHeaders(res, () => complete(res, etag))
    next()
  }
}

function complete(res: Response, etag: string | null): void {
  if (res.hasHeader('Cache-Control')) return
  const ok = res.statusCode === 200
  res.setHeader('Cache-Control', ok ? REVALIDATE : 'no-store')
  if (ok && etag !== null) res.setHeader('ETag', etag)
}

/** What is sent to be checked has an answer of its own, kept nowhere. */
function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

function holdsPosition(url: string): boolean {
  const params = new URLSearchParams(url.split('?')[1])
  // The page of a place carries the list's query string, to lead back to it.
  const lists = [params, ...params.getAll('retour').map((text) => new URLSearchParams(text))]
  return lists.some((list) => list.has('lat') || list.has('lon'))
}

function keepNowhere(res: Response): void {
  res.setHeader('Cache-Control', 'private, no-store')
  res.setHeader('X-Robots-Tag', 'noindex')
}

function etagOf(db: Db, build: string, url: string): string {
  const minute = Math.floor(Date.now() / 60_000)
  const hash = createHash('sha256').update(JSON.stringify([empreinteOf(db), build, minute, url]))
  return `W/"${hash.digest('base64url').slice(0, 22)}"`
}

function empreinteOf(db: Db): string {
  const known = empreintes.get(db)
  if (known !== undefined) return known
  const { empreinte } = metaOf(db)
  empreintes.set(db, empreinte)
  return empreinte
}
