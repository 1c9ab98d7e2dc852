import { type Adresse, readAdresses } from './adresse.server.ts'
import { createDisjoncteur } from './disjoncteur.server.ts'
import { memoireOf } from './memoire.server.ts'
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
