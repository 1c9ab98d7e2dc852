import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/connect.server.ts'
import { build, structuresCsv, workFolder } from '#tests/import/files.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'
import { rowsIn } from '#tests/support/tableaux-page.ts'
import { siteOn, textOf } from './site.ts'

const BAD = /NaN|Infinity|undefined|null/
const read = async (db: Db, path: string) => {
  const response = await siteOn(db)(path)
  const html = await response.text()
  expect([path, response.status]).toEqual([path, 200])
  expect(textOf(html), path).not.toMatch(BAD)
  return html
}
const LIEUX = 'Lieux d’accueil connus au 10 janvier 2026'
const TAUX = 'Lieux connus au 10 janvier 2026, pour 10 000 habitants'
const rowOf = (html: string, id: string, code: string) => rowsIn(html, id).find(({ Code }) => Code === code)

test('a department without known inhabitants has counts and no rate, on both pages', async () => {
  const db = paysSitue()
  db.$client.exec("update commune set population = 0 where departement_code = '974'")
  const rates = { [TAUX]: '', [LIEUX]: '2' }
  expect(rowOf(await read(db, '/departements'), 'departements', '974')).toMatchObject({ ...rates, Habitants: '' })
  expect(rowOf(await read(db, '/couverture?trier=-structures'), 'couverture', '974')).toMatchObject({
    ...rates,
    'Population à 5 km au plus d’un lieu connu au 10 janvier 2026': '',
    Habitants: '',
  })
  const [chiffres] = rowsIn(await read(db, '/communes/97415'), 'chiffres')
  expect(chiffres?.[TAUX]).toBe('')
  await read(db, '/departements/974')
})

test('a department without places says so, gives no distance, and keeps its posts', async () => {
  const db = paysCouvert()
  const text = textOf(await read(db, '/departements/987'))
  expect(text).toContain('aucun lieu d’accueil connu')
  expect(text).toContain('2 postes de conseiller numérique y sont validés')
  const commune = textOf(await read(db, '/communes/98735'))
  expect(commune).toContain('Il n’y a aucun lieu connu sur le territoire.')
  // The nearest one is thousands of kilometres off: no such figure is a distance.
  expect(commune).not.toMatch(/\d km/)
  expect(rowOf(await read(db, '/departements'), 'departements', '987')).toMatchObject({ [LIEUX]: '' })
})

test('a commune without a centre has a page without a distance', async () => {
  const text = textOf(await read(paysCouvert(), '/communes/48061'))
  expect(text).toContain('Florac')
  expect(text).not.toMatch(/Le plus proche est/)
})

const POSTES = [
  // Saint-Martin as published: no department, INSEE code or postcode only; Mayotte; three arrondissements.
  ['Croix-Rouge', 'Saint-Martin', '', '1', '09/06/2021', '', '0', '97801', '97150'],
  ['Five', 'Saint-Martin', '', '2', '15/07/2021', '', '0', '', '97150'],
  ['Mairie', 'Mamoudzou', 'Mayotte', '4', '15/07/2021', '', '976', '97611', '97600'],
  ['Ville', 'Paris 3e', 'Paris', '5', '15/07/2021', '', '75', '75103', '75003'],
  ['Ville', 'Lyon 7e', 'Rhône', '6', '15/07/2021', '', '69', '69387', '69007'],
  ['Ville', 'Marseille 11e', 'Bouches-du-Rhône', '7', '15/07/2021', '', '13', '13211', '13011'],
]

const folder = workFolder()
let importee: Db
beforeAll(async () => {
  importee = (await build(folder.path, [folder.write('structures-2023-04-05.csv', structuresCsv(POSTES))])).db
}, 120_000)
afterAll(() => {
  importee?.$client.close()
  folder.remove()
})

test.each([
  ['978', '97801', 'Saint-Martin', 3, 2],
  ['976', '97611', 'Mamoudzou', 4, 1],
  ['75', '75056', 'Paris', 5, 1],
  ['69', '69123', 'Lyon', 6, 1],
  ['13', '13055', 'Marseille', 7, 1],
])(
  '%s: the posts of a file are those of its department and of %s, %s',
  async (departement, commune, nom, postes, employeurs) => {
    const listed = rowOf(await read(importee, '/departements'), 'departements', departement)
    expect(listed).toMatchObject({
      'Postes validés au 5 avril 2023': String(postes),
      'Employeurs de postes validés au 5 avril 2023': String(employeurs),
    })
    expect(listed?.['Lieux d’accueil connus']).toBe('')
    const covered = rowOf(await read(importee, '/couverture?trier=-structures'), 'couverture', departement)
    expect(covered).toMatchObject({ 'Postes validés au 5 avril 2023': String(postes) })
    const [own] = rowsIn(await read(importee, `/communes/${commune}`), 'chiffres')
    expect(own).toMatchObject({ Territoire: nom, 'Postes validés au 5 avril 2023': String(postes) })
    await read(importee, `/departements/${departement}`)
  },
)
