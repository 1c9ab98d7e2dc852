import { type Point, toMetre } from '#app/domain/distance/distance.ts'
import { nearestOf, type Situes } from '#app/domain/distance/proche.ts'
import type { Db } from '#db/connect.server.ts'
import { type PointsOfLayer, readPoints } from './read-points.ts'

type Couches = Record<'lieu' | 'france-services', PointsOfLayer>

/**
 * Writes for each commune with a known centre how far the nearest place of a conseiller numérique is, and which; and
 * how far the nearest France services. `couches`: those places, when they have been read already.
 */
export function writeDistances(
  db: Db,
  couches: Couches = { lieu: readPoints(db, 'lieu'), 'france-services': readPoints(db, 'france-services') },
): void {
  const places = sortByLatitude(couches.lieu)
  const services = sortByLatitude(couches['france-services'])
  const communes = db.$client.prepare<[], Point & { code: string }>(
    'SELECT code, lat, lon FROM commune WHERE lat IS NOT NULL',
  )
  const update = db.$client.prepare(
    'UPDATE commune SET distance_km = ?, lieu_proche = ?, distance_france_services_km = ? WHERE code = ?',
  )
  for (const { code, ...centre } of communes.all()) {
    const nearest = nearestOf(places, centre)
    const service = nearestOf(services, centre)
    if (nearest === null && service === null) continue
    const lieu = nearest === null ? [null, null] : [toMetre(nearest.km), places.numero[nearest.rang]]
    update.run(...lieu, service === null ? null : toMetre(service.km), code)
  }
}

function sortByLatitude({ numero, lat, lon }: PointsOfLayer): Situes {
  const ranks = Uint32Array.from(numero.keys()).sort((a, b) => (lat[a] as number) - (lat[b] as number) || a - b)
  return {
    numero: Int32Array.from(ranks, (rank) => numero[rank] as number),
    lat: Float64Array.from(ranks, (rank) => lat[rank] as number),
    lon: Float64Array.from(ranks, (rank) => lon[rank] as number),
  }
}
