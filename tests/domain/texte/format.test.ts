import { expect, test } from 'vitest'
import {
  compte,
  deCommune,
  formatAge,
  formatDate,
  formatDistance,
  formatEuros,
  formatNombre,
  formatTelephone,
  moisDepuis,
  nomDuSite,
} from '#app/domain/texte/format.ts'

const plain = (text: string) => text.replace(/\s/g, ' ')

test.each([
  ['+33536491234', '05 36 49 12 34'],
  ['+33612345678', '06 12 34 56 78'],
  ['+590590123456', '05 90 12 34 56'],
  ['+594594123456', '05 94 12 34 56'],
  ['+596596123456', '05 96 12 34 56'],
  ['+262262123456', '02 62 12 34 56'],
  ['+262269123456', '02 69 12 34 56'],
  ['+508412345', '+508 41 23 45'],
  ['+687123456', '+687 12 34 56'],
  ['+68940123456', '+689 40 12 34 56'],
  ['+333960', '+333960'],
  ['+3221234567', '+3221234567'],
])('the phone %s reads %s', (e164, ecrit) => {
  expect(formatTelephone(e164)).toBe(ecrit)
})

test.each([
  ['2023-04-05', '5 avril 2023'],
  ['2023-04-01', '1er avril 2023'],
  ['2023-04-11', '11 avril 2023'],
  ['2026-01-15T08:00:00Z', '15 janvier 2026'],
  ['au printemps', 'au printemps'],
])('the date %s reads %s', (date, ecrite) => {
  expect(formatDate(date)).toBe(ecrite)
})

test('a date reads the same wherever the server stands', () => {
  expect(formatDate('2024-12-31')).toBe('31 décembre 2024')
})

test.each([
  ['2026-06-15', '2026-06-15T23:00:00Z', 'aujourd’hui'],
  ['2026-06-14', '2026-06-15T01:00:00Z', 'hier'],
  ['2026-06-01', '2026-06-15T01:00:00Z', 'il y a 14 jours'],
  ['2026-05-15', '2026-06-15T01:00:00Z', 'il y a 1 mois'],
  ['2025-06-15', '2026-06-15T01:00:00Z', 'il y a 12 mois'],
  ['2024-06-16', '2026-06-15T01:00:00Z', 'il y a 23 mois'],
  ['2022-07-01', '2026-06-15T01:00:00Z', 'il y a 3 ans'],
  ['2027-01-01', '2026-06-15T01:00:00Z', 'aujourd’hui'],
])('%s, read at %s, is %s', (date, instant, age) => {
  expect(formatAge(date, new Date(instant))).toBe(age)
})

test.each([
  ['2025-06-15', '2026-06-14T12:00:00Z', 11],
  ['2025-06-15', '2026-06-15T12:00:00Z', 12],
  ['2025-12-31', '2026-01-01T12:00:00Z', 0],
])('from %s to %s there are %i whole months', (date, instant, mois) => {
  expect(moisDepuis(date, new Date(instant))).toBe(mois)
})

test.each([
  [0, '0 lieu'],
  [1, '1 lieu'],
  [2, '2 lieux'],
  [1234, '1 234 lieux'],
])('%i is counted "%s"', (nombre, ecrit) => {
  expect(plain(compte(nombre, 'lieu', 'lieux'))).toBe(ecrit)
})

test('numbers and sums have the spaces of French', () => {
  expect(plain(formatNombre(191973121))).toBe('191 973 121')
  expect(plain(formatEuros(50000))).toBe('50 000 €')
})

test.each([
  ['https://www.mairie-prades.fr/', 'mairie-prades.fr'],
  ['http://exemple.fr/numerique/', 'exemple.fr/numerique'],
  ['https://exemple.fr/une/adresse/bien/trop/longue/pour/etre/lue', 'exemple.fr'],
  ['pas une adresse', 'pas une adresse'],
])('the site %s is named %s', (url, nom) => {
  expect(nomDuSite(url)).toBe(nom)
})

test.each([
  ['Prades', 'de Prades'],
  ['Aubusson', 'd’Aubusson'],
  ['Évaux-les-Bains', 'd’Évaux-les-Bains'],
  ['Le Havre', 'du Havre'],
  ['Les Abymes', 'des Abymes'],
  ['La Souterraine', 'de La Souterraine'],
  ['Lens', 'de Lens'],
])('the town hall %s is "%s"', (nom, ecrit) => {
  expect(deCommune(nom)).toBe(ecrit)
})

test.each([
  [0, false, 'à moins de 50 m'],
  [0.024, false, 'à moins de 50 m'],
  [0.026, false, 'à 50 m'],
  [0.85, false, 'à 850 m'],
  [0.974, false, 'à 950 m'],
  [0.976, false, 'à 1 km'],
  [4.21, false, 'à 4,2 km'],
  [4.96, false, 'à 5 km'],
  [9.97, false, 'à 10 km'],
  [12.4, false, 'à 12 km'],
  [1234, false, 'à 1\u202f234 km'],
  [0.3, true, 'à environ 1 km'],
  [4.21, true, 'à environ 4 km'],
])('%f km, approximate %s, is said "%s"', (km, approximate, expected) => {
  expect(formatDistance(km, approximate)).toBe(expected)
})

test('a number is written as the language has it', () => {
  const numbers = [0, -0, 1, -1, 999, 1000, -1000, 1234, 999_999, 1e6, 2 ** 53 - 1, 0.5, 1234.5, -9876.25, 1e21]
  for (let rank = 0; rank < 2_000; rank += 1) numbers.push(Math.floor(1.02 ** rank) % 1e15, rank * 37)
  const intl = new Intl.NumberFormat('fr-FR')
  for (const number of numbers) expect(formatNombre(number)).toBe(intl.format(number))
})
