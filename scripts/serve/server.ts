import http, { type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { documentOfCouche } from '#app/domain/carte/couches.ts'
import { COUCHES } from '#app/domain/vocabulary.ts'
import { openDatabase } from '#db/open.server.ts'
import { answerError, rawError } from './answer.ts'
import { type AppOptions, createApp, statusOf } from './app.ts'
import { SOURCES_MAX_JOURS } from './config.ts'
import { forget, pathOf, refusal } from './guard.ts'
import { beforeHeaders, type HeaderOptions, resourcePolicy, securityHeaders } from './headers.ts'
import { answerPoints } from './points.ts'
import { answerSante } from './sante.ts'
import type { Suivi } from './suivi.ts'

const KEEP_ALIVE_MS = 80_000

/** `suivi`: what is written and counted of answers, nothing unless given; `sourcesMaxJours`: the default of the settings. */
export type ServerOptions = AppOptions & HeaderOptions & { suivi?: Suivi; sourcesMaxJours?: number }

/**
 * The production server, not listening yet. What is precompressed or must answer when the pages cannot is served by
 * a plain handler, the rest by Express and Remix. Every answer carries the security headers.
 */
export function createServer(options: ServerOptions): Server {
  const headers = securityHeaders(options)
  const { app, fermer } = createApp(options)
  const plain: Record<string, RequestListener> = {
    '/points.json': (req, res) => answerPoints(req, res, openDatabase(options.databasePath)),
    ...Object.fromEntries(
      COUCHES.map(documentOfCouche).map((nom): [string, RequestListener] => [
        `/${nom}.json`,
        (req, res) => answerPoints(req, res, openDatabase(options.databasePath), nom),
      ]),
    ),
    '/sante': (req, res) => answerSante(req, res, options.databasePath, options.sourcesMaxJours ?? SOURCES_MAX_JOURS),
    ...(options.suivi && { '/metrics': options.suivi.answerMetriques }),
  }
  const setHeaders = (req: IncomingMessage, res: ServerResponse) => {
    for (const [name, value] of [...headers, resourcePolicy(pathOf(req.url ?? ''))]) res.setHeader(name, value)
  }
  // Node's own refusal of a request without a host would go out without our headers: guard.ts refuses it.
  const server = http.createServer({ requireHostHeader: false }, (req, res) => {
    options.suivi?.follow(req, res)
    setHeaders(req, res)
    forget(req)
    const status = refusal(req)
    if (status !== null) return refuse(req, res, status)
    if (req.method === 'POST') beforeHeaders(res, () => finishBody(req))
    const handler = plain[pathOf(req.url ?? '')] ?? app
    try {
      handler(req, res)
    } catch (error) {
      answerError(req, res, statusOf(error))
    }
  })
  // Longer than a proxy keeps its own (60 to 75 s): the other way round, it would send a request into a closed door.
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = KEEP_ALIVE_MS + 5_000
  server.on('close', () => void fermer())
  // Node would cut the connection without a word.
  server.on('connect', (_, socket) => socket.end(rawError(405, [...headers, resourcePolicy('')])))
  server.on('checkExpectation', (req, res) => {
    setHeaders(req, res)
    refuse(req, res, 417)
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    answerUnread(error, socket, [...headers, resourcePolicy('')]),
  )
  return server
}

/** The body of a refused request is not read: the connection ends with the answer. */
function refuse(req: IncomingMessage, res: ServerResponse, status: number): void {
  res.setHeader('Connection', 'close')
  answerError(req, res, status)
}

const REST_MS = 5_000

/**
 * A body that is answered before its end (too big, too slow) is read a little longer and thrown away: whoever still sends,
 * a browser or a proxy, would see a broken connection instead of the answer.
 */
function finishBody(req: IncomingMessage): void {
  if (req.complete) return
  const { socket } = req
  // Node closes both ways after an answer that ends the connection: here ours only, what comes is still read.
  socket.destroySoon = () => socket.end()
  req.removeAllListeners('data')
  req.resume()
  const cut = setTimeout(() => socket.destroy(), REST_MS)
  req.once('close', () => {
    clearTimeout(cut)
    Reflect.deleteProperty(socket, 'destroySoon')
    if (socket.writableEnded) socket.destroySoon()
  })
}

function answerUnread(error: NodeJS.ErrnoException, socket: Duplex, headers: [string, string][]): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  socket.end(rawError(error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400, headers))
}
