import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suitesOf } from '#app/pages/accueil/liste.server.ts'

test.each([
  [[120, 60], [1, 3], 4],
  [[50, 50], [1, 1], 1],
  [[51, 0, 2], [1, 2, 2], 2],
  [[0, 0], [1, 1], 1],
])('%j fifty a page', (totals, debuts, pages) => {
  expect(suitesOf(totals, 50)).toEqual({ debuts, pages })
})

test('page after page every row of every list is shown once, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(130), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 50 }),
      (totals, parPage) => {
        const { debuts, pages } = suitesOf(totals, parPage)
        const seen: string[] = []
        for (let page = 1; page <= pages; page += 1) {
          for (const [list, total] of totals.entries()) {
            const from = (page - (debuts[list] as number)) * parPage
            for (let row = Math.max(0, from); from >= 0 && row < Math.min(total, from + parPage); row += 1)
              seen.push(`${list}:${row}`)
          }
        }
        expect(seen).toEqual(
          totals.flatMap((total, list) => Array.from({ length: total }, (_, row) => `${list}:${row}`)),
        )
      },
    ),
  )
})
