import { brotliCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePoints, encodePoints, type MapPoint, OBJETS, sortMorton } from '#app/domain/carte/points.ts'
import { clusteredPoints } from '#tests/components/map/clustered-points.ts'

const point = fc.record(
  {
    objet: fc.constantFrom(...OBJETS),
    numero: fc.integer({ min: 0, max: 1_000_000 }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    approximate: fc.boolean(),
    postes: fc.integer({ min: 0, max: 60 }),
  },
  { requiredKeys: ['objet', 'numero', 'lat', 'lon', 'approximate'] },
)

/** The same points, to five decimals, in an order that depends on nothing but their text. */
function tidy(points: readonly MapPoint[]): string[] {
  return points
    .map(({ objet, numero, lat, lon, approximate, postes }) =>
      [objet, numero, (lat + 0).toFixed(5), (lon + 0).toFixed(5), approximate, postes]
        .join(' ')
        .replaceAll('-0.00000', '0.00000'),
    )
    .sort()
}

test('points are read back as they were written, to a metre', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), (points) => {
      const rounded = points.map((own) => ({
        ...own,
        lat: Math.round(own.lat * 1e5) / 1e5,
        lon: Math.round(own.lon * 1e5) / 1e5,
      }))
      expect(tidy(decodePoints(encodePoints(points)))).toEqual(tidy(rounded))
    }),
  )
})

test('writing what was read gives the same text, whatever the order of the points', () => {
  fc.assert(
    fc.property(fc.uniqueArray(point, { maxLength: 60, selector: (own) => `${own.objet}${own.numero}` }), (points) => {
      const text = encodePoints(points)
      expect(encodePoints(decodePoints(text))).toBe(text)
      expect(encodePoints([...points].reverse())).toBe(text)
    }),
  )
})

test('the curve visits a square quarter by quarter', () => {
  // Built the long way: the bits of the two coordinates in turn.
  function interleaved({ lat, lon }: { lat: number; lon: number }): bigint {
    const [y, x] = [BigInt(Math.round(lat * 1e5) + 90e5), BigInt(Math.round(lon * 1e5) + 180e5)]
    let code = 0n
    for (let bit = 26n; bit >= 0n; bit -= 1n) code = (code << 2n) | (((x >> bit) & 1n) << 1n) | ((y >> bit) & 1n)
    return code
  }
  fc.assert(
    fc.property(point, point, (a, b) => {
      const [left, right] = [interleaved(a), interleaved(b)]
      if (left === right) return
      const units = (degrees: number) => Math.round(degrees * 1e5)
      const both = { numero: [1, 2], lat: [units(a.lat), units(b.lat)], lon: [units(a.lon), units(b.lon)] }
      expect([...sortMorton(both)]).toEqual(left < right ? [0, 1] : [1, 0])
    }),
  )
})

test.each([
  { total: 4_000, budget: 31_000 },
  { total: 20_000, budget: 153_000 },
])('$total points weigh at most $budget bytes', ({ total, budget }) => {
  const points = clusteredPoints({ lieux: total, structures: 0, seed: 7 })
  expect(brotliCompressSync(encodePoints(points)).length).toBeLessThanOrEqual(budget)
})

test('a coordinate that is no number is refused', () => {
  const points: MapPoint[] = [{ objet: 'lieu', numero: 1, lat: Number.NaN, lon: 2, approximate: false }]
  expect(() => encodePoints(points)).toThrow(RangeError)
})

test('a document of another version is refused', () => {
  expect(() => decodePoints('{"v":9,"couches":{}}')).toThrow('another version')
})
