import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { type DestinationStream, pino } from 'pino'
import { pathOf } from './guard.ts'

/** What is said of an answer that has left. Neither who asked, nor what was asked: the pattern of the page. */
export type Suivie = {
  sorte: Sorte
  /** From the request's headers to the last byte handed to the system. */
  ms: number
  /** That of the proxy in front, else one of ours. */
  id: string
  /** The reader left before the end. */
  aborted: boolean
}

/** What many answers share: one object for all of them, so that what is written and counted of it is found at once. */
export type Sorte = {
  method: string
  /** `/communes/:code`; `*` for what no page answers. */
  route: string
  status: number
  /** From a memory of answers, made for this request, found unchanged; null when nobody said. */
  cache: Cache | null
}

export type Cache = 'hit' | 'miss' | 'unchanged'

const CACHE = Symbol('cache')
type Noted = ServerResponse & { [CACHE]?: Cache }

/** Told by whatever answers from a memory. */
export function noteCache(res: Noted, cache: Cache): void {
  res[CACHE] = cache
}

/** Follows the answers of a server: `told` is called once for each, when it has left. `routeOf` reads a path. */
export function createFollower(routeOf: (path: string) => string, told: (one: Suivie) => void) {
  const sorteOf = createSortes(routeOf)
  const tell = (req: IncomingMessage, res: Noted, url: string, start: number) => {
    const cache = res[CACHE] ?? (res.statusCode === 304 ? 'unchanged' : null)
    const ms = Math.round((performance.now() - start) * 10) / 10
    const sorte = sorteOf(req.method ?? '', pathOf(url), res.statusCode, cache)
    told({ sorte, ms, id: idOf(req), aborted: !res.writableFinished })
  }
  /** `answer` may answer at once, or later. */
  return (req: IncomingMessage, res: Noted, answer: RequestListener): void => {
    const start = performance.now()
    const { url = '' } = req
    answer(req, res)
    // What the system has taken whole is not waited for: to listen costs as much as to answer from the memory.
    if (res.writableFinished) tell(req, res, url, start)
    else res.once('close', () => tell(req, res, url, start))
  }
}

/** Paths whose route is remembered: so many, none longer than ours, and none of those that no page answers. */
const [PATHS_MAX, PATH_MAX] = [5000, 100]

function createSortes(routeOf: (path: string) => string) {
  const byRoute = new Map<string, Sorte[]>()
  const byPath = new Map<string, Sorte[]>()
  const ofPath = (path: string): Sorte[] => {
    const route = routeOf(path)
    const sortes = byRoute.get(route) ?? []
    byRoute.set(route, sortes)
    if (byPath.size >= PATHS_MAX) byPath.clear()
    if (route !== '*' && path.length <= PATH_MAX) byPath.set(path, sortes)
    return sortes
  }
  return (method: string, path: string, status: number, cache: Cache | null): Sorte => {
    const sortes = byPath.get(path) ?? ofPath(path)
    for (const one of sortes) if (one.status === status && one.cache === cache && one.method === method) return one
    const route = routeOf(path)
    const sorte = { method, route, status, cache }
    sortes.push(sorte)
    return sorte
  }
}

/** Of this server, then of the request. */
const SERVER = randomUUID().slice(0, 8)
let requests = 0

/** Only what a proxy would write: it stands in a journal. */
function idOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  if (typeof given === 'string' && /^[\w-]{8,64}$/.test(given)) return given
  requests += 1
  return `${SERVER}-${requests}`
}

/** One line of JSON for each answer, on the standard output unless `to` is given; `flush` writes what still waits. */
export function startJournal(to: DestinationStream & { flushSync?: () => void } = standardOutput()) {
  // As they come: each setting of the lines would cost every answer a few microseconds.
  const log = pino({ base: null }, to)
  const logs = new Map<Sorte, typeof log>()
  const logOf = (sorte: Sorte) => {
    const own = log.child(sorte)
    logs.set(sorte, own)
    return own
  }
  return {
    write: ({ sorte, ms, id, aborted }: Suivie) =>
      (logs.get(sorte) ?? logOf(sorte)).info(aborted ? { ms, id, aborted } : { ms, id }),
    flush: () => to.flushSync?.(),
  }
}

/** Beyond this, what nobody reads is dropped rather than kept. */
const WAITING_BYTES = 1_048_576
/** Many lines at once cost the system what one does. */
const [LOT_LINES, LOT_MS] = [64, 200]

/** Lines leave together, soon after the first of them, from this thread: to wake another one costs more than to write. */
function standardOutput() {
  const { stdout } = process
  // Whoever read them is gone: the site goes on.
  stdout.on('error', () => undefined)
  let [text, lines, waits] = ['', 0, false]
  const pass = () => {
    if (lines > 0 && !(stdout.writableLength > WAITING_BYTES)) stdout.write(text)
    text = ''
    lines = 0
  }
  const later = () => {
    waits = false
    pass()
  }
  return {
    write(line: string) {
      text += line
      lines += 1
      if (lines >= LOT_LINES) pass()
      else if (!waits) {
        waits = true
        setTimeout(later, LOT_MS).unref()
      }
    },
    flushSync: pass,
  }
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
