import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  communeOfArrondissement,
  departementOfCommune,
  isSiret,
  passesLuhn,
  readDepartementCode,
} from '#app/domain/territoires/codes.ts'

test.each([
  ['43493312300029', true],
  ['43493312300028', false],
  ['00000000000000', false],
  ['35600000000048', true],
  // A branch of La Poste: Luhn fails, its digits sum to 40.
  ['35600000036647', true],
  ['35600000036645', false],
  ['4349331230002', false],
  ['4349331230002a', false],
])('SIRET %s: %s', (siret, expected) => {
  expect(isSiret(siret)).toBe(expected)
})

test('changing one digit of a right number makes it wrong', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
      const digits = [...'43493312300029'].map(Number)
      digits[at] = ((digits[at] as number) + more) % 10
      expect(passesLuhn(digits.join(''))).toBe(false)
    }),
  )
})

test('the 45 arrondissements are those of Paris, Marseille and Lyon, and no other code is', () => {
  const found = Array.from({ length: 100_000 }, (_, i) => communeOfArrondissement(String(i).padStart(5, '0'))).filter(
    Boolean,
  )
  expect(found.filter((code) => code === '75056')).toHaveLength(20)
  expect(found.filter((code) => code === '13055')).toHaveLength(16)
  expect(found.filter((code) => code === '69123')).toHaveLength(9)
  expect(found).toHaveLength(45)
})

test.each([
  ['01001', '01'],
  ['2A004', '2A'],
  ['97411', '974'],
  ['97801', '978'],
  ['98818', '988'],
])('commune %s is in %s', (commune, departement) => {
  expect(departementOfCommune(commune)).toBe(departement)
})

test.each([
  ['1', '01'],
  ['01', '01'],
  [' 2b ', '2B'],
  ['20', null],
  ['96', null],
  ['978', '978'],
  ['988', '988'],
  ['984', null],
  ['0', null],
  ['Ain', null],
])('department code %j → %j', (text, expected) => {
  expect(readDepartementCode(text)).toBe(expected)
})
