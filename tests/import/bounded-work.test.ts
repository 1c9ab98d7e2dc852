import { expect, test } from 'vitest'
import { readBounded } from '#scripts/import/build/bounded-work.ts'

const SLOW = 'slow'

test('once slow rows have cost what an import may spend on them, each is tried once, and the others are kept', () => {
  const rows = Array.from({ length: 16 }, (_, i) => ({ i, kind: i % 4 === 0 ? SLOW : 'sound' }))
  const begun = new Map<number, number>()
  const read = ({ i, kind }: (typeof rows)[number]) => {
    begun.set(i, (begun.get(i) ?? 0) + 1)
    // A slow row never ends by itself.
    while (kind === SLOW);
    return `read ${i}`
  }
  const depense = { ms: 0 }
  const limits = { batchMs: 20, rowMs: 800, totalMs: 100, depense }
  expect(readBounded(rows, read, ({ i }) => `given up ${i}`, limits)).toEqual(
    rows.map(({ i, kind }) => (kind === SLOW ? `given up ${i}` : `read ${i}`)),
  )
  // The first: in its batch, then twice by itself. The others, by themselves alone.
  expect(rows.filter(({ kind }) => kind === SLOW).map(({ i }) => begun.get(i))).toEqual([3, 1, 1, 1])
  expect(depense.ms).toBeGreaterThan(100)
})
