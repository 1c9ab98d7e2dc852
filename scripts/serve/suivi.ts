import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { createFollower, routesOf, type startJournal } from './journal.ts'
import { createMetriques } from './metriques.ts'

/** What is written and counted of every answer, and who may read the figures. */
export type Suivi = {
  /** Calls `answer`, and follows what it answers. */
  follow: (req: IncomingMessage, res: ServerResponse, answer: RequestListener) => void
  answerMetriques: (req: IncomingMessage, res: ServerResponse) => void
  /** Writes what still waits to be. */
  flush: () => void
}

export type SuiviOptions = {
  databasePath: string
  /** Of /metrics; null: for this machine only. */
  token: string | null
  /** The built pages, whose patterns are said; null: `*` is said of all. */
  build: ServerBuild | null
  /** Where lines are written; null: nowhere. */
  journal: ReturnType<typeof startJournal> | null
}

const PLAIN = ['/points.json', '/sante', '/metrics']

export function createSuivi({ databasePath, token, build, journal }: SuiviOptions): Suivi {
  const metriques = createMetriques(databasePath, token)
  const follow = createFollower(routesOf(build, PLAIN), (one) => {
    journal?.write(one)
    metriques.count(one)
  })
  return {
    follow,
    answerMetriques: metriques.answer,
    flush: () => journal?.flush(),
  }
}
