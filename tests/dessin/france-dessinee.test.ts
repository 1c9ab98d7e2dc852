import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bornesOf } from '#app/dessin/france-dessinee.tsx'

test.each([
  ['four quarters', [1, 2, 3, 4, 5, 6, 7, 8], [1, 3, 5, 7]],
  ['departments without a place do not count', [0, 0, 0, 5], [5]],
  ['equal numbers make one shade', [3, 3, 3, 3], [3]],
  ['no place at all', [0, 0], []],
])('%s', (_, nombres, bornes) => {
  expect(bornesOf(nombres)).toEqual(bornes)
})

test('bounds rise, and every number that is not zero is at or above the first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500)), (nombres) => {
      const bornes = bornesOf(nombres)
      expect(bornes.every((borne, rang) => rang === 0 || borne > (bornes[rang - 1] ?? 0))).toBe(true)
      expect(nombres.filter((nombre) => nombre > 0).every((nombre) => nombre >= (bornes[0] ?? 0))).toBe(true)
    }),
  )
})
