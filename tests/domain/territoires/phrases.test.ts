import { expect, test } from 'vitest'
import { duDepartement, leDepartement } from '#app/domain/territoires/departement-nom.ts'
import { type ChiffresDits, phrasesTerritoire } from '#app/domain/territoires/phrases.ts'

const DATES = { lieux: '2022-07-06', structures: '2023-04-05', franceServices: null, recensement: '2023' }
const FRANCE: ChiffresDits = {
  population: 1_000_000,
  lieux: 39,
  'lieux-10000': 0.39,
  postes: 59,
  'postes-10000': 0.59,
  'a-10-km': 0.8,
  couvert: 1,
}
const dites = (given: Partial<ChiffresDits>) =>
  phrasesTerritoire({ nom: 'La Creuse' }, { ...FRANCE, ...given }, FRANCE, DATES)
    .join(' ')
    .replace(/\s/g, ' ')

test.each([
  [
    { lieux: 0, 'lieux-10000': 0 },
    'La Creuse compte 1 000 000 habitants (recensement de 2023) et aucun lieu d’accueil connu au 6 juillet 2022.',
  ],
  [{ lieux: 1, 'lieux-10000': 0.01 }, 'compte 1 lieu d’accueil connu au 6 juillet 2022 pour'],
  [
    { lieux: 200, 'lieux-10000': 2 },
    '200 lieux d’accueil connus au 6 juillet 2022 pour 1 000 000 habitants (recensement de 2023) : 2,00 pour 10 000 habitants, plus que',
  ],
  [{ 'lieux-10000': 0.38 }, '0,38 pour 10 000 habitants, moins que la moyenne nationale (0,39)'],
  [{ 'lieux-10000': 0.394 }, 'autant que la moyenne nationale (0,39)'],
  [{ population: null, 'lieux-10000': null }, 'La Creuse compte 39 lieux d’accueil connus au 6 juillet 2022.'],
  [{ 'a-10-km': 0.706 }, 'À vol d’oiseau, 70,6 % des habitants'],
  [{ 'a-10-km': 0.9999 }, 'plus de 99,9 % des habitants'],
  [{ 'a-10-km': 1 }, 'tous les habitants ont un lieu connu au 6 juillet 2022'],
  [{ couvert: 0.8 }, 'calcul sur 80,0 % de la population'],
  [{ postes: 1 }, '1 poste de conseiller numérique y est validé au 5 avril 2023'],
  [{ postes: 0 }, 'La liste des postes validés au 5 avril 2023 n’en compte aucun ici.'],
])('%o is said: %s', (given, sentence) => {
  expect(dites(given)).toContain(sentence)
})

test.each([
  ['23', 'Creuse', 'La Creuse', 'de la Creuse'],
  ['15', 'Cantal', 'Le Cantal', 'du Cantal'],
  ['01', 'Ain', 'L’Ain', 'de l’Ain'],
  ['40', 'Landes', 'Les Landes', 'des Landes'],
  ['79', 'Deux-Sèvres', 'Les Deux-Sèvres', 'des Deux-Sèvres'],
  ['75', 'Paris', 'Paris', 'de Paris'],
])('%s: %s takes its article', (code, nom, sujet, complement) => {
  expect(leDepartement({ code, nom })).toBe(sujet)
  expect(duDepartement({ code, nom })).toBe(complement)
})
