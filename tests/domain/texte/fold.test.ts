import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMUNE_NAME_OPERATIONS, fold, foldCommune } from '#app/domain/texte/fold.ts'

test.each([
  ["L'Haÿ-les-Roses", 'l hay les roses'],
  ['L’HAŸ LES ROSES', 'l hay les roses'],
  ['Cœur — d’Æ', 'coeur d ae'],
  ['  --  ', ''],
])('%j folds to %j', (text, expected) => {
  expect(fold(text)).toBe(expected)
})

test('folding twice is folding once', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
})

test.each([
  ['ST ETIENNE CEDEX 2', 'Saint-Étienne'],
  ['SAINT-ETIENNE CEDEX', 'Saint-Étienne'],
  ['STE FOY LES LYON', 'Sainte-Foy-lès-Lyon'],
  ['MARSEILLE 11', 'Marseille'],
  ['Paris 1er', 'Paris'],
  ['Lyon 3e Arrondissement', 'Lyon'],
  ['PARIS 12EME', 'Paris'],
  ['BOURG ST MAURICE', 'Bourg-Saint-Maurice'],
  ['CHALON S/ SAONE', 'Chalon-sur-Saône'],
  ['VILLENEUVE ST GEORGES', 'Villeneuve-Saint-Georges'],
])('%s is %s', (published, official) => {
  expect(foldCommune(published)).toBe(foldCommune(official))
})

test.each([
  ['Saintes', 'Sainte'],
  ['Lyons-la-Forêt', 'Lyon'],
  ['Parisot', 'Paris'],
])('%s is not %s', (a, b) => {
  expect(foldCommune(a)).not.toBe(foldCommune(b))
})

test('operations on names have names of their own', () => {
  expect(new Set(COMMUNE_NAME_OPERATIONS.map(({ name }) => name)).size).toBe(COMMUNE_NAME_OPERATIONS.length)
})
