import { expect, test } from 'vitest'
import { readCoordinates } from '#app/lecture/normalise/coordonnees.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'

test.each([
  ['48.85', '2.35', { lat: 48.85, lon: 2.35 }],
  ['48,85', '2,35', { lat: 48.85, lon: 2.35 }, 'coordonnees.virgule', 'coordonnees.virgule'],
  ['-21.1', '55.5', { lat: -21.1, lon: 55.5 }],
  ['0', '0', null],
  ['0.0', '0,0', null, 'coordonnees.virgule'],
  ['', '2.35', null],
  ['nord', '2.35', null, 'coordonnees.invalides'],
  ['4885', '235', null, 'coordonnees.invalides'],
  ['1e999', '2', null, 'coordonnees.invalides'],
  // Case 24. Degrees of Lambert-93 by PROJ.
  ['6217000.12', '636400.5', { lat: 43.049486, lon: 2.220048 }, 'coordonnees.converties'],
  ['636400,5', '6217000,12', { lat: 43.049486, lon: 2.220048 }, 'coordonnees.converties'],
  ['6600000', '700000', { lat: 46.5, lon: 3 }, 'coordonnees.converties'],
  ['6050000', '1226000', { lat: 41.363717, lon: 9.274483 }, 'coordonnees.converties'],
  ['6836000', '145000', { lat: 48.386658, lon: -4.507722 }, 'coordonnees.converties'],
  ['7300000', '145000', null, 'coordonnees.invalides'],
  ['43°03\'25"N', '2°13\'07"E', { lat: 43.056944, lon: 2.218611 }, 'coordonnees.converties'],
  ['43° 03,5′ N', '1° 30′ O', { lat: 43.058333, lon: -1.5 }, 'coordonnees.converties'],
  ['43.0569N', '2.2186E', { lat: 43.0569, lon: 2.2186 }, 'coordonnees.converties'],
  ['43°75\'00"N', '2°13\'07"E', null, 'coordonnees.invalides', 'coordonnees.invalides'],
  ['43.0569, 2.2186', '', { lat: 43.0569, lon: 2.2186 }, 'coordonnees.converties'],
  ['', '43,0569 ; 2,2186', { lat: 43.0569, lon: 2.2186 }, 'coordonnees.converties'],
  ['43.0569, 200.5', '', null, 'coordonnees.invalides'],
])('coordinates %j, %j → %j', (latitude, longitude, ...expected) => {
  const journal = startJournal(2)
  const point = readCoordinates({ latitude, longitude }, journal)
  expect([point, ...journal.anomalies.map(({ code }) => code)]).toEqual(expected)
})
