import { expect, test } from 'vitest'
import { leEpci } from '#app/domain/territoires/epci-nom.ts'

test.each([
  ['CA du Pays Basque', 'La communauté d’agglomération du Pays Basque'],
  ['CC Creuse Confluence', 'La communauté de communes Creuse Confluence'],
  ['CU d’Alençon', 'La communauté urbaine d’Alençon'],
  ['Métropole de Lyon', 'Métropole de Lyon'],
  ['Toulouse Métropole', 'Toulouse Métropole'],
])('%s begins a sentence as "%s"', (nom, sujet) => {
  expect(leEpci(nom)).toBe(sujet)
})
