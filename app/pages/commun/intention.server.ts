import type { AppContext } from '#app/context.ts'
import type { Adresse } from '#app/geocodeur/adresse.server.ts'
import type { Intention } from '#db/resolver/intention.ts'
import { resolve } from '#db/resolver/resolve.server.ts'

/** Where someone lives may stand in the URL: its answer is kept nowhere, as that of a position. */
const NOWHERE = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }

/** `adresses`: those of the geocoder, asked only for an address; [] when it is silent. `headers`: of the answer. */
type Lu = { intention: Intention; adresses: Adresse[]; headers: Record<string, string> }

/** What a text means, and the street addresses that it names. `typing`: the text may be the beginning of one. */
export async function readIntention(
  { db, geocodeur }: Pick<AppContext, 'db' | 'geocodeur'>,
  q: string,
  { typing }: { typing: boolean },
): Promise<Lu> {
  const intention = resolve(db, q)
  if (intention.type !== 'adresse') return { intention, adresses: [], headers: {} }
  return { intention, adresses: await geocodeur.find(q, { typing }), headers: NOWHERE }
}
