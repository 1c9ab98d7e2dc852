import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import { createAtelier } from '#app/atelier/atelier.server.ts'
import { PREPARES } from '#app/cles.ts'
import { createDepot } from '#app/depot/depot.server.ts'
import type { Limites } from '#app/depot/limites.ts'
import type { Tuiles } from '#app/domain/carte/tuiles.ts'
import type { Mentions } from '#app/domain/citations/mentions.ts'
import { createGeocodeur } from '#app/geocodeur/geocodeur.server.ts'
import { DatabaseUnusable, openDatabase } from '#db/open.server.ts'
import { adresseOf } from './adresse.ts'
import { answerError } from './answer.ts'
import { freshness } from './freshness.ts'
import { createMemory, MEMOIRE_OCTETS, type Memory } from './memory/memory.ts'
import { narrowed, type Pages } from './narrow-build.ts'
import { contextOf, createPages } from './pages.ts'

export type AppOptions = {
  /** The built pages, or how to load them again at each request (development). */
  build: Pages
  /** Where the built client stands; its `assets` never change under their names. Null in development. */
  clientDirectory: string | null
  databasePath: string
  tuiles: Tuiles
  mentions: Mentions
  /** Where street addresses are found, without a final slash; null: nowhere. */
  geocoderUrl: string | null
  /** Origin of the site, without a final slash. */
  publicUrl: string
  /** What an upload may cost; the site's own unless given. */
  limites?: Limites
  /** URL of the compiled code that checks files, each in a thread of its own. */
  ouvrier: string
  /** Of the built pages, to tell two of them apart; what the browser is sent tells it otherwise. */
  version?: string
  /** How much of what was answered is kept, in bytes; 0 for nothing. */
  memoireOctets?: number
  /** In development: what serves the sources, before the pages. */
  before?: RequestHandler
}

/**
 * `memory` answers what is the same for all, `app` the rest. `commonOf`: the headers of every answer at an address.
 * `fermer` ends what the site does beside answering.
 */
export function createApp(
  options: AppOptions,
  commonOf: (url: string) => string[],
): { app: Express; memory: Memory; fermer: () => Promise<void> } {
  const { build, clientDirectory, databasePath, tuiles, mentions, geocoderUrl, publicUrl, limites, before } = options
  const open = () => openDatabase(databasePath)
  const geocodeur = createGeocodeur(geocoderUrl)
  const atelier = createAtelier(options.ouvrier, databasePath)
  const depot = createDepot(atelier, limites)
  const site = { tuiles, mentions, geocodeur, depot, publicUrl }
  const bytes = typeof build === 'function' ? 0 : (options.memoireOctets ?? MEMOIRE_OCTETS)
  const make = createPages(build, open, site)
  const memory = createMemory({ bytes, version: versionOf(options), open, make, commonOf, prepares: PREPARES })
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', false)
  if (before) app.use(before)
  app.use(compression())
  if (clientDirectory !== null) serveFiles(app, clientDirectory)
  app.use(freshness)
  const getLoadContext = (req: Request) => contextOf(open(), site, adresseOf(req))
  const pageOf = narrowed(build, (one) =>
    createRequestHandler({ build: one, getLoadContext, mode: process.env.NODE_ENV }),
  )
  app.use((req, res, next) => pageOf(req.url)(req, res, next))
  app.use(sayError)
  return { app, memory, fermer: atelier.fermer }
}

/** All that an answer is made of beside the data: the pages, and the settings that they write. Null in development. */
function versionOf({ build, version, tuiles, mentions, geocoderUrl, publicUrl }: AppOptions): string | null {
  if (typeof build === 'function') return null
  return JSON.stringify([version ?? build.assets.version, tuiles, mentions, geocoderUrl, publicUrl])
}

function serveFiles(app: Express, directory: string): void {
  const common = { index: false, redirect: false } as const
  app.use('/assets', express.static(`${directory}/assets`, { ...common, immutable: true, maxAge: '1y' }))
  // A missing asset is no page: rendering one for it would be slow and cached as a script.
  app.use('/assets', (req, res) => answerError(req, res, 404))
  app.use(express.static(directory, { ...common, maxAge: '1h' }))
}

const sayError: ErrorRequestHandler = (error, req, res, _next) => answerError(req, res, statusOf(error))

/** The status of an error that reached the server: the client's when it says so, 503 without a database, else 500. */
export function statusOf(error: unknown): number {
  if (error instanceof DatabaseUnusable) return 503
  const status = (error as { status?: unknown } | null)?.status
  if (typeof status === 'number' && status >= 400 && status < 500) return status
  console.error(error)
  return 500
}
