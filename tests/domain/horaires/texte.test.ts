import { expect, test } from 'vitest'
import { lignesDuTexte } from '#app/domain/horaires/texte.ts'

test.each([
  ['week 1-53/2 Mo 09:00-12:00', ['semaines impaires lundi 9 h – 12 h']],
  ['week 02-52/2 Tu 09:00-12:00,14:00-17:30', ['semaines paires mardi 9 h – 12 h, 14 h – 17 h 30']],
  ['Mo[1] 09:00-12:00; We[-1] 14:00-17:00', ['1er lundi du mois 9 h – 12 h', 'dernier mercredi du mois 14 h – 17 h']],
  ['Mo-Fr 09:00-12:00 "sur rendez-vous; le matin"', ['lundi – vendredi 9 h – 12 h sur rendez-vous; le matin']],
  ['Jul-Aug off; SH off', ['juillet – août fermé', 'vacances scolaires fermé']],
  ['PH 10:00-12:00', ['jours fériés 10 h – 12 h']],
  ['Mo-Fr 09:00+', ['lundi – vendredi à partir de 9 h']],
  ['Tu 09:30-12:30-17:00', ['mardi 9 h 30 – 12 h 30 – 17 h']],
])('%s is shown in French', (texte, lignes) => {
  expect(lignesDuTexte(texte)).toEqual(lignes)
})

test.each(['Mar 9h-12h', 'samedi : 09:00 - x', 'Mo-Fr sur rendez-vous', '<b>Mo</b>'])(
  'a rule with words that are not OSM’s is left as published: %s',
  (texte) => {
    expect(lignesDuTexte(texte)).toEqual([texte])
  },
)

test('an unclosed quote loses nothing', () => {
  expect(lignesDuTexte('Mo 09:00-12:00 "sur rendez-vous; le')).toEqual(['lundi 9 h – 12 h sur rendez-vous; le'])
})
