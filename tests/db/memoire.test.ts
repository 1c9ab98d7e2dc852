import { expect, test } from 'vitest'
import type { Db } from '#db/connect.server.ts'
import { remember, rememberChoice } from '#db/memoire.server.ts'
import { databaseOf, insertLieux, lieuRow } from '#tests/support/database.ts'

test('what a database says is computed once, and again when it is written', () => {
  const db = databaseOf()
  let made = 0
  const count = () => ++made
  expect([remember(db, count), remember(db, count), remember(databaseOf(), count)]).toEqual([1, 1, 2])
  insertLieux(db, [lieuRow({ numero: 1, departementCode: '23' })])
  expect([remember(db, count), remember(db, count)]).toEqual([3, 3])
})

test('each of the last choices is computed once, whatever object says it', () => {
  const db = databaseOf()
  const made: number[] = []
  const square = (_: Db, { cote }: { cote: number }) => {
    made.push(cote)
    return cote * cote
  }
  const asked = [3, 4, 3, 4].map((cote) => rememberChoice(db, { cote }, square))
  expect([asked, made]).toEqual([
    [9, 16, 9, 16],
    [3, 4],
  ])
  for (let cote = 10; cote < 18; cote += 1) rememberChoice(db, { cote }, square)
  rememberChoice(db, { cote: 3 }, square)
  expect(made.filter((cote) => cote === 3)).toEqual([3, 3])
  insertLieux(db, [lieuRow({ numero: 1, departementCode: '23' })])
  expect(rememberChoice(db, { cote: 3 }, square)).toBe(9)
  expect(made.at(-1)).toBe(3)
})
