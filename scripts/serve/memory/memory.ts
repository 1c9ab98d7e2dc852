import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { cleOf } from '#app/cles.ts'
import type { Db } from '#db/connect.server.ts'
import { metaOf } from '#db/sources.server.ts'
import { bodyOf, decode, encodeBest, encodingOf } from './encode.ts'
import { etagOf, holds, isShareable, type Kept, keptOf, send } from './kept.ts'
import { ENCODINGS, type Encoding, type Made } from './made.ts'
import { createTurns } from './turns.ts'

export type MemoryOptions = {
  /** How much of what was answered is kept, in bytes; 0 for nothing. */
  bytes: number
  /** Of all that an answer is made of beside the data and its address; null: nothing can be said to be unchanged. */
  version: string | null
  open: () => Db
  /** Makes the answer of a canonical address. */
  make: (cle: string) => Promise<Made>
  /** The headers that every answer at this address has: names and values, one after the other. */
  commonOf: (cle: string) => string[]
  /** The addresses that are made ready for each database. */
  prepares: readonly string[]
}

export type Memory = {
  /** Answers at once when the answer is there; false otherwise. */
  hit: (req: IncomingMessage, res: ServerResponse) => boolean
  /** Makes the answer, once for all who wait for it, then sends it; null when it is one that is not kept. */
  fill: (req: IncomingMessage, res: ServerResponse) => Promise<void> | null
  /** Makes ready what most people ask; resolves when it is. */
  prepare: () => Promise<void>
}

/** Without a setting: some thousands of pages. */
export const MEMOIRE_OCTETS = 64 * 1024 * 1024

/** The keys of what an address means: to make one takes longer than to look it up. */
type Writing = Record<Encoding, string>

/** An entry beside its body: its headers, as they are and as they were written, its key. */
const ENTRY_BYTES = 3500
/** Asked more than this often, an answer is made ready in the next database too; so many at most. */
const [OFTEN, MOST_ASKED] = [2, 100]
/** What takes the best compression more than a second or two is left as it is. */
const BEST_MAX_BYTES = 150_000
const HOSTS_MAX = 100
/** Made side by side, all would be as late as the last: whoever came first is answered first. What is long lets others pass. */
const [PAGES_AT_ONCE, LONG_AT_ONCE] = [1, 2]
/** How long what is made ready waits for a moment when nobody has asked for so long, how often it looks, and how long first. */
const [PATIENCE_MS, CALM_MS, PAUSE_MS, FIRST_PAUSE_MS] = [10_000, 100, 10, 500]
/** Addresses as they were asked, of which the one that they mean is remembered. */
const WRITINGS_MAX = 5000
const TRIES_MAX = 3

/**
 * The answers that leave, as they leave, under the hash of the data, the version, the canonical address and the encoding.
 * None is sent past the instant until which it is true, and none of another database.
 */
export function createMemory({ bytes, version, open, make, commonOf, prepares }: MemoryOptions): Memory {
  const kept = bytes > 0 ? new LRUCache<string, Kept>({ ...sizesOf(bytes), sizeCalculation: sizeOf }) : null
  const making = new Map<string, Promise<Made>>()
  const encoding = new Map<string, Promise<Kept>>()
  const [ofPage, ofLong] = [createTurns(PAGES_AT_ONCE), createTurns(LONG_AT_ONCE)]
  const turnOf = (cle: string) => (isLong(cle) ? ofLong : ofPage)
  const hosts = new Set<string>()
  const writings = new LRUCache<string, Writing>({ max: WRITINGS_MAX })
  let [current, empreinte]: [Db | null, string] = [null, '']
  let best = Promise.resolve()
  let lastAsked = 0

  /** Forgets what another database said. */
  function follow(): void {
    const db = open()
    if (db === current) return
    const first = current === null
    current = db
    const { empreinte: next } = metaOf(db)
    if (next === empreinte) return
    empreinte = next
    const often = first ? [] : mostAsked()
    kept?.clear()
    making.clear()
    encoding.clear()
    if (!first) void ready([...prepares, ...often])
  }

  function mostAsked(): string[] {
    const asked = [...(kept?.entries() ?? [])].filter(([, one]) => one.asked >= OFTEN)
    const sorted = asked.sort(([, left], [, right]) => right.asked - left.asked)
    return [...new Set(sorted.map(([key]) => key.slice(key.indexOf(' ') + 1)))].slice(0, MOST_ASKED)
  }

  function known(key: string, now: number): Kept | undefined {
    const found = kept?.get(key)
    return found !== undefined && holds(found, now) ? found : undefined
  }

  function hit(req: IncomingMessage, res: ServerResponse): boolean {
    const { method, url = '', headers } = req
    if (kept === null || (method !== 'GET' && method !== 'HEAD') || !isSound(headers.host)) return false
    try {
      follow()
    } catch {
      return false
    }
    const now = Date.now()
    lastAsked = now
    // To read an address takes longer than to answer it.
    const wanted = encodingOf(headers['accept-encoding'])
    const writing = writings.get(url)
    const key = writing === undefined ? keyOf(url, wanted) : writing[wanted]
    const found = known(key, now)
    if (found === undefined) return false
    if (writing === undefined) remember(url, url)
    found.asked += 1
    if (found.asked === OFTEN) void improve(key, found)
    send(req, res, found, now)
    return true
  }

  function remember(url: string, cle: string): void {
    writings.set(url, { identity: keyOf(cle, 'identity'), br: keyOf(cle, 'br'), gzip: keyOf(cle, 'gzip') })
  }

  /** What `refusal` asks of a host, once for each. */
  function isSound(host: string | undefined): boolean {
    if (host === undefined) return false
    if (hosts.has(host)) return true
    if (!URL.canParse(`http://${host}/`)) return false
    if (hosts.size >= HOSTS_MAX) hosts.clear()
    hosts.add(host)
    return true
  }

  function fill(req: IncomingMessage, res: ServerResponse): Promise<void> | null {
    const { method, url = '' } = req
    const cle = method === 'GET' || method === 'HEAD' ? cleOf(url) : null
    if (cle === null) return null
    remember(url, cle)
    follow()
    return answer(cle, encodingOf(req.headers['accept-encoding'])).then((found) => {
      found.asked += 1
      send(req, res, found, Date.now())
    })
  }

  /** What was true when it was asked and is no more when it is made is made again. */
  async function answer(cle: string, wanted: Encoding): Promise<Kept> {
    const key = keyOf(cle, wanted)
    for (let tries = 1; ; tries += 1) {
      const found = known(key, Date.now()) ?? (await once(encoding, key, encoded))
      if (tries === TRIES_MAX || holds(found, Date.now())) return found
    }

    async function encoded(): Promise<Kept> {
      const of = empreinte
      const since = Date.now()
      const made = madeAlready(cle) ?? (await once(making, cle, () => turnOf(cle).inTurn(() => make(cle))))
      const { body, encoding: used } = await bodyOf(made, wanted)
      const etag = version === null ? null : etagOf([of, version, cle, made.tenue.jusqua])
      const one = keptOf(made, { body, encoding: used, since, etag, common: commonOf(cle) })
      if (of === empreinte && isShareable(one)) kept?.set(key, one)
      return one
    }
  }

  /** The same answer in another encoding needs no page to be made again. */
  function madeAlready(cle: string): Made | null {
    const [other] = ENCODINGS.flatMap((one) => known(keyOf(cle, one), Date.now()) ?? [])
    if (other === undefined) return null
    const { status, headers, tenue, bodies } = other
    return { status, headers, tenue, bodies: { ...bodies, [other.encoding]: other.body } }
  }

  /** What is asked again is worth the best compression, made in the background, one at a time. */
  function improve(key: string, found: Kept): Promise<void> {
    const work = async () => {
      if (found.encoding !== 'br' || found.body.length > BEST_MAX_BYTES || kept?.peek(key) !== found) return
      const body = await decode(found.body, 'br')
      const smaller = await encodeBest(body)
      if (kept.peek(key) !== found || smaller.length >= found.body.length) return
      const head = found.head.with(found.head.indexOf('Content-Length') + 1, String(smaller.length))
      kept.set(key, { ...found, body: smaller, head, said: null })
    }
    // What cannot be made smaller is left as it is.
    best = best.then(work).catch((error) => console.error(error))
    return best
  }

  async function ready(cles: readonly string[]): Promise<void> {
    const of = empreinte
    await pause(FIRST_PAUSE_MS)
    for (const cle of cles) {
      await quiet()
      if (kept === null || of !== empreinte) return
      const found = await answer(cle, 'br').catch(() => null)
      // A page of figures would come 0.4 s later to the first of them, on a slow line.
      if (found !== null) await improve(keyOf(cle, 'br'), found)
    }
  }

  /** Whoever asks something meanwhile is answered first, but for a crowd that never ends. */
  async function quiet(): Promise<void> {
    const until = performance.now() + PATIENCE_MS
    do await pause(PAUSE_MS)
    while (isAsked() && performance.now() < until)
  }

  function isAsked(): boolean {
    return !(ofPage.isIdle() && ofLong.isIdle()) || Date.now() - lastAsked < CALM_MS
  }

  return {
    hit,
    fill,
    prepare: async () => {
      follow()
      await ready(prepares)
    },
  }
}

/** A file comes by pieces, a scenario draw by draw. */
function isLong(cle: string): boolean {
  return /^\/scenarios\b|\.\w+(?:\?|$)/.test(cle)
}

function keyOf(cle: string, encoding: Encoding): string {
  return `${encoding} ${cle}`
}

/** A file of the whole country takes the place of some pages, not of most. */
function sizesOf(bytes: number) {
  return { maxSize: bytes, maxEntrySize: Math.ceil(bytes / 4) }
}

function sizeOf({ body }: Kept, key: string): number {
  return body.length + 2 * key.length + ENTRY_BYTES
}

/** One computation for all who ask for the same at once. */
function once<T>(running: Map<string, Promise<T>>, key: string, compute: () => Promise<T>): Promise<T> {
  const known = running.get(key)
  if (known !== undefined) return known
  const made = compute().finally(() => {
    if (running.get(key) === made) running.delete(key)
  })
  running.set(key, made)
  return made
}
