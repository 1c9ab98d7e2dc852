import { describe, expect, test } from 'vitest'
import { NOM_RETIRE, withoutPersons } from '#app/lecture/normalise/noms.ts'

const LIMOUX = { commune: 'Limoux', adresse: '1 rue des Exemples' }
type Cells = Record<string, string>

describe('a place that is called as a person is', () => {
  test.each([
    'Jean EXEMPLEUX',
    'Jeanne Exempleux',
    'JEANNE EXEMPLEUX',
    'Jeanne EXEMPLEUX-VIRNOT',
    'EXEMPLEUX Jeanne',
    'Marie-Claude Exempleux',
    'Jeanne Martin',
    'Mr Exempleux',
    'M EXEMPLEUX',
    'M Jean Exempleux',
    'Dr Exempleux',
    'Dr. Jeanne Exempleux',
    'Docteur Jeanne Exempleux',
  ])('%s', (nom) => {
    expect(withoutPersons(nom, 'nom', { ...LIMOUX, nom })).toBe(NOM_RETIRE)
  })

  test.each<[text: string, cells?: Cells]>([
    ['Louise Michel'],
    ['Jean Jaurès'],
    ['Paul Doumer'],
    ['Césaria Évora'],
    ['PAUL VAILLANT-COUTURIER'],
    ['Saint Martin'],
    ['Pierre Bénite'],
    ['Jeanne LIMOUX'],
    ['Jeanne'],
    ['Lou Exemplette'],
    ['Nova Mêlée'],
    ['Sophia cloud'],
    ['ADJ MARCEAU'],
    ['MDSI ALBERT'],
    ['Marie et Alphonse'],
    ['Docteur Ordinateur'],
    ['MR BEAUSEJOUR'],
    ['M.270'],
    ['Labo M'],
    ['Tiers lieu M - Fabrique de territoire'],
    ['Médiathèque Dr. Jeanne Exempleux'],
    ['Maison Pour Tous M.Exempleux'],
    ['Jeanne Exempleux', { typologie: 'BIB' }],
    ['Jeanne Exempleux', { typologie: 'Bibliothèque / Médiathèque' }],
    ['Jeanne Exempleux', { structure_parente: 'Commune de Limoux' }],
    ['Jeanne Exempleux', { adresse: '2 rue Jeanne Exempleux' }],
    ['Jeanne Exempleux', { courriels: 'mediatheque@exemple.example' }],
    ['Jeanne EXEMPLEUX', { type: 'publique', postes: '2' }],
  ])('not %s %j', (nom, cells = {}) => {
    expect(withoutPersons(nom, 'nom', { ...LIMOUX, nom, ...cells })).toBe(nom)
  })
})

describe('a person in the name of a place', () => {
  test.each([
    ['Permanence de Jeanne Exempleux', 'Permanence'],
    ['Permanence d’Annie Exempleux', 'Permanence'],
    ['Permanence de la conseillère numérique Jeanne Exempleux', 'Permanence de la conseillère numérique'],
    ['Conseiller numérique Jean EXEMPLEUX', 'Conseiller numérique'],
    ['Jeanne EXEMPLEUX CNFS Mairie de Limoux', 'CNFS Mairie de Limoux'],
    ['Jeanne Exempleux, conseillère numérique', 'conseillère numérique'],
    ['Jeanne Exempleux - Limoux', 'Limoux'],
    ['Mairie de Limoux - Mr Exempleux', 'Mairie de Limoux'],
    ['Mairie de Limoux c/o Jeanne Exempleux', 'Mairie de Limoux'],
    ['Mairie de Limoux, chez M Exempleux', 'Mairie de Limoux'],
    ['EPN chez Jeanne Exempleux', 'EPN'],
    ['Mairie de Limoux - Dr Exempleux', 'Mairie de Limoux'],
    ['Cabinet du Dr Exempleux', 'Cabinet'],
  ])('%s: %s', (nom, expected) => {
    expect(withoutPersons(nom, 'nom', { ...LIMOUX, nom })).toBe(expected)
  })

  test.each([
    'Permanence de Saint-Vaast-la-Hougue',
    'Mutualité Sociale Agricole - permanence de BEDARIEUX',
    'Permanence de la Mairie de Saint-Martin',
    'Espace Jeunes - Jeanne Exempleux',
    'Jeanne Exempleux - Espace jeunes',
    'EPN chez Eustache',
    'Café citoyen "Chez Amande and Co"',
    'Café c/o Emmaüs Exemple',
    'CHRS POINT NUIT M plurielles INSERTION',
    '49 MR ABRI PROVIDENCE Elsa Triolet 49000 Angers',
    'Hôpital docteur de Exempleux - Limoux',
    'Maison de santé du Dr Jeanne Exempleux',
  ])('not in %s', (nom) => {
    expect(withoutPersons(nom, 'nom', { ...LIMOUX, nom })).toBe(nom)
  })
})

describe('a person in an address', () => {
  test.each([
    ['PL DES EXEMPLES M. LE VIRNOT JEAN 29000 QUIMPER', 'PL DES EXEMPLES 29000 QUIMPER'],
    ['12 rue des Exemples, Mme de Exempleux', '12 rue des Exemples'],
    ['12 rue des Exemples c/o Mme Exempleux', '12 rue des Exemples'],
    ['12 RUE DES EXEMPLES C/O JEANNE EXEMPLEUX 11300 LIMOUX', '12 RUE DES EXEMPLES 11300 LIMOUX'],
    ['12 rue des Exemples, Dr Exempleux', '12 rue des Exemples'],
  ])('%s: %s', (adresse, expected) => {
    expect(withoutPersons(adresse, 'adresse', LIMOUX)).toBe(expected)
  })

  test.each([
    '89 RTE DES EXEMPLES C/O LEXEMPLE-PONT 06300 NICE',
    '12 rue des Exemples c/o Mairie de Limoux',
    '12 rue du Docteur Exempleux',
    '12, Rue Dr Exempleux',
    '12 Place du Dr Jeanne Exempleux',
    'Espace Dr Exempleux',
    'Mairie, place du Dr Exempleux',
    '2 rue de la Grande Mademoiselle',
    '12 rue des Exemples, Mme la Présidente',
    'CENTRE SOCIAL M S A',
    '12 rue Jean Jaurès, bâtiment M Jean Moulin',
  ])('not in %s', (adresse) => {
    expect(withoutPersons(adresse, 'adresse', LIMOUX)).toBe(adresse)
  })
})
