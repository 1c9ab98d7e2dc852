import { expect, test } from 'vitest'
import { pointInterieur } from '#app/dessin/point-interieur.server.ts'

test('in a square, the middle', () => {
  const square = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ] as const
  expect(pointInterieur(square)).toEqual([5, 5])
})

test('in a shape bent like an L, a point inside, where a centroid would fall out', () => {
  const bent = [
    [0, 0],
    [2, 0],
    [2, 8],
    [10, 8],
    [10, 10],
    [0, 10],
  ] as const
  const [x, y] = pointInterieur(bent)
  expect(x < 2 || y > 8).toBe(true)
})

test('a shape without width gives one of its points', () => {
  expect(
    pointInterieur([
      [3, 4],
      [3, 4],
    ]),
  ).toEqual([3, 4])
})
