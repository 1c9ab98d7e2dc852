import { type Point, toMetre } from '#app/domain/distance.ts'
import { nearestOf } from '#app/domain/distance-proche.ts'
import type { Db } from '#db/connect.server.ts'

type Place = Point & { numero: number }

/** Writes for each commune with a known centre how far the nearest place of a conseiller numérique is, and which. */
export function writeDistances({ $client }: Db): void {
  const places = $client
    .prepare<[], Place>(
      "SELECT numero, lat, lon FROM lieu WHERE reseau = 'conseiller-numerique' AND lat IS NOT NULL ORDER BY lat, numero",
    )
    .all()
  const communes = $client.prepare<[], Point & { code: string }>(
    'SELECT code, lat, lon FROM commune WHERE lat IS NOT NULL',
  )
  const update = $client.prepare('UPDATE commune SET distance_km = ?, lieu_proche = ? WHERE code = ?')
  for (const { code, ...centre } of communes.all()) {
    const nearest = nearestOf(places, centre)
    if (nearest !== null) update.run(toMetre(nearest.km), nearest.place.numero, code)
  }
}
