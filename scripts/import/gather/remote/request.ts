import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { type Address, resolveHost } from './guard.ts'
import type { Limits } from './limits.ts'
import { Unfetched } from './unfetched.ts'

/** `check` is given the numeric addresses before anything is sent to them, and throws to refuse them. */
export type Ask = {
  headers: Record<string, string>
  limits: Limits
  signal: AbortSignal
  check: (to: Address[]) => void
}

/**
 * One GET, no redirect followed. Not `fetch`: it takes a gzip body cut short for a whole one, and resolves names out
 * of our sight. Here the body comes as it was sent, and the connection goes where `check` agreed.
 */
export async function request(url: URL, ask: Ask): Promise<IncomingMessage> {
  const { connectMs } = ask.limits
  const late = new AbortController()
  const clock = setTimeout(
    () => late.abort(new Unfetched('pas de connexion dans le temps donné', 'unreachable')),
    connectMs,
  )
  try {
    const addresses = await untilAborted(resolveHost(url), AbortSignal.any([late.signal, ask.signal]))
    ask.check(addresses)
    return await send(url, addresses, ask, late.signal, () => clearTimeout(clock))
  } finally {
    clearTimeout(clock)
  }
}

/** The system's resolver cannot be stopped: it is left behind. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

function send(url: URL, to: Address[], ask: Ask, late: AbortSignal, onConnect: () => void): Promise<IncomingMessage> {
  const { headers, signal, limits } = ask
  const secure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const sent = (secure ? requestHttps : requestHttp)(url, { headers, agent: false, lookup: pinned(to) })
    let answered: IncomingMessage | undefined
    const stop = (reason: Error) => {
      reject(reason)
      // Whoever reads the body is told why: the request's own end would say no more than "aborted".
      if (answered) answered.destroy(reason)
      else sent.destroy(reason)
    }
    const onLate = () => stop(late.reason)
    const onSignal = () => stop(signal.reason)
    late.addEventListener('abort', onLate, { once: true })
    signal.addEventListener('abort', onSignal, { once: true })
    if (late.aborted) onLate()
    if (signal.aborted) onSignal()
    sent.setTimeout(limits.stallMs, () => stop(new Unfetched('plus rien n’arrive', 'transient')))
    sent.on('socket', (socket) => (socket as TLSSocket).once(secure ? 'secureConnect' : 'connect', onConnect))
    sent.on('response', (response) => {
      answered = response
      resolve(response)
    })
    sent.on('error', reject)
    sent.on('close', () => {
      late.removeEventListener('abort', onLate)
      signal.removeEventListener('abort', onSignal)
    })
    sent.end()
  })
}

function pinned(addresses: Address[]): LookupFunction {
  const [first] = addresses as [Address]
  return (_name, { all }, done) => (all ? done(null, addresses) : done(null, first.address, first.family))
}
