import { expect, test } from 'vitest'
import { celluleOf, readCellule, secteurOf } from '#app/domain/distance/cellule.ts'
import { distanceKm } from '#app/domain/distance/distance.ts'
import { RAYONS } from '#app/domain/filters/table.ts'
import { emptyFilters, type Filters } from '#app/domain/filters.ts'
import { beyond } from '#app/pages/commun/proximite.server.ts'
import type { Db } from '#db/connect.server.ts'
import { facettes } from '#db/facettes.server.ts'
import { currentCommune, positionOfCommune } from '#db/position.server.ts'
import { secoursOf } from '#db/secours.server.ts'
import { lieuxHolding, nearestFranceServices, nearestLieux, select } from '#db/selection.server.ts'
import { databaseOf, insertLieux, insertStructures, lieuRow, structureRow } from '#tests/support/database.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'
import { insertTerritory } from '#tests/support/pays-territoire.ts'
import { ascending, MARDI } from '#tests/support/selection.ts'

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

/** Within a cell: its corners, its sides, its middle. */
const CORNERS = [0.0001, 0.05, 0.0999].flatMap((up) => [0.0001, 0.05, 0.0999].map((right) => [up, right] as const))

test('wherever one is in a cell, its list holds all that is within the radius, and its beginning the ten nearest', () => {
  let found = 0
  for (const centre of [...CENTRES, ...points.slice(0, 8)]) {
    const cellule = celluleOf(centre)
    expect(readCellule(cellule)).toBe(cellule)
    const [south = 0, west = 0] = cellule.split(',').map(Number)
    const selection = near(db, { cellule, rayon: 50 })
    const list = selection.lieux()
    const first = new Set(list.slice(0, lieuxHolding(selection, 10)))
    const beyondAll = new Set(nearestLieux(selection, 3))
    for (const [up, right] of CORNERS) {
      const moi = { lat: south + up, lon: west + right }
      expect(celluleOf(moi)).toBe(cellule)
      const sorted = points
        .map((point, i) => ({ numero: i + 1, km: distanceKm(moi, point) }))
        .sort((a, b) => a.km - b.km)
      const within = sorted.filter(({ km }) => km <= 50)
      expect(within.filter(({ numero }) => !list.includes(numero))).toEqual([])
      expect(within.slice(0, 10).filter(({ numero }) => !first.has(numero))).toEqual([])
      expect(sorted.slice(0, 3).filter(({ numero }) => !beyondAll.has(numero))).toEqual([])
      found += within.length
    }
  }
  expect(found).toBeGreaterThan(1000)
})

test.each([
  [{ lat: 2.3, lon: 0.3 }, '2.3,0.3'],
  [{ lat: 47.3999, lon: 5.0999 }, '47.3,5.0'],
  [{ lat: -21.1, lon: 55.45 }, '-21.1,55.4'],
  [{ lat: 48.8, lon: -0.05 }, '48.8,-0.1'],
  [{ lat: 44.8, lon: 0 }, '44.8,0.0'],
])('%o is in the cell %s', (point, cellule) => {
  expect(celluleOf(point)).toBe(cellule)
  expect(distanceKm(point, secteurOf(cellule))).toBeLessThanOrEqual(secteurOf(cellule).etendueKm)
})

/** A latitude whose distance from the equator is this many kilometres, to the last bit. */
function latitudeAt(km: number): number {
  const arc = (km * 180) / (Math.PI * 6371.0088)
  const steps = Array.from({ length: 2001 }, (_, i) => arc + (i - 1000) * 2 ** -55)
  return steps.find((lat) => distanceKm(ZERO, { lat, lon: 0 }) === km) ?? expect.fail(`no latitude at ${km} km`)
}

const ZERO = { lat: 0, lon: 0 }
const bornes = RAYONS.map((km) => ({ numero: km, departementCode: '23', lat: latitudeAt(km), lon: 0 }))

test.each(RAYONS)(
  'a place exactly %i km away is within that radius, and is the first one beyond a smaller',
  (rayon) => {
    const there = databaseOf()
    insertTerritory(there)
    insertLieux(there, bornes.filter(({ numero }) => numero >= rayon).map(lieuRow))
    expect(near(there, { ...ZERO, rayon }).lieux()).toEqual([rayon])
    for (const smaller of RAYONS.filter((one) => one < rayon)) {
      const selection = near(there, { ...ZERO, rayon: smaller })
      expect(selection.lieux()).toEqual([])
      // The smallest radius that holds it is its own.
      expect(beyond(there, selection, {})?.rayon).toBe(rayon)
    }
  },
)

const pays = paysSitue()

test('what stands nowhere is near nothing: neither a place, nor a France services, nor a telephone', () => {
  const placed = (reseau: string) =>
    pays.$client
      .prepare<[string], number>('select numero from lieu where reseau = ? and lat is not null order by numero')
      .pluck()
      .all(reseau)
  const from = near(pays, { commune: '23096', rayon: 5 })
  expect(ascending(nearestLieux(from, 100))).toEqual(placed('conseiller-numerique'))
  expect(placed('conseiller-numerique')).not.toContain(10)
  pays.$client.exec("update lieu set telephone = '+33536490001' where numero in (7, 10)")
  insertLieux(pays, [lieuRow({ numero: 70, departementCode: '974', reseau: 'france-services', nom: 'Nulle part' })])
  expect(nearestFranceServices(near(pays, { commune: '23096' }), 100)).toEqual(placed('france-services'))
  // At the latitude that an unknown one would be read as, a telephone without a position is nobody's nearest.
  const seul = { numero: 99, reseau: 'conseiller-numerique' as const, telephone: null, lat: 0.1, lon: 0.1 }
  expect(secoursOf(pays, [seul]).get(99)).toEqual({ voisin: null, franceServices: null })
})

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
  expect(positionOfCommune(pays, '48061')).toEqual({ lat: 44.518, lon: 3.501, etendueKm: 0, approchee: true })
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
