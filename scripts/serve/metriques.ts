import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { openDatabase } from '#db/open.server.ts'
import { listSources } from '#db/sources.server.ts'
import { answer, answerError } from './answer.ts'
import { addDuree, createDurees, type Duree } from './durees.ts'
import type { Sorte, Suivie } from './journal.ts'

const DAY_S = 86_400

export type Metriques = {
  count: (one: Suivie) => void
  /** `/metrics`: for this machine without a proxy, or for who has the token; for everybody else, no such page. */
  answer: (req: IncomingMessage, res: ServerResponse) => void
}

/** The figures of one server, as Prometheus reads them. `token`: null for this machine only. */
export function createMetriques(databasePath: string, token: string | null): Metriques {
  const register = new Registry()
  const registers = [register]
  // Memory, processor, delay of the event loop.
  collectDefaultMetrics({ register })
  // Added up when they are asked for: prom-client reads its labels again at each addition.
  const counts = new Map<Sorte, { count: number; duree: Duree }>()
  new Counter({
    name: 'http_requests_total',
    help: 'Answers that have left, by pattern of page, status and memory.',
    labelNames: ['route', 'status', 'cache'],
    registers,
    collect() {
      this.reset()
      for (const [{ route, status, cache }, { count }] of counts)
        this.inc({ route, status, cache: cache ?? 'none' }, count)
    },
  })
  const durees = createDurees(register)
  const begin = (sorte: Sorte) => {
    const counted = { count: 0, duree: durees.of(sorte.route) }
    counts.set(sorte, counted)
    return counted
  }
  new Gauge({
    name: 'data_age_seconds',
    help: 'Since the day of which the file in force speaks, by kind of data; nothing for a database that cannot be read.',
    labelNames: ['source'],
    registers,
    collect() {
      this.reset()
      for (const [source, seconds] of agesOf(databasePath)) this.set({ source }, seconds)
    },
  })
  return {
    count({ sorte, ms }) {
      const counted = counts.get(sorte) ?? begin(sorte)
      counted.count += 1
      addDuree(counted.duree, ms / 1000)
    },
    answer(req, res) {
      if (!isAllowed(req, token)) return answerError(req, res, 404)
      res.setHeader('Cache-Control', 'no-store')
      register.metrics().then(
        (text) => answer(req, res, 200, register.contentType, text),
        (error) => {
          console.error(error)
          answerError(req, res, 500)
        },
      )
    },
  }
}

/** The newest file in force of each kind. */
function agesOf(databasePath: string): Map<string, number> {
  const ages = new Map<string, number>()
  try {
    for (const { kind, date, courante } of listSources(openDatabase(databasePath))) {
      const since = Date.parse(date)
      if (!courante || Number.isNaN(since) || ages.has(kind)) continue
      ages.set(kind, Math.max(0, Math.floor((Date.now() - since) / 1000 / DAY_S) * DAY_S))
    }
  } catch {
    // `/sante` says why.
  }
  return ages
}

const HERE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

function isAllowed({ headers, socket }: IncomingMessage, token: string | null): boolean {
  const [, given] = headers.authorization?.match(/^Bearer (\S+)$/) ?? []
  if (given !== undefined) return token !== null && isSame(given, token)
  const relayed = headers['x-forwarded-for'] ?? headers.forwarded ?? headers['x-request-id']
  return relayed === undefined && HERE.has(socket.remoteAddress ?? '')
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
