import { createHash } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, validateHeaderName, validateHeaderValue } from 'node:http'
import type { Tenue } from '#app/domain/horaires/validite.ts'
import { cacheControlOf, resteOf } from './cache-control.ts'
import { type Head, headOf, sendWith } from './head.ts'
import type { Encoding, Made } from './made.ts'

/** An answer as it leaves, but for `Cache-Control`, which tells the time that is left. */
export type Kept = {
  status: number
  tenue: Tenue
  encoding: Encoding
  body: Buffer
  /** Those of the page. */
  headers: Made['headers']
  /** What it was compressed into elsewhere: at import, as it came. */
  bodies: Made['bodies']
  /** When it was asked for, in milliseconds. */
  since: number
  etag: string | null
  /** Names and values, one after the other. */
  head: string[]
  head304: string[]
  /** What the page itself says of caches; null: what is said of all. */
  cacheControl: string | null
  /** How often it was asked for. */
  asked: number
  /** What was last sent, in which second, and the seconds that were left. */
  said: { second: number; reste: number; head?: Head; head304?: Head } | null
}

/** `common`: the headers of every answer. `etag`: of what has none of its own. Throws for a header that may not be sent. */
export function keptOf(
  { status, headers, tenue, bodies }: Made,
  { body, encoding, since, etag, common }: Pick<Kept, 'body' | 'encoding' | 'since' | 'etag'> & { common: string[] },
): Kept {
  for (const [name, value] of headers) {
    validateHeaderName(name)
    validateHeaderValue(name, value)
  }
  const own = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]))
  const vary = [own.get('vary'), 'Accept-Encoding'].filter(Boolean).join(', ')
  const tag = own.get('etag') ?? (status === 200 ? etag : null)
  const cacheControl = own.get('cache-control') ?? (status === 200 && etag !== null ? null : 'no-store')
  const said = common.filter((_, rang) => rang % 2 === 0).map((name) => name.toLowerCase())
  for (const name of ['etag', 'cache-control', 'content-length', 'vary', ...said]) own.delete(name)
  const always = [...common, 'Vary', vary, ...(tag === null ? [] : ['ETag', tag])]
  const how = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
  return {
    ...{ status, tenue, encoding, body, headers, since, etag: tag, cacheControl, asked: 0, said: null },
    bodies: { ...bodies, identity: undefined },
    head: [...always, ...[...own].flat(), ...how, 'Content-Length', String(body.length)],
    head304: always,
  }
}

/** The same for every encoding, every replica and every instant from one change to the next. */
export function etagOf(parts: readonly (string | number | null)[]): string {
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`
}

/** Whether it is true at `now`; a clock that was put back has left the time of which it speaks. */
export function holds({ since, tenue: { jusqua } }: Pick<Kept, 'since' | 'tenue'>, now: number): boolean {
  return since <= now && (jusqua === null || now < jusqua)
}

/** May be sent to somebody else. */
export function isShareable({ status, cacheControl }: Kept): boolean {
  return status === 200 && !/no-store|private/.test(cacheControl ?? '')
}

export function send(req: IncomingMessage, res: ServerResponse, kept: Kept, now: number): void {
  if (kept.etag !== null && isFresh(req, kept.etag)) sendWith(res, 304, headAt(kept, 'head304', now))
  else sendWith(res, kept.status, headAt(kept, 'head', now), req.method === 'HEAD' ? undefined : kept.body)
}

/** Written when it is first asked for in a second. */
function headAt(kept: Kept, which: 'head' | 'head304', now: number): Head {
  const [second, reste] = [Math.floor(now / 1000), resteOf(kept.tenue, now)]
  if (kept.said?.second !== second || kept.said.reste !== reste) kept.said = { second, reste }
  const { said } = kept
  const known = said[which]
  if (known !== undefined) return known
  const pairs = [...kept[which], 'Cache-Control', kept.cacheControl ?? cacheControlOf(kept.tenue, now)]
  const written = headOf(which === 'head' ? kept.status : 304, pairs, now)
  said[which] = written
  return written
}

/** `If-None-Match` names this version (weak comparison). */
export function isFresh(req: IncomingMessage, etag: string): boolean {
  const asked = req.headers['if-none-match']
  if (asked === undefined) return false
  if (asked === etag) return true
  const plain = (tag: string) => tag.trim().replace(/^W\//, '')
  return asked.split(',').some((tag) => plain(tag) === plain(etag))
}
