import http, { type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { negociee } from '#app/negociation.ts'
import { answerError, rawError } from './answer.ts'
import { type AppOptions, createApp, statusOf } from './app.ts'
import { createDebit, type Debit } from './debit.ts'
import { allowedMethods, forget, isApi, pathOf, refusal } from './guard.ts'
import { beforeHeaders, type HeaderOptions, headersBy, preflight } from './headers.ts'
import { noteCache } from './journal.ts'
import { KEEP_ALIVE_MS } from './memory/head.ts'
import { answerSante } from './sante.ts'
import type { Suivi } from './suivi.ts'

/**
 * `prepare`: what most people ask is made ready once the server listens. `suivi`: what is written and counted of answers,
 * nothing unless given. `sourcesMaxJours`, `debit`: the default of the settings, the share of a client of the API.
 */
export type ServerOptions = AppOptions &
  HeaderOptions & { prepare?: boolean; suivi?: Suivi; sourcesMaxJours?: number; debit?: Debit }

/**
 * The production server, not listening yet. What was answered and is still true is sent again by a plain handler, before
 * anything else; `/sante` answers when the pages cannot; Express has the files, what is sent, and what is private. Every
 * answer carries the security headers.
 */
export function createServer(options: ServerOptions): Server {
  const headersOf = headersBy(options)
  const commonOf = (url: string) => headersOf(pathOf(url)).flat()
  const { app, memory, fermer } = createApp(options, commonOf)
  const plain: Record<string, RequestListener> = {
    '/sante': (req, res) => answerSante(req, res, options.databasePath, options.sourcesMaxJours),
    ...(options.suivi && { '/metrics': options.suivi.answerMetriques }),
  }
  const setHeaders = (req: IncomingMessage, res: ServerResponse) => {
    const own = headersOf(pathOf(req.url ?? ''))
    const set = () => {
      for (const [name, value] of own) res.setHeader(name, value)
    }
    set()
    // What a page says too would be said twice.
    beforeHeaders(res, set)
  }
  // Node's own refusal of a request without a host would go out without our headers: guard.ts refuses it.
  const debit = createDebit((req, res) => {
    setHeaders(req, res)
    answerError(req, res, 429)
  }, options.debit)
  const entendre: RequestListener = (req, res) => {
    req.url = negociee(req.url ?? '', req.headers.accept)
    if (isApi(req.url)) debit(req, res, () => repondre(req, res))
    else repondre(req, res)
  }
  const { suivi } = options
  const server = http.createServer({ requireHostHeader: false }, (req, res) => {
    if (suivi) suivi.follow(req, res, entendre)
    else entendre(req, res)
  })
  const repondre: RequestListener = (req, res) => {
    const fail = (error: unknown) => answerError(req, res, statusOf(error))
    try {
      if (memory.hit(req, res)) return noteCache(res, 'hit')
      setHeaders(req, res)
      forget(req)
      const status = refusal(req)
      if (status !== null) return refuse(req, res, status)
      if (req.method === 'OPTIONS') return answerPreflight(req, res)
      if (req.method === 'POST') beforeHeaders(res, () => finishBody(req))
      const handler = plain[pathOf(req.url ?? '')]
      if (handler) return handler(req, res)
      const filled = memory.fill(req, res)
      if (filled === null) return app(req, res)
      noteCache(res, 'miss')
      filled.catch(fail)
    } catch (error) {
      fail(error)
    }
  }
  if (options.prepare) server.on('listening', () => void memory.prepare().catch(() => undefined))
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = KEEP_ALIVE_MS + 5_000
  server.on('close', () => void fermer())
  // Node would cut the connection without a word.
  server.on('connect', (_, socket) => socket.end(rawError(405, headersOf(''))))
  server.on('checkExpectation', (req, res) => {
    setHeaders(req, res)
    refuse(req, res, 417)
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => answerUnread(error, socket, headersOf('')))
  return server
}

/** Only what is shared lets it come this far. */
function answerPreflight(req: IncomingMessage, res: ServerResponse): void {
  res.writeHead(204, preflight(allowedMethods(req)))
  res.end()
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
