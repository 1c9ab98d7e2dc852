import { searchCommunes } from '../communes.server.ts'
import type { Db } from '../connect.server.ts'
import { unique } from './choose.ts'
import type { Choix, Intention } from './intention.ts'
import { deCode } from './toponymes.server.ts'

/** The territories of an intention, in the order of the page. [] for an address, which is the geocoder's to place. */
export function choixDeIntention(intention: Intention): Choix[] {
  if (intention.type === 'territoire') return [intention.territoire, ...intention.autres]
  if (intention.type === 'question') return [...intention.choix, ...intention.autres]
  if (intention.type === 'besoin') return intention.ou ? [intention.ou] : []
  return 'proches' in intention ? intention.proches : []
}

/** What a text that is being typed means, then the communes that it begins to name: `limit` of these at most. */
export function choixProposes(db: Db, intention: Intention, text: string, limit: number): Choix[] {
  const begun = searchCommunes(db, text, limit).flatMap(({ code }) => deCode(db, code))
  return unique([...choixDeIntention(intention), ...begun])
}
