import { distanceKm, type Point } from '#app/domain/distance.ts'
import type { Db } from '#db/connect.server.ts'

type Place = Point & { numero: number }
type Nearest = { numero: number; km: number }

/** Less than a degree of latitude (111.19 km): what is farther in latitude alone need not be measured. */
const KM_PER_DEGREE = 111

/** Writes for each commune with a known centre how far the nearest place of a conseiller numérique is, and which. */
export function writeDistances({ $client }: Db): void {
  const places = $client
    .prepare<[], Place>(
      "SELECT numero, lat, lon FROM lieu WHERE reseau = 'conseiller-numerique' AND lat IS NOT NULL ORDER BY lat, numero",
    )
    .all()
  if (places.length === 0) return
  const communes = $client.prepare<[], Point & { code: string }>(
    'SELECT code, lat, lon FROM commune WHERE lat IS NOT NULL',
  )
  const update = $client.prepare('UPDATE commune SET distance_km = ?, lieu_proche = ? WHERE code = ?')
  for (const { code, ...centre } of communes.all()) {
    const { numero, km } = nearestOf(places, centre)
    // To the metre: more would make the hash depend on the last bit of a sine.
    update.run(Math.round(km * 1000) / 1000, numero, code)
  }
}

/**
 * The nearest of places sorted by latitude (at least one): from the point's latitude, both ways, until latitude alone
 * is farther than the best. Of two at one distance, the smaller number.
 */
export function nearestOf(places: readonly Place[], point: Point): Nearest {
  let best: Nearest = { numero: -1, km: Number.POSITIVE_INFINITY }
  const start = firstAtLeast(places, point.lat)
  for (const [from, step] of [
    [start, 1],
    [start - 1, -1],
  ] as const) {
    for (let i = from; i >= 0 && i < places.length; i += step) {
      const place = places[i] as Place
      if (Math.abs(place.lat - point.lat) * KM_PER_DEGREE > best.km) break
      const km = distanceKm(point, place)
      if (km < best.km || (km === best.km && place.numero < best.numero)) best = { numero: place.numero, km }
    }
  }
  return best
}

function firstAtLeast(places: readonly Place[], lat: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as Place).lat < lat) low = middle + 1
    else high = middle
  }
  return low
}
