import { expect, test } from 'vitest'
import { distanceKm } from '#app/domain/distance/distance.ts'
import { emptyFilters, type Filters } from '#app/domain/filters.ts'
import type { Db } from '#db/connect.server.ts'
import { facettes } from '#db/facettes.server.ts'
import { currentCommune, positionOfCommune } from '#db/position.server.ts'
import { nearestLieux, select } from '#db/selection.server.ts'
import { databaseOf, insertLieux, insertStructures, lieuRow, structureRow } from '#tests/support/database.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'
import { insertTerritory } from '#tests/support/pays-territoire.ts'
import { MARDI } from '#tests/support/selection.ts'

// Where people live far from each other, both sides of the antimeridian included.
const CENTRES = [
  { lat: 46.5, lon: 2.5 },
  { lat: 42.6, lon: 2.4 },
  { lat: -21.1, lon: 55.5 },
  { lat: 4.9, lon: -52.3 },
  { lat: -13.3, lon: -176.2 },
  { lat: -17.5, lon: 179.99 },
  { lat: 46.8, lon: -56.2 },
]

/** The same points at each run (a linear congruential generator). */
function generated(count: number): { lat: number; lon: number }[] {
  let seed = 20261123
  const next = () => {
    seed = (seed * 1664525 + 1013904223) % 2 ** 32
    return seed / 2 ** 32 - 0.5
  }
  return Array.from({ length: count }, (_, i) => {
    const { lat, lon } = CENTRES[i % CENTRES.length] as (typeof CENTRES)[number]
    const east = lon + next() * 2
    return { lat: lat + next() * 2, lon: east > 180 ? east - 360 : east }
  })
}

const points = generated(1000)
const near = (db: Db, given: Partial<Filters>) => select(db, { ...emptyFilters(), ...given }, new Date(MARDI))

function databaseOfPoints() {
  const db = databaseOf()
  insertTerritory(db)
  db.$client.exec('begin')
  insertLieux(
    db,
    points.map((point, i) => lieuRow({ numero: i + 1, departementCode: '23', communeNom: 'X', nom: `${i}`, ...point })),
  )
  insertStructures(
    db,
    points.slice(0, 300).map((point, i) => structureRow({ id: i + 1, departementCode: '23', ...point })),
  )
  db.$client.exec('commit')
  return db
}

const db = databaseOfPoints()

test.each([5, 10, 20, 50])('within %i km, 1,000 points are those of brute force, nearest first', (rayon) => {
  let found = 0
  for (const centre of [...CENTRES, ...points.slice(0, 20)]) {
    const expected = points
      .map((point, i) => ({ numero: i + 1, km: distanceKm(centre, point) }))
      .filter(({ km }) => km <= rayon)
      .sort((a, b) => a.km - b.km)
      .map(({ numero }) => numero)
    const { lieux, structures } = near(db, { ...centre, rayon })
    expect(lieux()).toEqual(expected)
    expect(structures()).toEqual(expected.filter((numero) => numero <= 300))
    found += expected.length
  }
  expect(found).toBeGreaterThan(20)
})

test('the nearest, whatever the radius, are those of brute force', () => {
  for (const centre of [...CENTRES, { lat: 90, lon: 0 }, { lat: 0, lon: 180 }]) {
    const expected = points
      .map((point, i) => ({ numero: i + 1, km: distanceKm(centre, point) }))
      .sort((a, b) => a.km - b.km)
      .slice(0, 3)
      .map(({ numero }) => numero)
    expect(nearestLieux(near(db, { ...centre, rayon: 5 }), 3)).toEqual(expected)
  }
})

const pays = paysSitue()

test('near a commune: its own places, then those of others within the radius', () => {
  // Guéret to Aubusson is 33 km, to Évaux-les-Bains 47.
  expect(near(pays, { commune: '23096', rayon: 5 }).lieux()).toEqual([2, 1])
  expect(near(pays, { commune: '23096', rayon: 50 }).lieux()).toEqual([2, 1, 3, 4])
})

test('options are counted near the commune too', () => {
  const { ruralite } = facettes(pays, near(pays, { commune: '23096', rayon: 50 }))
  expect(ruralite.map(({ valeur, nombre }) => [valeur, nombre])).toEqual([
    ['rural', 2],
    ['intermediaire', 2],
    ['urbain', 0],
    ['inconnue', 0],
  ])
})

test('a commune without a centre stands where the greatest of its department does, and says so', () => {
  expect(positionOfCommune(pays, '48061')).toEqual({ lat: 44.518, lon: 3.501, approchee: true })
  expect(positionOfCommune(pays, '48095')?.approchee).toBe(false)
  expect(positionOfCommune(pays, '97411')).toBeNull()
  expect(positionOfCommune(pays, '99999')).toBeNull()
})

test('a commune that stands nowhere keeps its own places', () => {
  expect(near(pays, { commune: '97411' }).lieux()).toEqual([10])
})

test('the code of a commune that was absorbed leads to the one of today', () => {
  expect(currentCommune(pays, '23999')).toEqual({ code: '23008', nom: 'Aubusson' })
  expect(currentCommune(pays, '23008')?.nom).toBe('Aubusson')
  expect(currentCommune(pays, '99999')).toBeNull()
})
