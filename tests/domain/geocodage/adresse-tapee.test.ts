import { expect, test } from 'vitest'
import { looksLikeAddress } from '#app/domain/geocodage/adresse-tapee.ts'

test.each([
  '8 boulevard du Port',
  '8 bd du port 95000 cergy',
  '12bis rue Neuve',
  '12 bis, rue Neuve',
  'rue de la République',
  'Av. Jean Jaurès, Lyon',
  'PLACE BONNYAUD',
  'lieu-dit le Moulin',
  'ZA des Champs',
  '3 le Bourg',
])('"%s" may be an address', (text) => {
  expect(looksLikeAddress(text)).toBe(true)
})

test.each([
  '',
  '🙂',
  'Prades',
  '66500',
  '66500 Prades',
  'Prades 66500',
  'Saint-Étienne',
  'Rue',
  'Rue (80120)',
  'Médiathèque de Prades',
  'Rueil-Malmaison',
  'Placé',
  '12 a',
  '1234567 890',
  '"; drop table commune; --',
  'x'.repeat(10_000),
])('"%.40s" is none', (text) => {
  expect(looksLikeAddress(text)).toBe(false)
})
