import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'

test.each([
  ['COMMUNE DE LA COURNEUVE', 'La Courneuve', 'Commune de La Courneuve'],
  ['COMMUNE DE LES ANDELYS', null, 'Commune de Les Andelys'],
  ['COMMUNE DU HAVRE', 'Le Havre', 'Commune du Havre'],
  ["COMMUNE DE L'HERMENAULT", "L'Hermenault", "Commune de L'Hermenault"],
  ['COMMUNE DE SAINT-PARRES-LES-VAUDES', 'Saint-Parres-lès-Vaudes', 'Commune de Saint-Parres-les-Vaudes'],
  ['CCAS DE PEZENAS', 'Pézenas', 'CCAS de Pezenas'],
  ["CENTRE COMMUNAL D'ACTION SOCIALE", null, "Centre communal d'action sociale"],
  ['CTRE COM ACTION SOCIALE D ARLES', 'Arles', 'Ctre Com action sociale d’Arles'],
  ['LA LIGUE DE L ENSEIGNEMENT CHARENTE MARITIME', null, 'La Ligue de l’enseignement Charente Maritime'],
  ['MJC BREQUIGNY', 'Rennes', 'MJC Brequigny'],
  ['MISSION LOCALE - ANTENNE DE LENS', 'Lens', 'Mission locale - Antenne de Lens'],
  ['H7 (GROUPE SOS)', 'Lyon', 'H7 (Groupe SOS)'],
  ['LA C.L.E. VERGT', null, 'La C.L.E. Vergt'],
  ["CAFE DES AIDANTS LE P'TIT PRINCE", null, "Cafe des Aidants le P'tit Prince"],
  ['COLLEGE JEAN XXIII', null, 'College Jean XXIII'],
  ['MÉDIATHÈQUE ANNE-MARIE ALMERGE', null, 'Médiathèque Anne-Marie Almerge'],
  ['mairie sanchey', 'Sanchey', 'Mairie Sanchey'],
  ['espace 2eco', null, 'Espace 2eco'],
  ['@telier connecté udaf', null, '@telier Connecté UDAF'],
  ['11 bis', null, '11 bis'],
])('%s, in %s, is shown as %s', (nom, commune, montre) => {
  expect(nomDoux(nom, commune)).toBe(montre)
})

test.each([
  ['Maison de la Solidarité Départementale de MAURIAC', 'Mauriac', 'Maison de la Solidarité Départementale de Mauriac'],
  ["CENTRE COMMUNAL D'ACTION SOCIALE de CASTRIES", 'Castries', "Centre communal d'action sociale de Castries"],
  [
    'LE THILLOT : CENTRE DE PROXIMITE (semaines paires)',
    'Le Thillot',
    'Le Thillot : Centre de proximite (semaines paires)',
  ],
  ['Espace de la CAPI', 'Lyon', 'Espace de la CAPI'],
  ['Mairie d’EU', 'Eu', 'Mairie d’EU'],
  ['Médiathèque de Guéret', 'Guéret', 'Médiathèque de Guéret'],
])('of a name of both cases, only what is written in capitals and is a word changes: %s', (nom, commune, montre) => {
  expect(nomDoux(nom, commune)).toBe(montre)
})

test.each(['www.mediatheque-du-pays.fr', 'https://EXAMPLE.org/Lieu', 'CONTACT@EXAMPLE.ORG'])(
  'an address of the web is left as it is: %s',
  (nom) => {
    expect(nomDoux(nom)).toBe(nom)
  },
)

const MOTS = fc.constantFrom(
  ...[
    'COMMUNE',
    'DE',
    'LA',
    "L'",
    'D',
    'ARLES',
    'ccas',
    'SOS',
    '-',
    '(',
    ')',
    'Épinal',
    'L.A.',
    '2000',
    'ŒUVRE',
    'ß',
    'ı',
  ],
)
const NOM = fc.oneof(
  fc.array(MOTS, { maxLength: 8 }).map((mots) => mots.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

/** Letters and figures, whatever their case; a sigma has two small ones, by where it stands. */
function lettres(nom: string): string {
  return nom
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

test('no letter is added, lost or changed but in its case, and what is soft stays as it is', () => {
  fc.assert(
    fc.property(NOM, fc.option(NOM, { nil: null }), (nom, commune) => {
      const doux = nomDoux(nom, commune)
      expect(lettres(doux)).toBe(lettres(nom))
      expect(nomDoux(doux, commune)).toBe(doux)
    }),
    { numRuns: 2000, examples: [['𐐀Σ', null]] },
  )
})
