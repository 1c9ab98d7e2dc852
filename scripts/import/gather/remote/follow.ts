import type { IncomingMessage } from 'node:http'
import { guardRedirect, isPrivate, readAddress } from './guard.ts'
import type { Limits } from './limits.ts'
import { request } from './request.ts'
import { Unfetched } from './unfetched.ts'

/** What an address gave last time: a server that still has the same answers 304, and sends nothing. */
export type Validators = { etag: string | null; lastModified: string | null }

export type Answer = {
  response: IncomingMessage
  /** Every address asked, from the one given to the one that answered. */
  chain: string[]
  fromPrivate: boolean
}

export type Follow = {
  userAgent: string
  limits: Limits
  signal: AbortSignal
  /** What is known of each address that sent a file: asked of that very one, an ETag means nothing elsewhere. */
  known: (url: string) => Promise<Validators | null>
  /** Given when the address was itself read from an answer: whether what gave it is private. */
  fromPrivate?: boolean
}

const REDIRECTS = [301, 302, 303, 307, 308]

/** Asks an address and follows its redirects. The answer is 200, or 304 when known; else throws `Unfetched`. */
export async function follow(address: string, asked: Follow): Promise<Answer> {
  const { limits, signal } = asked
  const chain: string[] = []
  let url = readAddress(address)
  let { fromPrivate } = asked
  for (let hop = 0; hop <= limits.maxRedirects; hop += 1) {
    const conditions = conditionsOf(await asked.known(shown(url)))
    const headers = { 'user-agent': asked.userAgent, accept: '*/*', 'accept-encoding': 'gzip', ...conditions }
    const response = await request(url, {
      headers,
      limits,
      signal,
      check(addresses) {
        if (fromPrivate === undefined) fromPrivate = addresses.every(isPrivate)
        else guardRedirect(addresses, fromPrivate)
      },
    })
    chain.push(shown(url))
    const status = response.statusCode ?? 0
    if (status === 200 || (status === 304 && Object.keys(conditions).length > 0))
      return { response, chain, fromPrivate: fromPrivate === true }
    response.destroy()
    if (!REDIRECTS.includes(status)) throw refusal(status, response.headers['retry-after'], limits)
    const { location } = response.headers
    if (!location) throw new Unfetched(`redirection ${status} sans adresse`, 'final')
    url = readAddress(location, url)
  }
  throw new Unfetched(`plus de ${limits.maxRedirects} redirections`, 'final')
}

/** An address as it may be kept: without a password. */
function shown(url: URL): string {
  const clean = new URL(url)
  clean.username = ''
  clean.password = ''
  clean.hash = ''
  return clean.href
}

function conditionsOf(known: Validators | null): Record<string, string> {
  if (known?.etag) return { 'if-none-match': known.etag }
  return known?.lastModified ? { 'if-modified-since': known.lastModified } : {}
}

function refusal(status: number, retryAfter: string | undefined, limits: Limits): Unfetched {
  if (status !== 429 && status < 500) return new Unfetched(`réponse ${status}`, 'final')
  return new Unfetched(`réponse ${status}`, 'transient', waitOf(retryAfter, Date.now(), limits.maxRetryAfterMs))
}

/** `retry-after` in ms, given in seconds or as a date; null when absent or unreadable. Never more than `max`. */
export function waitOf(retryAfter: string | undefined, now: number, max: number): number | null {
  if (!retryAfter) return null
  const ms = /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), max)
}
