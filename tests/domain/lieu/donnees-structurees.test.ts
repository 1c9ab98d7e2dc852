import { expect, test } from 'vitest'
import type { Plage } from '#app/domain/horaires/semaine.ts'
import { lieuStructure } from '#app/domain/lieu/donnees-structurees.ts'

const MAINTENANT = new Date('2026-06-15T10:00:00Z')

function horaires(plages: Plage[], dateMaj = '2026-05-01') {
  const lieu = {
    nom: 'Lieu',
    adresse: '2 place Bonnyaud',
    codePostal: '23000',
    communeNom: 'Guéret',
    regionNom: null,
    lat: 46,
    lon: 2,
    precision: 'adresse' as const,
    telephone: null,
    semaine: { plages, feries: null, texte: null },
    fuseau: 'Europe/Paris',
    itinerant: null,
    dateMaj,
  }
  const { openingHoursSpecification: specification = [] } = lieuStructure(lieu, 'https://carte.example/l', MAINTENANT)
  return specification.map(({ dayOfWeek, opens, closes }) => `${dayOfWeek.split('/').at(-1)} ${opens} ${closes}`)
}

test.each([
  ['an ordinary day', [{ debut: 8 * 60 + 30, fin: 12 * 60 }], ['Monday 08:30 12:00']],
  [
    'a slot past midnight',
    [{ debut: 4 * 1440 + 20 * 60, fin: 5 * 1440 + 60 }],
    ['Friday 20:00 23:59', 'Saturday 00:00 01:00'],
  ],
  ['an evening until midnight', [{ debut: 6 * 1440 + 20 * 60, fin: 7 * 1440 }], ['Sunday 20:00 23:59']],
  ['a whole day', [{ debut: 1440, fin: 2 * 1440 }], ['Tuesday 00:00 23:59']],
])('%s is said day by day', (_, plages, dits) => {
  expect(horaires(plages)).toEqual(dits)
})

test('hours are given up to eighteen months after their date, and no longer', () => {
  const lundi = [{ debut: 540, fin: 720 }]
  expect(horaires(lundi, '2024-12-15')).toHaveLength(1)
  expect(horaires(lundi, '2024-12-14')).toEqual([])
})
