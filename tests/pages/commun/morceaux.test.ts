import { expect, test } from 'vitest'
import { answerMorceaux } from '#app/pages/commun/morceaux.server.ts'

test('between two pieces of a long answer, something else is answered', async () => {
  const seen: string[] = []
  function* pieces() {
    for (const piece of ['a', 'b', 'c']) {
      seen.push(piece)
      setImmediate(() => seen.push(`after ${piece}`))
      yield piece
    }
  }
  expect(await answerMorceaux(pieces(), {}).text()).toBe('abc')
  expect(seen.indexOf('after a')).toBeLessThan(seen.indexOf('c'))
})

test('whoever leaves before the end stops the work', async () => {
  let made = 0
  let ended = false
  function* pieces() {
    try {
      for (;;) {
        made += 1
        yield 'x'
      }
    } finally {
      ended = true
    }
  }
  const reader = answerMorceaux(pieces(), {}).body?.getReader()
  await reader?.read()
  await reader?.cancel()
  expect([ended, made < 5]).toEqual([true, true])
})
