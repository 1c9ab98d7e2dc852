import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom, drawRanks } from '#app/domain/scenarios/hasard.ts'

const graine = fc.integer({ min: 0, max: 999_999 })
const tirage = fc
  .integer({ min: 1, max: 300 })
  .chain((total) => fc.record({ total: fc.constant(total), nombre: fc.integer({ min: 0, max: total }), graine }))

/** mulberry32 in whole numbers without a bound, reduced at each step: another way to the same 32 bits. */
function* bigMulberry(seed: number): Generator<number> {
  const M = 2n ** 32n
  let state = BigInt(seed)
  while (true) {
    state = (state + 0x6d2b79f5n) % M
    let mixed = ((state ^ (state / 2n ** 15n)) * (state | 1n)) % M
    mixed ^= (mixed + (((mixed ^ (mixed / 2n ** 7n)) * (mixed | 61n)) % M)) % M
    yield Number(mixed ^ (mixed / 2n ** 14n)) / 2 ** 32
  }
}

test('the numbers are those of mulberry32, which anyone can compute again', () => {
  fc.assert(
    fc.property(graine, (seed) => {
      const [random, other] = [createRandom(seed), bigMulberry(seed)]
      for (let i = 0; i < 20; i += 1) expect(random()).toBe(other.next().value)
    }),
  )
})

test('a draw has exactly as many different ranks as asked, all in range, and the same for the same seed', () => {
  fc.assert(
    fc.property(tirage, ({ total, nombre, graine }) => {
      const rangs = drawRanks(total, nombre, graine)
      expect(rangs.length).toBe(nombre)
      expect(new Set(rangs).size).toBe(nombre)
      expect([...rangs].every((rang) => rang >= 0 && rang < total)).toBe(true)
      expect(drawRanks(total, nombre, graine)).toEqual(rangs)
    }),
  )
})

test('a longer draw of the same seed begins with the shorter one', () => {
  fc.assert(
    fc.property(tirage, ({ total, nombre, graine }) => {
      expect(drawRanks(total, total, graine).slice(0, nombre)).toEqual(drawRanks(total, nombre, graine))
    }),
  )
})

test('two seeds draw two sets', () => {
  expect(drawRanks(3925, 1200, 1)).not.toEqual(drawRanks(3925, 1200, 2))
})

test('each rank is drawn about as often as another: 10 of 40 over 4,000 seeds, within five standard deviations', () => {
  const times = new Array<number>(40).fill(0)
  for (let seed = 0; seed < 4000; seed += 1)
    for (const rang of drawRanks(40, 10, seed)) times[rang] = (times[rang] ?? 0) + 1
  const [mean, deviation] = [4000 / 4, Math.sqrt(4000 * (1 / 4) * (3 / 4))]
  expect(times.filter((one) => Math.abs(one - mean) > 5 * deviation)).toEqual([])
})
