import { expect, test } from 'vitest'
import { fichierEnMemoire } from '#app/lecture/fichier.ts'
import { expandJours } from '#app/lecture/horaires.ts'
import { readWhole } from '#tests/verification/cas.ts'
import { csvOf, options } from '#tests/verification/fichiers.ts'

async function postes(header: string[], rows: string[][]) {
  const bytes = new TextEncoder().encode(csvOf(header, rows))
  const { postes: lus } = await readWhole(fichierEnMemoire('postes.csv', bytes), await options())
  return lus
}

const HEADER = ['Raison sociale', 'Département', 'Nombre de postes']

test.each([
  ['Aude', '11'],
  ['aude', '11'],
  ['11', '11'],
  ['11 - Aude', '11'],
  ['Aude (11)', '11'],
  ['Seine-St-Denis', '93'],
  ['Reunion', '974'],
  ['La Réunion', '974'],
  ['Corse du Sud (2A)', '2A'],
  ['Cotes d Armor', '22'],
  ['Nulle part', undefined],
])('the department written %j is %s', async (dit, code) => {
  expect((await postes(HEADER, [['Mairie inventée', dit, '2']]))[0]?.place.departement).toBe(code)
})

test.each([
  ['2', 2],
  ['1,0', 1],
  ['3.0', 3],
  ['1,5', undefined],
  ['un', undefined],
])('%j posts are %s', async (dit, nombre) => {
  expect((await postes(HEADER, [['Mairie inventée', 'Aude', dit]]))[0]?.nombre).toBe(nombre)
})

test.each([
  [
    '09:00 - 12:00 / 14:00 - 16:30',
    [
      [540, 720],
      [840, 990],
    ],
  ],
  [
    '9h-12h / 14h-17h',
    [
      [540, 720],
      [840, 1020],
    ],
  ],
  [
    '09:00 à 12:00 et 14:00 à 17:00',
    [
      [540, 720],
      [840, 1020],
    ],
  ],
  ['fermé', []],
  ['Fermée', []],
])('the hours of a day written %j are read, and leave the other days certain', (dit, tranches) => {
  const { semaine, probleme } = expandJours({ lundi: dit, mardi: '09:00 - 12:00' })
  const lundi = tranches.map(([debut, fin]) => ({ debut, fin }))
  expect([semaine, probleme]).toEqual([
    { plages: [...lundi, { debut: 1440 + 540, fin: 1440 + 720 }], feries: null, texte: null },
    null,
  ])
})

test.each(['sur rendez-vous', 'semaines paires 9h-12h', 'mardi 9h-12h', '9h'])('%j in a day stays a text', (dit) => {
  expect(expandJours({ lundi: dit, mardi: '09:00 - 12:00' })).toMatchObject({
    semaine: { texte: `lundi : ${dit}` },
    probleme: 'illisible',
  })
})
