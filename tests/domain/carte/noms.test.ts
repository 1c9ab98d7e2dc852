import { expect, test } from 'vitest'
import { boundsOfSquare, NOMS_ZOOM, squaresOf } from '#app/domain/carte/noms.ts'
import { METROPOLE } from '#app/domain/territoires/cadres.ts'

test('from afar no town is named', () => {
  expect(squaresOf(METROPOLE.bounds, NOMS_ZOOM - 0.25)).toEqual([])
})

test('the square of Paris at level 9 is that of every map of tiles', () => {
  expect(squaresOf([48.85, 2.34, 48.86, 2.36], 11)).toEqual([{ z: 9, x: 259, y: 176 }])
})

test.each([7, 9.25, 11, 14, 18])('at zoom %s the squares of a view hold the whole of it', (zoom) => {
  const half = 180 / 2 ** zoom
  const view = [45.2 - half, 2.3 - half, 45.2 + half, 2.3 + half] as const
  const squares = squaresOf(view, zoom)
  const bounds = squares.map(({ z, x, y }) => boundsOfSquare(z, x, y) ?? [0, 0, 0, 0])
  expect(Math.min(...bounds.map(([south]) => south))).toBeLessThanOrEqual(view[0])
  expect(Math.min(...bounds.map(([, west]) => west))).toBeLessThanOrEqual(view[1])
  expect(Math.max(...bounds.map(([, , north]) => north))).toBeGreaterThanOrEqual(view[2])
  expect(Math.max(...bounds.map(([, , , east]) => east))).toBeGreaterThanOrEqual(view[3])
  expect(squares.length).toBeLessThanOrEqual(6)
})

test('what is no square of the map has no bounds', () => {
  expect([boundsOfSquare(11, 0, 0), boundsOfSquare(3, 8, 0), boundsOfSquare(3, 0, 8)]).toEqual([null, null, null])
})
