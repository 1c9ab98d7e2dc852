import type { AppContext } from '#app/context.ts'
import { looksLikeAddress } from '#app/domain/geocodage/adresse-tapee.ts'
import type { Adresse } from '#app/geocodeur/adresse.server.ts'
import { type CommuneTrouvee, communesAtEnd, searchCommunes } from '#db/communes.server.ts'

type Context = Pick<AppContext, 'db' | 'geocodeur'>

/** Where someone lives may stand in the URL: its answer is kept nowhere, as that of a position. */
export const NOWHERE = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }

/** `asked`: the text looks like an address; `communes`: those it ends with, when no address is found. */
type Found = { asked: boolean; adresses: Adresse[]; communes: CommuneTrouvee[]; headers: Record<string, string> }

/**
 * The street addresses that a text names, and the headers of an answer that gives them. What names a commune is
 * answered here, and so is what does not look like an address: the geocoder is not asked.
 */
export async function adressesOf(
  { db, geocodeur }: Context,
  q: string,
  { typing }: { typing: boolean },
): Promise<Found> {
  if (!looksLikeAddress(q) || searchCommunes(db, q, 1).length > 0) {
    return { asked: false, adresses: [], communes: [], headers: {} }
  }
  const adresses = await geocodeur.find(q, { typing })
  return { asked: true, adresses, communes: adresses.length > 0 ? [] : communesAtEnd(db, q), headers: NOWHERE }
}
