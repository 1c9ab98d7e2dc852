import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceKm } from '#app/domain/distance/distance.ts'
import { nearestOf, nearestOnes, situesOf } from '#app/domain/distance/proche.ts'

const degrees = (max: number) => fc.integer({ min: -max * 1000, max: max * 1000 }).map((milli) => milli / 1000)
const point = fc.record({ lat: degrees(90), lon: degrees(180) })
const places = fc
  .array(point, { minLength: 1, maxLength: 60 })
  .map((points) => points.map((one, rang) => ({ ...one, numero: rang })).sort((a, b) => a.lat - b.lat))

test('the nearest places are those that measuring them all finds, anywhere on the globe', () => {
  fc.assert(
    fc.property(places, point, fc.integer({ min: 1, max: 8 }), (all, from, count) => {
      const numeroOf = ({ rang }: { rang: number }) => all[rang]?.numero as number
      const measured = all
        .map((place, rang) => ({ rang, km: distanceKm(from, place) }))
        .sort((a, b) => a.km - b.km || numeroOf(a) - numeroOf(b))
      expect(nearestOnes(situesOf(all), from, count)).toEqual(measured.slice(0, count))
      expect(nearestOf(situesOf(all), from)).toEqual(measured[0])
    }),
    { numRuns: 1000 },
  )
})

test('across the line where the date changes, a place is near', () => {
  const all = [
    { numero: 1, lat: -14.3, lon: -170 },
    { numero: 2, lat: -14.3, lon: 179.9 },
  ]
  expect(nearestOf(situesOf(all), { lat: -14.3, lon: -179.9 })?.rang).toBe(1)
})

test('without any place there is no nearest one', () => {
  expect(nearestOf(situesOf([]), { lat: 46, lon: 2 })).toBeNull()
})
