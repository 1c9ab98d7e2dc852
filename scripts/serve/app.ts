import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import { createAtelier } from '#app/atelier/atelier.server.ts'
import type { AppContext } from '#app/context.ts'
import { createDepot } from '#app/depot/depot.server.ts'
import type { Limites } from '#app/depot/limites.ts'
import type { Tuiles } from '#app/domain/carte/tuiles.ts'
import type { Mentions } from '#app/domain/citations/mentions.ts'
import { createGeocodeur } from '#app/geocodeur/geocodeur.server.ts'
import { DatabaseUnusable, openDatabase } from '#db/open.server.ts'
import { adresseOf } from './adresse.ts'
import { answerError } from './answer.ts'
import { freshness } from './freshness.ts'

export type AppOptions = {
  /** The built pages, or how to load them again at each request (development). */
  build: ServerBuild | (() => Promise<ServerBuild>)
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
  /** In development: what serves the sources, before the pages. */
  before?: RequestHandler
}

/** `fermer` ends what the site does beside answering. */
export function createApp(options: AppOptions): { app: Express; fermer: () => Promise<void> } {
  const { build, clientDirectory, databasePath, tuiles, mentions, geocoderUrl, publicUrl, limites, before } = options
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', false)
  if (before) app.use(before)
  app.use(compression())
  if (clientDirectory !== null) serveFiles(app, clientDirectory)
  const open = () => openDatabase(databasePath)
  app.use(freshness(open, typeof build === 'function' ? null : build.assets.version))
  const geocodeur = createGeocodeur(geocoderUrl)
  const atelier = createAtelier(options.ouvrier, databasePath)
  const depot = createDepot(atelier, limites)
  const site = { tuiles, mentions, geocodeur, depot, publicUrl }
  const getLoadContext = (req: Request): AppContext => {
    return { db: open(), instant: new Date(), adresse: adresseOf(req), ...site }
  }
  app.use(createRequestHandler({ build, getLoadContext, mode: process.env.NODE_ENV }))
  app.use(sayError)
  return { app, fermer: atelier.fermer }
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
