import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { type DestinationStream, pino } from 'pino'
import { pathOf } from './guard.ts'

/** What is said of an answer that has left. Neither who asked, nor what was asked: the pattern of the page. */
export type Suivie = {
  method: string
  /** `/communes/:code`; `*` for what no page answers. */
  route: string
  status: number
  /** From the request's headers to the last byte handed to the system. */
  ms: number
  /** From a memory of answers, made for this request, found unchanged; null when nobody said. */
  cache: Cache | null
  /** That of the proxy in front, else a random one. */
  id: string
  /** The reader left before the end. */
  aborted?: true
}

export type Cache = 'hit' | 'miss' | 'unchanged'

const caches = new WeakMap<ServerResponse, Cache>()

/** Told by whatever answers from a memory. */
export function noteCache(res: ServerResponse, cache: Cache): void {
  caches.set(res, cache)
}

/** Calls `told` once for the answer, when it has left. */
export function followAnswer(
  req: IncomingMessage,
  res: ServerResponse,
  routeOf: (path: string) => string,
  told: (one: Suivie) => void,
): void {
  const start = performance.now()
  const { method = '', url = '' } = req
  const id = idOf(req)
  res.once('close', () => {
    const cache = caches.get(res) ?? (res.statusCode === 304 ? 'unchanged' : null)
    const ms = Math.round((performance.now() - start) * 10) / 10
    const one = { method, route: routeOf(pathOf(url)), status: res.statusCode, ms, cache, id }
    told(res.writableFinished ? one : { ...one, aborted: true })
  })
}

/** Only what a proxy would write: it stands in a journal. */
function idOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

/** One line of JSON for each answer, on the standard output unless `to` is given; `flush` writes what still waits. */
export function startJournal(to: DestinationStream & { flushSync?: () => void } = standardOutput()) {
  // As they come: each setting of the lines would cost every answer a few microseconds.
  const log = pino({ base: null }, to)
  return { write: (one: Suivie) => log.info(one), flush: () => to.flushSync?.() }
}

/** Written when the answers leave it time; beyond this, what nobody reads is dropped rather than kept. */
const WAITING_BYTES = 1_048_576

function standardOutput() {
  return pino.destination({ sync: false, maxLength: WAITING_BYTES })
}

/**
 * The pattern of the page that answers a path, from the table of the built pages: an address by its own name before one
 * by a parameter. `known`: those that other hands answer.
 */
export function routesOf(build: ServerBuild | null, known: readonly string[]): (path: string) => string {
  const patterns = Object.values(build?.routes ?? {}).flatMap(({ path, index }) =>
    index ? ['/'] : path && path !== '*' ? [`/${path.replace(/^\//, '')}`] : [],
  )
  const own = new Set([...patterns.filter((one) => !one.includes(':')), ...known])
  const others = patterns
    .filter((one) => one.includes(':'))
    .sort((a, b) => paramsIn(a) - paramsIn(b))
    .map((pattern) => ({
      pattern,
      matches: new RegExp(`^${pattern.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')}$`),
    }))
  return (path) => {
    if (own.has(path)) return path
    if (path.startsWith('/assets/')) return '/assets/*'
    return others.find(({ matches }) => matches.test(path))?.pattern ?? '*'
  }
}

function paramsIn(pattern: string): number {
  return pattern.split(':').length
}
