import type { Point } from '#app/domain/distance/distance.ts'

// Lambert-93 over GRS 80: IGN, "Projections cartographiques en géodésie", NT/G 71, ALG0004 and ALG0012.
const EXCENTRICITE = 0.0818191910428158
const EXPOSANT = 0.725607765053267
const CONSTANTE = 11_754_255.4261
const POLE = { x: 700_000, y: 12_655_612.0499 }
const MERIDIEN = 3

/** Metres of Lambert-93 (`x` east, `y` north) → WGS 84 degrees, to a tenth of a metre: the two differ by less in France. */
export function degreesOfLambert93(x: number, y: number): Point {
  const [dx, dy] = [x - POLE.x, POLE.y - y]
  const gamma = Math.atan2(dx, dy)
  const isometrique = -Math.log(Math.hypot(dx, dy) / CONSTANTE) / EXPOSANT
  const lon = MERIDIEN + (gamma / EXPOSANT) * (180 / Math.PI)
  return { lat: Number(latitudeOf(isometrique).toFixed(6)), lon: Number(lon.toFixed(6)) }
}

/** The latitude, in degrees, of an isometric latitude: each turn brings it some 150 times nearer. */
function latitudeOf(isometrique: number): number {
  let phi = 2 * Math.atan(Math.exp(isometrique)) - Math.PI / 2
  for (let turn = 0; turn < 8; turn += 1) {
    const sinus = EXCENTRICITE * Math.sin(phi)
    const correction = ((1 + sinus) / (1 - sinus)) ** (EXCENTRICITE / 2)
    phi = 2 * Math.atan(correction * Math.exp(isometrique)) - Math.PI / 2
  }
  return (phi * 180) / Math.PI
}
