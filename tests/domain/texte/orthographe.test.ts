import { expect, test } from 'vitest'
import { BESOINS } from '#app/domain/besoins/besoins.ts'
import { readBesoin } from '#app/domain/besoins/mots.ts'
import { motsOf, sonOf } from '#app/domain/territoires/toponymes.ts'
import { ecartDe } from '#app/domain/texte/orthographe.ts'

test.each([
  ['prades', 'prades', 0],
  ['prades', 'pradez', 1],
  ['prades', 'prade', 1],
  ['prades', 'parades', 1],
  ['prades', 'rpades', 1],
  ['aurillac', 'aurlilac', 1],
  ['aurillac', 'orillac', 2],
  ['toulouse', 'tuolosue', 2],
  ['nice', 'brest', 3],
  // Not one swap and one letter between: optimal string alignment, not Damerau.
  ['ca', 'abc', 3],
])('%s and %s are %i apart', (a, b, expected) => {
  expect(ecartDe(a, b, 2)).toBe(expected)
  expect(ecartDe(b, a, 2)).toBe(expected)
})

test.each([
  ['Aurillac', 'orillac'],
  ['Toulouse', 'toulouze'],
  ['Bordeaux', 'bordeau'],
  ['Mulhouse', 'mulouse'],
  ['Besançon', 'besanson'],
  ['Nice', 'nisse'],
  ['Lyon', 'lion'],
])('%s sounds as %s', (nom, typed) => {
  expect(sonOf(typed)).toBe(sonOf(nom))
})

test.each([
  ['Brest', 'Brie'],
  ['Nantes', 'Nancy'],
  ['Tours', 'Tarbes'],
])('%s does not sound as %s', (a, b) => {
  expect(sonOf(a)).not.toBe(sonOf(b))
})

test.each([
  ['St-Malo', 'saint malo'],
  ['STE MARIE', 'sainte marie'],
  ['Villiers s/ Marne', 'villiers sur marne'],
  ['clermont-fd', 'clermont ferrand'],
  ['Rosny ss Bois', 'rosny sous bois'],
  ['st', 'st'],
])('"%s" is written "%s" in full', (typed, expected) => {
  expect(motsOf(typed)).toBe(expected)
})

test('every need is named by some word, and keys are those of the needs', () => {
  const cles = 'caf,ordinateur,ameli,arnaques,cv,pronote,wifi,pc pas cher,photos'
    .split(',')
    .map((q) => readBesoin(q)?.cle)
  expect([...new Set(cles)].sort()).toEqual(BESOINS.map(({ cle }) => cle).sort())
})
