import { type Adresse, readAdresses } from './adresse.server.ts'
import { Refused, readJson } from './reponse.server.ts'

/** Finds street addresses. Never rejects: without an answer there is no address, and the rest of the search stands. */
export type Geocodeur = {
  /** `typing`: the text may end in the middle of a word. */
  find: (text: string, options: { typing: boolean }) => Promise<Adresse[]>
}

/** The whole of a request, its body included: whoever waits for a list waits no longer than that. */
const LIMIT_MS = 1200
/** The service allows 50 requests a second from one address. */
const UNDER_WAY_MAX = 10
const TEXT_MAX = 200

/**
 * The geocoder of the IGN, or another that answers alike, at `url` (without a final slash); null: none. It is asked by
 * our server, so that the visitor's address is not given to it. Nothing is logged.
 */
export function createGeocodeur(url: string | null, limitMs = LIMIT_MS): Geocodeur {
  if (url === null) return { find: async () => [] }
  const disjoncteur = createDisjoncteur()
  const memoire = memoireOf<Adresse[]>()
  let underWay = 0
  async function ask(search: string): Promise<Adresse[]> {
    underWay += 1
    try {
      const adresses = readAdresses(await readJson(`${url}/search?${search}`, limitMs))
      if (adresses === null) throw new Refused()
      disjoncteur.succeed()
      memoire.keep(search, adresses)
      return adresses
    } catch (error) {
      // A text that the service does not read says nothing of its health.
      if (!(error instanceof Refused) || error.status !== 400) disjoncteur.fail((error as Refused).retryAfterMs)
      return []
    } finally {
      underWay -= 1
    }
  }
  return {
    async find(text, { typing }) {
      const search = searchOf(text, typing)
      if (search === null) return []
      const known = memoire.get(search)
      if (known !== undefined) return known
      return disjoncteur.allows() && underWay < UNDER_WAY_MAX ? ask(search) : []
    },
  }
}

/** The query string to send, or null when the service would refuse the text: 3 to 200 characters, a letter or digit first. */
function searchOf(text: string, typing: boolean): string | null {
  const q = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, TEXT_MAX)
    .trim()
  if (q.length < 3) return null
  return new URLSearchParams({ q, limit: '5', index: 'address', autocomplete: typing ? '1' : '0' }).toString()
}

const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 600_000

/** Says when a service that fails may be asked again, so that one failure does not slow every search after it. */
type Disjoncteur = { allows: () => boolean; succeed: () => void; fail: (retryAfterMs?: number) => void }

/** Pauses of 30 s, then twice as long at each failure in a row, ten minutes at most; or what the service asked for. */
function createDisjoncteur(now: () => number = () => performance.now()): Disjoncteur {
  let failures = 0
  let until = Number.NEGATIVE_INFINITY
  return {
    allows: () => now() >= until,
    succeed() {
      failures = 0
    },
    fail(retryAfterMs) {
      const pause = retryAfterMs ?? FIRST_PAUSE_MS * 2 ** failures
      failures = Math.min(failures + 1, 10)
      until = Math.max(until, now() + Math.min(pause, LONGEST_PAUSE_MS))
    },
  }
}

const ENTRIES_MAX = 200
const KEPT_MS = 600_000

/** The last answers, ten minutes at most: what is typed, erased and typed again is asked once. */
function memoireOf<T>() {
  const kept = new Map<string, { value: T; until: number }>()
  return {
    get(key: string): T | undefined {
      const entry = kept.get(key)
      return entry && performance.now() < entry.until ? entry.value : undefined
    },
    keep(key: string, value: T): void {
      kept.delete(key)
      kept.set(key, { value, until: performance.now() + KEPT_MS })
      // A map gives its keys in the order of their arrival: the first is the oldest.
      for (const oldest of kept.keys()) {
        if (kept.size <= ENTRIES_MAX) break
        kept.delete(oldest)
      }
    },
  }
}
