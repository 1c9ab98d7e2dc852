import { expect, test } from 'vitest'
import { departementsDeTerre, memeTerre, terreOf } from '#app/domain/territoires/terre.ts'

test.each([
  ['23', 'Hexagone'],
  ['2A', 'Corse'],
  ['2B', 'Corse'],
  ['974', '974'],
  ['987', '987'],
])('%s lies on %s', (departement, terre) => {
  expect(terreOf(departement)).toBe(terre)
})

test.each([
  ['23', '75', true],
  ['2A', '2B', true],
  ['2A', '06', false],
  ['971', '978', false],
  ['974', '974', true],
])('from %s to %s there is no sea: %s', (un, autre, expected) => {
  expect([memeTerre(un, autre), memeTerre(autre, un)]).toEqual([expected, expected])
})

test('a land beyond the sea is few enough departments to be named, the mainland is not', () => {
  expect(['2B', '974', '23'].map(departementsDeTerre)).toEqual([['2A', '2B'], ['974'], []])
})
