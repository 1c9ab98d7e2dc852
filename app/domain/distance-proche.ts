import { distanceKm, type Point } from './distance.ts'

type Place = Point & { numero: number }
/** A place and its great-circle distance in km. */
export type Proche<T> = { place: T; km: number }

/** Less than a degree of latitude (111.19 km): what is farther in latitude alone need not be measured. */
const KM_PER_DEGREE = 111
const RAD = Math.PI / 180

/** The nearest of places sorted by latitude; of two at one distance, the smaller number; null without any place. */
export function nearestOf<T extends Place>(places: readonly T[], point: Point): Proche<T> | null {
  return nearestOnes(places, point, 1)[0] ?? null
}

/**
 * The `count` nearest of places sorted by latitude, nearest first: from the point's latitude, both ways, until
 * latitude alone is farther than the last one kept.
 */
export function nearestOnes<T extends Place>(places: readonly T[], point: Point, count: number): Proche<T>[] {
  const kept: Proche<T>[] = []
  let limit = Number.POSITIVE_INFINITY
  let reach = Number.POSITIVE_INFINITY
  const start = firstAtLeast(places, point.lat)
  for (const [from, step] of [
    [start, 1],
    [start - 1, -1],
  ] as const) {
    for (let i = from; i >= 0 && i < places.length; i += step) {
      const place = places[i] as T
      if (Math.abs(place.lat - point.lat) * KM_PER_DEGREE > limit) break
      const turn = Math.abs(place.lon - point.lon)
      if (turn > reach && 360 - turn > reach) continue
      if (!keep(kept, { place, km: distanceKm(point, place) }, count)) continue
      limit = kept.length < count ? Number.POSITIVE_INFINITY : (kept.at(-1)?.km ?? 0)
      reach = longitudeReach(point.lat, limit)
    }
  }
  return kept
}

/** Puts one in its rank among those kept; false when `count` others come before it. */
function keep<T extends Place>(kept: Proche<T>[], one: Proche<T>, count: number): boolean {
  let rang = kept.length
  while (rang > 0 && isBefore(one, kept[rang - 1] as Proche<T>)) rang -= 1
  if (rang >= count) return false
  kept.splice(rang, 0, one)
  if (kept.length > count) kept.pop()
  return true
}

function isBefore(a: Proche<Place>, b: Proche<Place>): boolean {
  return a.km < b.km || (a.km === b.km && a.place.numero < b.place.numero)
}

/**
 * The difference of longitude, in degrees, beyond which no point is within `km` of this latitude (the meridian that
 * touches the circle: sin Δλ = sin δ / cos φ); infinite when the circle holds a pole. A little more, for rounding.
 */
function longitudeReach(lat: number, km: number): number {
  const angle = km / KM_PER_DEGREE
  if (Math.abs(lat) + angle >= 90) return Number.POSITIVE_INFINITY
  return Math.asin(Math.min(1, Math.sin(angle * RAD) / Math.cos(lat * RAD))) / RAD + 1e-6
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
