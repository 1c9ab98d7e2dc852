import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startFiches } from '#app/lecture/compact-records.ts'

const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/\s/g, ' '))

test('records are found again by each of their keys, as a map finds them, until they are forgotten', () => {
  const record = fc.tuple(line, line, line)
  const forgotten = fc.array(fc.nat(), { maxLength: 20 })
  fc.assert(
    fc.property(fc.array(record, { maxLength: 3000 }), forgotten, line, (records, some, absent) => {
      const fiches = startFiches(2, ([name, town]) => [name as string, `${town}!`])
      const kept = new Map<number, readonly string[]>()
      for (const one of records) {
        if (one[0] !== '' && fiches.find(0, one[0]) >= 0) continue
        kept.set(fiches.add(one), one)
      }
      for (const rank of some) {
        fiches.forget(rank)
        kept.delete(rank)
      }
      expect([...fiches.ranks()]).toEqual([...kept.keys()])
      const firstOf = (holds: (record: readonly string[]) => boolean) =>
        [...kept].find(([, one]) => holds(one))?.[0] ?? -1
      for (const [rank, one] of kept) {
        expect(fiches.at(rank)).toEqual(one)
        if (one[0] !== '') expect(fiches.find(0, one[0] as string)).toBe(rank)
        expect(fiches.find(1, `${one[1]}!`)).toBe(firstOf(([, town]) => town === one[1]))
      }
      expect(fiches.find(0, `${absent}?`)).toBe(firstOf(([name]) => name === `${absent}?`))
    }),
    { numRuns: 30 },
  )
})

test('thousands of records are found again, and those alone', () => {
  const fiches = startFiches(1, (texts) => texts)
  const names = Array.from({ length: 5000 }, (_, i) => `Lieu ${i}`)
  for (const name of names) fiches.add([name, 'rue du Test'])
  expect(names.map((name) => fiches.find(0, name))).toEqual([...names.keys()])
  expect(['Lieu 5000', 'Lieu', ''].map((name) => fiches.find(0, name))).toEqual([-1, -1, -1])
})

test('a record longer than a block is kept whole, and those after it too', () => {
  const fiches = startFiches(1, (texts) => texts)
  const long = 'é'.repeat(1_500_000)
  const ranks = ['a', long, 'b'].map((text) => fiches.add([text, 'x']))
  expect(ranks.map((rank) => fiches.at(rank)[0])).toEqual(['a', long, 'b'])
  expect([fiches.find(0, long), fiches.find(0, 'b')]).toEqual([1, 2])
})
