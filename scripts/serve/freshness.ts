import type { Request, RequestHandler, Response } from 'express'
import { isPrivateUrl } from '#app/cles.ts'
import { beforeHeaders } from './headers.ts'

/**
 * What is answered each time is kept nowhere: what was sent, an error, and above all what says where someone is or what
 * someone typed. A route that sets its own Cache-Control keeps it.
 */
export const freshness: RequestHandler = (req, res, next) => {
  const isPrivate = isPrivateUrl(req.originalUrl)
  beforeHeaders(res, () => (isPrivate ? keepNowhere(res) : complete(req, res)))
  next()
}

function complete(req: Request, res: Response): void {
  if (!isRead(req)) res.setHeader('Cache-Control', 'no-store')
  if (res.hasHeader('Cache-Control')) return
  res.setHeader('Cache-Control', res.statusCode === 200 ? 'public, max-age=0, must-revalidate' : 'no-store')
}

/** What is sent to be checked has an answer of its own, kept nowhere. */
function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

function keepNowhere(res: Response): void {
  res.setHeader('Cache-Control', 'private, no-store')
  res.setHeader('X-Robots-Tag', 'noindex')
}
