import { expect, test } from 'vitest'
import { type Cellule, chiffresOf, noComptes, sumComptes } from '#app/domain/couverture/comptes.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import { couvertureOf } from '#db/couverture.server.ts'
import { communesChiffrees } from '#db/territoires/communes-chiffrees.server.ts'
import { chiffresDesDepartements, chiffresEnsemble } from '#db/territoires.server.ts'
import { databaseOf } from '#tests/support/database.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'

const db = paysCouvert()
const { cellules, departements, regions, communes } = couvertureOf(db)
const chiffres = (code: string) => chiffresOf(departements.find((one) => one.code === code)?.cellules ?? [])
const one = (query: string) => db.$client.prepare(query).pluck().get()

test('the figures of a department, counted by hand', () => {
  // Creuse: 17,500 inhabitants, 4 places (2 in Guéret), 2 posts of the current file, all at the seat of Guéret.
  expect(chiffres('23')).toEqual({
    population: 17500,
    lieux: 4,
    'lieux-10000': 2.285714,
    postes: 2,
    'postes-10000': 1.142857,
    structures: 1,
    'lieux-ruraux': 2,
    'part-lieux-ruraux': 0.5,
    'postes-ruraux': 0,
    'part-postes-ruraux': 0,
    'a-5-km': 1,
    'a-10-km': 1,
    'a-20-km': 1,
    investissement: 100_000,
    // Both posts are of an employer that has a place; no place publishes its hours.
    ...{ 'postes-situes': 2, 'part-postes-situes': 1, heures: null, 'heures-10000': null },
    ...{ 'lieux-horaires': 0, 'heures-par-lieu': null, 'ou-fs-5-km': 1, 'ou-fs-10-km': 1, 'ou-fs-20-km': 1 },
    ...{ 'habitants-5-km': 17_500, 'habitants-10-km': 17_500, 'habitants-20-km': 17_500 },
    ...{ 'habitants-ou-fs-5-km': 17_500, 'habitants-ou-fs-10-km': 17_500, 'habitants-ou-fs-20-km': 17_500 },
    ...{ 'habitants-situes': 17_500, couvert: 1 },
    'hors-terre': 0,
    'au-dela': 0,
  })
})

test('a distance counts only the communes whose centre is known, and a land without a place has nobody near one, nor far', () => {
  // Mende holds its place; Villefort is 35 km away; Florac's centre is unknown: 12,000 of 12,600.
  expect(chiffres('48')).toMatchObject({ 'a-5-km': 0.952381, 'a-20-km': 0.952381, 'au-dela': 600 })
  expect(chiffres('48')).toMatchObject({ 'habitants-5-km': 12_000, 'habitants-situes': 12_600 })
  expect(chiffres('974')).toMatchObject({ lieux: 2, 'a-5-km': null, investissement: null })
  expect(chiffres('987')).toMatchObject({
    lieux: 0,
    postes: 2,
    'a-20-km': null,
    'hors-terre': 26_000,
    'part-lieux-ruraux': null,
  })
})

test('departments, regions and cells add up to what SQL counts over the whole country', () => {
  const whole = {
    lieux: one("select count(*) from lieu where reseau = 'conseiller-numerique'"),
    postes: one('select sum(p.nombre) from poste p, source s where s.id = p.source_id and s.courante'),
    structures: one('select count(*) from structure'),
    population: one('select sum(population) from commune'),
    // Where no place is known across the land, how far people are is not known either.
    situes: one("select sum(population) from commune where lat is not null and departement_code <> '987'"),
    horsTerre: one("select sum(population) from commune where lat is not null and departement_code = '987'"),
    investissement: 500_000,
  }
  expect(sumComptes(cellules)).toMatchObject(whole)
  for (const territoires of [departements, regions]) {
    expect(sumComptes(territoires.flatMap((territoire) => territoire.cellules))).toEqual(sumComptes(cellules))
  }
  expect(chiffresEnsemble(db)).toMatchObject({ lieux: whole.lieux, postes: whole.postes, population: whole.population })
})

test('a region holds its departments, and is named', () => {
  expect(regions.map(({ code, nom }) => `${code} ${nom}`)).toEqual([
    '04 La Réunion',
    '11 Île-de-France',
    '75 Nouvelle-Aquitaine',
    '76 Occitanie',
    '987 Polynésie française',
  ])
  expect(chiffresOf(regions[2]?.cellules ?? [])).toEqual(chiffres('23'))
})

test('a department has the figures of its cells, and some of them together those of their sum', () => {
  for (const departement of chiffresDesDepartements(db))
    expect(departement.chiffres).toEqual(chiffres(departement.code))
  const both = chiffresEnsemble(db, ({ code }) => code === '23' || code === '48')
  // Florac's 2,000 inhabitants have no known centre: 30,100 of 32,100.
  expect(both).toMatchObject({ lieux: 6, population: 17_500 + 14_600, couvert: 0.937695 })
})

test('the communes with a known distance come nearest first, with their nearest place', () => {
  expect(communes.map(({ nom, km }) => [nom, Math.round(km)])).toEqual([
    ['Aubusson', 0],
    ['Évaux-les-Bains', 0],
    ['Guéret', 0],
    ['Mende', 0],
    ['Paris', 0],
    ['Villefort', 35],
    ['Papeete', expect.any(Number)],
  ])
  expect(communes[5]).toMatchObject({ lieu: 'Maison France services', ruralite: 'rural', niveau: 7 })
})

test('what was written since is read again; an empty database gives empty lists', () => {
  const other = paysCouvert()
  expect(sumComptes(couvertureOf(other).cellules).lieux).toBe(10)
  other.$client.exec('delete from lieu where numero = 1')
  expect(sumComptes(couvertureOf(other).cellules).lieux).toBe(9)
  expect(couvertureOf(databaseOf())).toEqual({
    ...{ cellules: [], departements: [], regions: [], communes: [] },
    postes: { communes: new Map(), epci: new Map() },
  })
})

test.each([
  [5, [600, 600, 600]],
  [5.001, [0, 600, 600]],
  [10, [0, 600, 600]],
  [10.001, [0, 0, 600]],
  [20, [0, 0, 600]],
  [20.001, [0, 0, 0]],
])('a commune %d km from its place has one within 5, 10 and 20 km for %j of its inhabitants', (km, expected) => {
  const other = paysCouvert()
  // Villefort alone: the other communes of its department are counted at no distance.
  other.$client.exec(`update commune set distance_km = iif(nom = 'Villefort', ${km}, null)`)
  const { proches } = sumComptes(couvertureOf(other).cellules)
  expect([proches[5], proches[10], proches[20]]).toEqual(expected)
})

test('where no commune has a class, the rural share is unknown; of those that have one, the others are in the whole', () => {
  const posts = (ruralite: Ruralite, postes: number): Cellule => {
    return { ...noComptes(), departement: '978', niveau: null, ruralite, postes, lieux: postes }
  }
  const unknown = [posts('inconnue', 3)]
  expect(chiffresOf(unknown)).toMatchObject({ 'part-postes-ruraux': null, 'part-lieux-ruraux': null })
  const some = [posts('inconnue', 2), posts('rural', 1), posts('urbain', 1)]
  expect(chiffresOf(some)).toMatchObject({ 'part-postes-ruraux': 0.25, 'part-lieux-ruraux': 0.25 })
})

test('a commune at five kilometres exactly of a place, or of a France services, has one within five', () => {
  const own = paysCouvert()
  const within = (cle: 'a-5-km' | 'ou-fs-5-km') =>
    chiffresDesDepartements(own).find(({ code }) => code === '48')?.chiffres[cle] ?? null
  const put = (km: number, kmFs: number) =>
    own.$client
      .prepare("update commune set distance_km = ?, distance_france_services_km = ? where departement_code = '48'")
      .run(km, kmFs)
  put(5, 5)
  expect([within('a-5-km'), within('ou-fs-5-km')]).toEqual([1, 1])
  put(5.001, 5)
  expect([within('a-5-km'), within('ou-fs-5-km')]).toEqual([0, 1])
  put(5.001, 5.001)
  expect([within('a-5-km'), within('ou-fs-5-km')]).toEqual([0, 0])
})

test('across a sea no place is near a commune, in the table of all of them', () => {
  const own = paysCouvert()
  const kmOf = (code: string) => [...communesChiffrees(own)].flat().find((one) => one.code === code)?.km
  expect(kmOf('23096')).toBe(0)
  // The nearest place of Guéret, said to be one of La Réunion.
  own.$client.exec(
    "update commune set lieu_proche = (select numero from lieu where departement_code = '974' limit 1) where code = '23096'",
  )
  expect(kmOf('23096')).toBeNull()
})
