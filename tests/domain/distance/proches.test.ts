import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstNearest, nearestFirst } from '#app/domain/filters/proches.ts'

const degree = (max: number) =>
  fc.oneof(fc.constant(Number.NaN), fc.constantFrom(0, 1, max), fc.double({ min: -max, max, noNaN: true }))
const places = fc.array(fc.record({ lat: degree(90), lon: degree(180) }), { maxLength: 60 })

test('the first of those nearest are the same, in the same order, as when all are put in order', () => {
  fc.assert(
    fc.property(
      places,
      fc.nat(20),
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.nat(),
      (all, count, lat, seed) => {
        const columns = { lat: Float64Array.from(all, (one) => one.lat), lon: Float64Array.from(all, (one) => one.lon) }
        // In any order: rows come from several lists put end to end.
        const rows = all.map((_, row) => row).sort((a, b) => ((a * 31 + seed) % 17) - ((b * 31 + seed) % 17))
        const point = { lat, lon: 2.5 }
        expect(firstNearest(columns, point, rows, count)).toEqual(nearestFirst(columns, point, rows).slice(0, count))
      },
    ),
    { numRuns: 2000 },
  )
})

test('of three places the two nearest to Prades, by their distances as read on a map', () => {
  // Perpignan (41 km), Foix (75 km), Paris (700 km).
  const columns = { lat: Float64Array.of(48.8566, 42.9639, 42.6887), lon: Float64Array.of(2.3522, 1.6054, 2.8948) }
  expect(firstNearest(columns, { lat: 42.6181, lon: 2.4219 }, [0, 1, 2], 2)).toEqual([2, 1])
})
