import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceKm } from '#app/domain/distance.ts'
import { nearestOf, nearestOnes } from '#app/domain/distance-proche.ts'

const degrees = (max: number) => fc.integer({ min: -max * 1000, max: max * 1000 }).map((milli) => milli / 1000)
const point = fc.record({ lat: degrees(90), lon: degrees(180) })
const places = fc
  .array(point, { minLength: 1, maxLength: 60 })
  .map((points) => points.map((one, rang) => ({ ...one, numero: rang })).sort((a, b) => a.lat - b.lat))

test('the nearest places are those that measuring them all finds, anywhere on the globe', () => {
  fc.assert(
    fc.property(places, point, fc.integer({ min: 1, max: 8 }), (all, from, count) => {
      const measured = all
        .map((place) => ({ place, km: distanceKm(from, place) }))
        .sort((a, b) => a.km - b.km || a.place.numero - b.place.numero)
      expect(nearestOnes(all, from, count)).toEqual(measured.slice(0, count))
      expect(nearestOf(all, from)).toEqual(measured[0])
    }),
    { numRuns: 1000 },
  )
})

test('across the line where the date changes, a place is near', () => {
  const all = [
    { numero: 1, lat: -14.3, lon: 179.9 },
    { numero: 2, lat: -14.3, lon: -170 },
  ]
  expect(nearestOf(all, { lat: -14.3, lon: -179.9 })?.place.numero).toBe(1)
})

test('without any place there is no nearest one', () => {
  expect(nearestOf([], { lat: 46, lon: 2 })).toBeNull()
})
