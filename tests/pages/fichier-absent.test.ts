import { expect, test } from 'vitest'
import type { Db } from '#db/connect.server.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'
import { paysEvolution } from '#tests/support/pays-evolution.ts'
import { rowsIn, tablesIn } from '#tests/support/tableaux-page.ts'
import { siteOn, textOf } from './site.ts'

/** The small country as an import of all but one file leaves it. */
function paysSans(absent: 'lieux' | 'structures'): Db {
  const db = paysCouvert()
  const { $client } = db
  $client.exec('update lieu set structure_id = null, rapprochement = null')
  if (absent === 'lieux') {
    $client.exec('update commune set distance_km = null, lieu_proche = null')
    $client.exec("delete from lieu where reseau = 'conseiller-numerique'")
  } else $client.exec('delete from poste; delete from structure')
  $client.exec(`delete from source where kind = '${absent}' and id not in (select source_id from poste)`)
  return db
}

const LIEUX =
  /^(Lieux|À \d+ km|Population à|Habitants à (moins|plus)|à moins de|La moitié|Part rurale des lieux|Part des habitants prise)/
const POSTES = /^(Postes|Employeurs|Investissement|Part rurale des postes)/
const SENTENCES = {
  lieux: 'Le fichier des lieux n’est pas importé',
  structures: 'Le fichier des postes validés n’est pas importé',
}

test.each([
  [
    'lieux',
    LIEUX,
    POSTES,
    '/couverture?indicateur=lieux-10000&trier=-structures',
    ['couverture', 'indicateur', 'distance', 'distance-territoires'],
  ],
  ['structures', POSTES, LIEUX, '/couverture?indicateur=postes-10000&trier=-structures', ['couverture', 'indicateur']],
  ['lieux', LIEUX, POSTES, '/departements', ['departements', 'regions']],
  ['structures', POSTES, LIEUX, '/departements', ['departements', 'regions']],
] as const)(
  'without the file of %s its figures are “—”, never 0, and the others stand (%#)',
  async (absent, inconnus, connus, path, ids) => {
    const html = await (await siteOn(paysSans(absent))(path)).text()
    expect(textOf(html)).toContain(SENTENCES[absent])
    for (const id of ids) {
      const rows = rowsIn(html, id)
      expect(rows.length, id).toBeGreaterThan(2)
      const cells = rows.flatMap((row) => Object.entries(row))
      expect(
        cells.filter(([nom, cell]) => inconnus.test(nom) && cell !== ''),
        id,
      ).toEqual([])
      expect(cells.filter(([nom]) => inconnus.test(nom)).length, id).toBeGreaterThan(0)
      if (id === 'couverture' || id === 'departements')
        expect(
          cells.some(([nom, cell]) => connus.test(nom) && Number(cell) > 0),
          id,
        ).toBe(true)
    }
    expect(textOf(html)).not.toMatch(absent === 'lieux' ? /\b0 lieu/ : /\b0 poste/)
  },
)

test.each(['lieux', 'structures'] as const)(
  'without the file of %s its indicator is drawn nowhere and named nowhere',
  async (absent) => {
    const site = siteOn(paysSans(absent))
    const html = await (await site(`/couverture?indicateur=${absent === 'lieux' ? 'lieux' : 'postes'}`)).text()
    expect(textOf(html)).not.toContain('Le plus :')
    expect(tablesIn(html).has('territoires-sans-lieu')).toBe(absent === 'structures')
    const csv = await (await site('/couverture/ruralite-nombres.csv')).text()
    const [header = '', ...rows] = csv.trim().split('\n')
    const rang = header.split(/[,;]/).findIndex((nom) => nom.includes(absent === 'lieux' ? 'lieux' : 'postes'))
    expect(rang).toBeGreaterThan(0)
    expect(rows.every((row) => row.trim().split(/[,;]/)[rang] === '')).toBe(true)
  },
)

test.each(['/departements/23', '/communes/23096', '/communes/48198'])(
  '%s says no place missing where the file of places is',
  async (path) => {
    const text = textOf(await (await siteOn(paysSans('lieux'))(path)).text())
    expect(text).toContain(SENTENCES.lieux)
    expect(text).not.toMatch(/aucun lieu|n’a pas de lieu|n’ont pas de lieu|Communes sans lieu|\b0 lieu/i)
  },
)

test.each(['lieux', 'structures'] as const)(
  'without the file of %s the drawings are files without a figure of it',
  async (absent) => {
    const site = siteOn(paysSans(absent))
    const indicateur = absent === 'lieux' ? 'a-10-km' : 'postes'
    for (const file of ['carte.svg', 'distance-courbe.svg']) {
      const response = await site(`/couverture/${file}?indicateur=${indicateur}`)
      expect([file, response.status]).toEqual([file, 200])
      expect(await response.text(), file).not.toMatch(/NaN|undefined/)
    }
    const carte = textOf(`<body>${await (await site(`/couverture/carte.svg?indicateur=${indicateur}`)).text()}`)
    expect(carte).toContain('Creuse (23) : non connu')
  },
)

test('the drawing of a department does not say that it has no place where the file of places is missing', async () => {
  const titre = async (site: ReturnType<typeof siteOn>) =>
    textOf(`<body>${await (await site('/departements/23/plan.svg')).text()}`)
  expect(await titre(siteOn(paysCouvert()))).toMatch(/Creuse \(23\) : \d+ lieux d’accueil/)
  const text = await titre(siteOn(paysSans('lieux')))
  expect(text).toContain('lieux d’accueil inconnus')
  expect(text).not.toContain('aucun lieu')
})

test('without the file of places no scenario is computed, rather than one that closes nothing', async () => {
  const response = await siteOn(paysSans('lieux'))('/scenarios?fin=prives')
  const text = textOf(await response.text())
  expect(response.status).toBe(200)
  expect(text).toContain('Le fichier des lieux n’est pas importé : ce scénario ne peut pas être calculé.')
  expect(text).not.toContain('Dans ce scénario')
  expect((await siteOn(paysSans('lieux'))('/scenarios/scenario-national.csv?fin=prives')).status).toBe(404)
})

test('without the file of posts no scenario is computed', async () => {
  const text = textOf(await (await siteOn(paysSans('structures'))('/scenarios?fin=prives')).text())
  expect(text).toContain('Le fichier des postes n’est pas importé')
  expect(text).not.toContain('Dans ce scénario')
})

test('the change of posts needs no place, and no list of posts says no figure', async () => {
  const withoutPlaces = textOf(await (await siteOn(paysEvolution())('/evolution')).text())
  expect(withoutPlaces).toContain('passée de 14 à 18 postes')
  expect(withoutPlaces).not.toMatch(/\b0 lieu/)
  const withoutPosts = textOf(await (await siteOn(paysSans('structures'))('/evolution')).text())
  expect(withoutPosts).toContain('Aucune liste de postes n’est importée.')
  expect(withoutPosts).not.toMatch(/\b0 poste/)
})
