import { type Point, toMetre } from '#app/domain/distance/distance.ts'
import { nearestOf, type Situes } from '#app/domain/distance/proche.ts'
import type { Db } from '#db/connect.server.ts'
import { type PointsOfLayer, readPoints } from './read-points.ts'

/**
 * Writes for each commune with a known centre how far the nearest place of a conseiller numérique is, and which.
 * `couche`: those places, when they have been read already.
 */
export function writeDistances(db: Db, couche: PointsOfLayer = readPoints(db, 'lieu')): void {
  const places = sortByLatitude(couche)
  const communes = db.$client.prepare<[], Point & { code: string }>(
    'SELECT code, lat, lon FROM commune WHERE lat IS NOT NULL',
  )
  const update = db.$client.prepare('UPDATE commune SET distance_km = ?, lieu_proche = ? WHERE code = ?')
  for (const { code, ...centre } of communes.all()) {
    const nearest = nearestOf(places, centre)
    if (nearest !== null) update.run(toMetre(nearest.km), places.numero[nearest.rang], code)
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
