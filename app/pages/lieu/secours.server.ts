import { secoursDit } from '#app/pages/commun/secours.server.ts'
import type { Db } from '#db/connect.server.ts'
import type { LieuComplet } from '#db/lieux.server.ts'
import { secoursOf } from '#db/secours.server.ts'

/** Whom to call instead of a place that has no telephone. */
export function secoursDuLieu(db: Db, lieu: LieuComplet) {
  const { voisin = null, franceServices = null } = secoursOf(db, [lieu]).get(lieu.numero) ?? {}
  return { voisin: secoursDit(voisin, lieu), franceServices: secoursDit(franceServices, lieu) }
}
