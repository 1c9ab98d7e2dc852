import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceKm, type Point } from '#app/domain/distance/distance.ts'

const PARIS = { lat: 48.8566, lon: 2.3522 }
const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})

/** The angle between the two directions from the Earth's centre, another way than haversine. */
function byVectors(a: Point, b: Point): number {
  const vector = ({ lat, lon }: Point) => {
    const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const
  }
  const [u, v] = [vector(a), vector(b)]
  const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
  return 6371.0088 * Math.atan2(Math.hypot(...cross), u[0] * v[0] + u[1] * v[1] + u[2] * v[2])
}

test('a degree of latitude is a 360th of the meridian', () => {
  expect(distanceKm({ lat: 45, lon: 3 }, { lat: 46, lon: 3 })).toBeCloseTo((2 * Math.PI * 6371.0088) / 360, 6)
})

test('Paris to Marseille is 660 km, to Saint-Denis de La Réunion 9,340', () => {
  expect(distanceKm(PARIS, { lat: 43.2965, lon: 5.3698 })).toBeCloseTo(660, -1)
  expect(Math.abs(distanceKm(PARIS, { lat: -20.8789, lon: 55.4481 }) - 9340)).toBeLessThan(50)
})

test('any two points, either way, by haversine and by vectors', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(distanceKm(a, b)).toBeCloseTo(byVectors(a, b), 3)
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6)
    }),
  )
})
