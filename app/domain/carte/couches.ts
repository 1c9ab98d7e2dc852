import type { Couche } from '../vocabulary.ts'
import type { Objet } from './points.ts'

/** What the points of a layer are, on the map. */
export const OBJET_OF_COUCHE: Record<Couche, Exclude<Objet, 'lieu'>> = {
  'france-services': 'france-services',
  autres: 'autre',
  employeurs: 'structure',
}

/** The compressed answer that holds the points of a layer (table `document`), and its address: `/points-autres.json`. */
export function documentOfCouche(couche: Couche): string {
  return `points-${couche}`
}
