import type { AppContext } from '#app/context.ts'
import { isApproximate } from '#app/domain/vocabulary.ts'
import { fondDeCarte } from '#app/pages/commun/fond-de-carte.server.ts'
import type { LieuComplet } from '#db/lieux.server.ts'

const OBJETS = { 'conseiller-numerique': 'lieu', 'france-services': 'france-services', autre: 'autre' } as const

/** What the small live map of a place needs; null for a place that is on none. */
export function carteOf(context: AppContext, lieu: LieuComplet) {
  const { numero, lat, lon, precision, reseau, departementCode: departement } = lieu
  if (lat === null || lon === null) return null
  const point = { objet: OBJETS[reseau], numero, lat, lon, approximate: isApproximate(precision) }
  return { point, departement, ...fondDeCarte(context) }
}
