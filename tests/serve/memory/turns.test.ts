import { setImmediate as nextRound } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createTurns } from '#scripts/serve/memory/turns.ts'

test('works begin in the order in which they came, so many at once and no more', async () => {
  const turns = createTurns(2)
  const begun: number[] = []
  let [running, most] = [0, 0]
  const work = (rank: number) =>
    turns.inTurn(async () => {
      begun.push(rank)
      running += 1
      most = Math.max(most, running)
      await nextRound()
      running -= 1
      return rank
    })
  const all = Array.from({ length: 20 }, (_, rank) => rank)
  expect(await Promise.all(all.map(work))).toEqual(all)
  expect([begun, most]).toEqual([all, 2])
})

test('between two works, what else has come is heard', async () => {
  const turns = createTurns(1)
  let rounds = 0
  const counting = setInterval(() => undefined, 1000)
  const count = () => {
    rounds += 1
    if (counting.hasRef()) setImmediate(count)
  }
  setImmediate(count)
  // Nothing of what these do waits for the system.
  await Promise.all(Array.from({ length: 10 }, () => turns.inTurn(async () => Promise.resolve())))
  counting.unref()
  clearInterval(counting)
  expect(rounds).toBeGreaterThanOrEqual(9)
})

test('a work that fails says so, and gives its turn to the next', async () => {
  const turns = createTurns(1)
  const failed = turns.inTurn(() => Promise.reject(new Error('raté')))
  const next = turns.inTurn(async () => 'fait')
  await expect(failed).rejects.toThrow('raté')
  expect(await next).toBe('fait')
})

test('it is idle when nothing runs and nothing waits', async () => {
  const turns = createTurns(1)
  expect(turns.isIdle()).toBe(true)
  const works = Promise.all([turns.inTurn(() => nextRound()), turns.inTurn(() => nextRound())])
  expect(turns.isIdle()).toBe(false)
  await works
  // Whoever knocked meanwhile is let in first.
  for (let round = 0; round < 8; round += 1) await nextRound()
  expect(turns.isIdle()).toBe(true)
})
