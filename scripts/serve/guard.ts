import type { IncomingMessage } from 'node:http'
import { isShared } from './headers.ts'

const URL_MAX = 8000

/** The status of a request that no page could answer, or null when it is a sound one. */
export function refusal(req: IncomingMessage): number | null {
  const url = req.url ?? ''
  if (!allowedMethods(req).includes(req.method ?? '')) return 405
  if (url.length > URL_MAX) return 414
  if (req.headers.host === undefined && req.httpVersion !== '1.0') return 400
  if (!url.startsWith('/') || !isDecodable(pathOf(url))) return 400
  // No browser sends them, and Remix would answer by another path than the one that is counted and kept.
  if (isClimbing(pathOf(url))) return 400
  // What Remix makes a URL of: a host it cannot read would be our error instead of the sender's.
  if (!URL.canParse(`http://${req.headers.host ?? 'localhost'}${url}`)) return 400
  if (isInternal(url)) return 404
  // There is no session to ride on; but no other site has a reason to send files here through its visitors.
  if (req.method === 'POST' && req.headers['sec-fetch-site'] === 'cross-site' && !isApi(url)) return 403
  return null
}

/** Has parts that a URL is read without: `/./api`, `/x/../api`, however they are written. */
function isClimbing(path: string): boolean {
  return /\/\.{1,2}(?:\/|$)/.test(path.replace(/%2e/gi, '.').replaceAll('\\', '/'))
}

/**
 * What Remix answers to its own client beside pages: single fetch, the manifest of routes, resources by their route. No
 * page here asks for them, and they have had faults that pages have not.
 */
function isInternal(url: string): boolean {
  const path = decodeURIComponent(pathOf(url))
  if (/\.data\/*$/i.test(path) || path.toLowerCase().includes('/__manifest')) return true
  const params = new URLSearchParams(url.slice(pathOf(url).length))
  return params.has('_data') || params.has('_routes')
}

/** Where a file is handed in to be checked: the only requests with a body. */
const DEPOTS = new Set([
  '/api/v1/verifier',
  '/collectivites/verifier',
  '/collectivites/verifier/rapport.csv',
  '/collectivites/verifier/corrige.csv',
])

/** A page of another site may ask what it may send, of what is for it. */
export function allowedMethods({ url = '' }: IncomingMessage): string[] {
  const path = pathOf(url)
  const read = path === '/api/v1/verifier' ? [] : ['GET', 'HEAD']
  return [...read, ...(DEPOTS.has(path) ? ['POST'] : []), ...(isShared(path) ? ['OPTIONS'] : [])]
}

export function isApi(url: string): boolean {
  return url.startsWith('/api/')
}

export function pathOf(url: string): string {
  const at = url.indexOf('?')
  return at === -1 ? url : url.slice(0, at)
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** Headers that a client may send and that nothing here should believe. */
export function forget(req: IncomingMessage): void {
  // Remix reads a port from it even without a trusted proxy.
  delete req.headers['x-forwarded-host']
  // Remix compares it with the host and fails when they differ, as they do behind some proxies. Without a session there
  // is nothing to guard by it; `refusal` turns other sites away.
  delete req.headers.origin
}
