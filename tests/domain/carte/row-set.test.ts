import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeSelection, encodeSelection } from '#app/domain/carte/row-set.ts'

const numeros = fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 400 })

test('a selection is read back as it was written', () => {
  fc.assert(
    fc.property(numeros, fc.array(fc.integer({ min: 0, max: 30_010 })), (chosen, asked) => {
      const expected = new Set(chosen)
      const selection = decodeSelection(encodeSelection(chosen))
      expect(selection.size).toBe(expected.size)
      for (const numero of [...chosen, ...asked]) expect(selection.has(numero)).toBe(expected.has(numero))
    }),
  )
})

test('a dense selection too', () => {
  const odd = Array.from({ length: 10_000 }, (_, rank) => rank * 2 + 1)
  const selection = decodeSelection(encodeSelection(odd))
  expect(selection.size).toBe(10_000)
  expect([selection.has(0), selection.has(1), selection.has(19_999), selection.has(20_001)]).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('nothing chosen is the empty text', () => {
  expect(encodeSelection([])).toBe('')
  expect(decodeSelection('').has(0)).toBe(false)
  expect(decodeSelection('').size).toBe(0)
})

test.each([
  { what: 'everything, as one run', chosen: Array.from({ length: 20_000 }, (_, rank) => rank + 1), atMost: 12 },
  { what: 'one in two, as a bitmap', chosen: Array.from({ length: 10_000 }, (_, rank) => rank * 2), atMost: 3_400 },
  { what: 'one number far away', chosen: [2_000_000_000], atMost: 12 },
])('$what is short', ({ chosen, atMost }) => {
  expect(encodeSelection(chosen).length).toBeLessThanOrEqual(atMost)
})

test('the order and the repetitions change nothing', () => {
  expect(encodeSelection([5, 3, 3, 9])).toBe(encodeSelection([3, 5, 9]))
})

test.each([-1, 1.5, Number.NaN, 2 ** 31])('%s is no row number', (numero) => {
  expect(() => encodeSelection([numero])).toThrow(RangeError)
})

test.each(['x', 'zAAA', 'rgA=='])('"%s" is no selection', (text) => {
  expect(() => decodeSelection(text)).toThrow()
})
