import { expect, test } from 'vitest'
import { areHorairesAnciens, resumeHoraires } from '#app/domain/horaires/resume.ts'
import type { Plage } from '#app/domain/horaires/semaine.ts'

/** [day (0 is Monday), opening hour, closing hour] */
type Creneau = [jour: number, de: number, a: number]

const semaine = (...creneaux: Creneau[]) => {
  const plages: Plage[] = creneaux.map(([jour, de, a]) => ({ debut: jour * 1440 + de * 60, fin: jour * 1440 + a * 60 }))
  return { plages, feries: null, texte: null }
}

test.each<[string, Creneau[], string | null]>([
  ['one day', [[4, 9, 12]], 'vendredi 9 h – 12 h'],
  [
    'two days alike',
    [
      [0, 9, 12],
      [3, 9, 12],
    ],
    'lundi, jeudi 9 h – 12 h',
  ],
  ['five days alike, in a row', [0, 1, 2, 3, 4].map((jour): Creneau => [jour, 9, 17]), 'lundi au vendredi 9 h – 17 h'],
  [
    'three days alike, not in a row',
    [
      [0, 9, 12],
      [2, 9, 12],
      [4, 9, 12],
    ],
    'lundi, mercredi, vendredi 9 h – 12 h',
  ],
  [
    'a day cut in two',
    [
      [1, 9, 12],
      [1, 14, 17],
    ],
    'mardi 9 h – 12 h, 14 h – 17 h',
  ],
  [
    'two sorts of days',
    [
      [0, 9, 12],
      [5, 10, 11],
    ],
    'lundi 9 h – 12 h · samedi 10 h – 11 h',
  ],
  ['no slot', [], null],
])('%s', (_, creneaux, resume) => {
  expect(resumeHoraires(semaine(...creneaux))).toBe(resume)
})

test('no hours, nothing to sum up', () => {
  expect(resumeHoraires(null)).toBeNull()
})

test.each([
  ['2025-06-16', false],
  ['2025-06-15', true],
  ['2022-07-01', true],
  [null, true],
])('on 15 June 2026, hours of %s are old: %s', (date, anciens) => {
  expect(areHorairesAnciens(date, new Date('2026-06-15T10:00:00Z'))).toBe(anciens)
})
