import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SANS_DATES } from '#app/domain/chiffres/dates.ts'
import { type Cellule, chiffresOf, sumComptes } from '#app/domain/couverture/comptes.ts'
import { distanceKm } from '#app/domain/distance/distance.ts'
import type { Db } from '#db/connect.server.ts'
import { type Couverture, couvertureOf } from '#db/couverture.server.ts'
import { desaccords, nombresParClasse, tableauxParClasse } from '#tests/support/classes-niveaux.ts'
import { all, build, HAS_REAL_FILES, NO_REAL_FILES, realFile, workFolder } from './files.ts'
import { centresOf, communesA10Km, communesBrutes } from './reels/brut.ts'
import { testEvolution } from './reels/evolution.ts'
import { testScenarios } from './reels/scenarios.ts'
import { testTerritoires } from './reels/territoires.ts'

const NAMES = [
  'conum-structures-2023-04-05.csv',
  'conum-structures-2021.csv',
  'conum-permanences-2022-07.csv',
  'france-services-2024-08-01.csv',
  'geo-api-communes.json',
  'insee-grille-densite-7-niveaux-2024.csv',
  'frr-communes-2025-07.csv',
]

describe.skipIf(!HAS_REAL_FILES)(`coverage of the published files${NO_REAL_FILES}`, () => {
  const folder = workFolder()
  let db: Db
  let couverture: Couverture
  beforeAll(async () => {
    db = (await build(folder.path, NAMES.map(realFile))).db
    couverture = couvertureOf(db)
  })
  afterAll(() => {
    db?.$client.close()
    folder.remove()
  })

  const classe = (ruralite: string) => couverture.cellules.filter((cellule) => cellule.ruralite === ruralite)
  const perInhabitant = (cellules: Cellule[], quoi: 'lieux' | 'postes') => {
    const total = sumComptes(cellules)
    return total[quoi] / total.population
  }

  test('rural France has more places per inhabitant than dense cities, and fewer posts: the reading decides', () => {
    const [rural, urbain] = [classe('rural'), classe('urbain')]
    expect(perInhabitant(rural, 'lieux')).toBeGreaterThan(perInhabitant(urbain, 'lieux'))
    expect(perInhabitant(rural, 'postes')).toBeLessThan(perInhabitant(urbain, 'postes'))
  })

  test('posts, employers’ investment and inhabitants are those that the files sum to', () => {
    const rows = Papa.parse<Record<string, string>>(readFileSync(realFile(NAMES[0] as string), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data
    const communes = JSON.parse(readFileSync(realFile('geo-api-communes.json'), 'utf8')) as Record<
      string,
      string | number
    >[]
    const kept = communes.filter(({ code }) => !/^98[49]/.test(String(code)))
    const sum = (numbers: unknown[]) => numbers.reduce((n: number, one) => n + (Number(one) || 0), 0)
    expect(sumComptes(couverture.cellules)).toMatchObject({
      postes: sum(rows.map((row) => row['Nombre de conseillers validés par le COSELEC'])),
      population: sum(kept.map(({ population }) => population)),
      investissement: 191_973_121,
    })
    for (const territoires of [couverture.departements, couverture.regions]) {
      expect(sumComptes(territoires.flatMap(({ cellules }) => cellules))).toEqual(sumComptes(couverture.cellules))
    }
  })

  test('the shares within 5, 10 and 20 km are those of every commune measured against every place', {
    timeout: 120_000,
  }, () => {
    type Point = { lat: number; lon: number; population: number }
    // A fiftieth of the communes, against all places: the shares of the sample, both ways.
    const sample = all<Point & { km: number }>(
      db,
      'select lat, lon, population, distance_km as km from commune where lat is not null and cast(code as integer) % 50 = 7',
    )
    const places = all<Point>(db, "select lat, lon from lieu where reseau = 'conseiller-numerique' and lat is not null")
    expect(sample.length).toBeGreaterThan(500)
    for (const commune of sample) {
      const measured = Math.min(...places.map((place) => distanceKm(commune, place)))
      expect(Math.abs(measured - commune.km)).toBeLessThan(0.001)
    }
    const within = (km: number) => couverture.communes.filter((one) => one.km <= km)
    const people = (communes: { population: number }[]) => communes.reduce((n, { population }) => n + population, 0)
    const chiffres = chiffresOf(couverture.cellules)
    for (const km of [5, 10, 20] as const) {
      expect(chiffres[`a-${km}-km`]).toBeCloseTo(people(within(km)) / people(couverture.communes), 6)
    }
  })

  test('on every table the seven levels add up to the three classes, in each territory', () => {
    const sources = { structures: [], lieux: [], 'france-services': [], communes: [], densite: [] }
    const contexte = { maille: 'departement' as const, sources, dates: SANS_DATES, ruraliteEstimee: false }
    for (const [nom, tableau] of tableauxParClasse(couverture)) {
      const [trois = {}, sept = {}] = [false, true].map((niveaux) =>
        nombresParClasse(tableau({ ...contexte, niveaux })),
      )
      expect(Object.keys(trois).length, nom).toBeGreaterThan(3)
      expect(desaccords(trois, sept), nom).toEqual([])
    }
  })

  test('the share within 10 km of a place or of France services is that of each commune measured against both', () => {
    type Point = { lat: number; lon: number }
    const both = all<Point>(
      db,
      "select lat, lon from lieu where reseau in ('conseiller-numerique', 'france-services') and lat is not null",
    )
    const communes = communesBrutes(centresOf(db))
    const people = (list: { population: number }[]) => list.reduce((n, { population }) => n + population, 0)
    const near = people(communesA10Km(communes, both))
    const situes = people(communes.filter(({ centre }) => centre !== null))
    expect(chiffresOf(couverture.cellules)['ou-fs-10-km']).toBeCloseTo(near / situes, 6)
  })

  test('the inhabitants of territories without a place are counted apart, those with a known centre', () => {
    const apart = communesBrutes(centresOf(db)).filter(
      ({ departement, centre }) => centre !== null && ['975', '977', '978', '986', '987', '988'].includes(departement),
    )
    expect(chiffresOf(couverture.cellules)['hors-terre']).toBe(apart.reduce((n, { population }) => n + population, 0))
  })

  test('of the territories of the Pacific the file says nothing: nobody there is near a place, nor far from one', () => {
    for (const code of ['986', '987', '988']) {
      const territoire = couverture.departements.find((one) => one.code === code)
      expect(chiffresOf(territoire?.cellules ?? []), code).toMatchObject({ lieux: 0, 'a-20-km': null, 'au-dela': null })
    }
  })

  // One import for all: each page of figures, against the same files read another way.
  testTerritoires(() => db)
  testEvolution(() => db)
  testScenarios(() => db)
})
