// Without this import TypeScript does not find the module to augment.
import type {} from '@remix-run/node'
import type { Db } from '#db/connect.server.ts'
import type { Depot } from './depot/depot.server.ts'
import type { Tuiles } from './domain/carte/tuiles.ts'
import type { Mentions } from './domain/citations/mentions.ts'
import type { Validite } from './domain/horaires/validite.ts'
import type { Geocodeur } from './geocodeur/geocodeur.server.ts'

/** What the server gives to every loader as `context`. */
export type AppContext = {
  /** The current database, read-only. */
  db: Db
  /** When the request came: a page, and each of its parts, says what is open at this instant, and at no other. */
  instant: Date
  /** Until when the answer is true: what reads `instant` says it here. */
  validite: Validite
  tuiles: Tuiles
  /** Who publishes this copy of the site. */
  mentions: Mentions
  /** Finds street addresses; none when it is switched off. */
  geocodeur: Geocodeur
  /** Where files are handed in to be checked. */
  depot: Depot
  /** Of who asks, for their share of the uploads; null when nothing says it. It is written nowhere. */
  adresse: string | null
  /** Origin of the site without a final slash ("https://…"), for absolute URLs. */
  publicUrl: string
  /** Said by the action of this request to the loader that answers after it: what was sent was refused. */
  refuse?: boolean
}

declare module '@remix-run/node' {
  // Remix declares an interface to be merged into: a type cannot be.
  interface AppLoadContext extends AppContext {}
}
