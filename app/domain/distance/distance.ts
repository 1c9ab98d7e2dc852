/** Mean radius of the Earth in km (IUGG). */
export const EARTH_RADIUS_KM = 6371.0088

/** A degree of latitude, 111.195 km. */
export const KM_PER_DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180

/** A position in WGS 84 degrees. */
export type Point = { lat: number; lon: number }

/** Great-circle distance in km (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180
  const dLat = (b.lat - a.lat) * rad
  const dLon = (b.lon - a.lon) * rad
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** As many degrees of latitude as these km, a hair more for rounding: what is farther in latitude alone needs no trigonometry. */
export function latitudeReach(km: number): number {
  return km / KM_PER_DEGREE + 1e-6
}

/** Radius in km of a disc of this surface: how large a commune is. */
export function discRadiusKm(surfaceKm2: number): number {
  return Math.sqrt(surfaceKm2 / Math.PI)
}

/**
 * How far from its centre, in km, a point is believed to be of a commune of this radius: the points of the real files
 * that are right lie within 3 r + 10, those set in another town do not.
 */
export function toleranceKm(radiusKm: number): number {
  return 3 * radiusKm + 10
}

/** To the metre: more would make a hash of the data depend on the last bit of a sine. */
export function toMetre(km: number): number {
  return Math.round(km * 1000) / 1000
}
