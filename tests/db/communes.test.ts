import { expect, test } from 'vitest'
import { searchCommunes } from '#db/communes.server.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const db = paysSitue()
const names = (q: string) => searchCommunes(db, q).map(({ nom }) => nom)

test.each([
  ['gueret', ['Guéret']],
  ['GUÉRET', ['Guéret']],
  ['évaux les b', ['Évaux-les-Bains']],
  ['bains', ['Évaux-les-Bains']],
  ['st denis', ['Saint-Denis']],
  ['St-Denis', ['Saint-Denis']],
  // By population.
  ['saint', ['Saint-Denis', 'Saint-Paul']],
  ['974', ['Saint-Denis', 'Saint-Paul']],
  ['23200', ['Aubusson']],
  ['23', ['Guéret', 'Aubusson', 'Évaux-les-Bains']],
  ['Aubusson (23200)', ['Aubusson']],
  ['48000 Guéret', []],
  ['Paris 13e arrondissement', ['Paris']],
  ['xyz', []],
])('"%s" finds %j', (q, expected) => {
  expect(names(q)).toEqual(expected)
})

test('the most populated comes first, and no more than asked', () => {
  expect(searchCommunes(db, 'p', 1).map(({ nom }) => nom)).toEqual(['Paris'])
  expect(searchCommunes(db, 's', 10).map(({ nom }) => nom)).toEqual(['Saint-Denis', 'Saint-Paul'])
})

test.each([
  '',
  ' ',
  'NEAR(gueret paris)',
  'gueret OR paris',
  'gueret AND',
  'NOT',
  '"',
  "'; drop table commune; --",
  'nom : paris',
  '^paris* x',
  '(',
  '🙂',
  '\u0000',
  '\ud800',
  '%_',
  'é'.repeat(10_000),
  'a '.repeat(5_000),
  '"'.repeat(10_000),
  'saint '.repeat(2_000),
])('the search for %j never fails', (q) => {
  expect(searchCommunes(db, q).length).toBeLessThan(3)
})
