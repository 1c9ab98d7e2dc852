import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { DONNEES } from '#app/pages/donnees/tableaux.server.ts'
import { tableauEpci } from '#app/pages/territoires/epci/tableaux.server.ts'
import { brokenLinks } from '#tests/pages/liens-internes.ts'
import { siteOn } from '#tests/pages/site.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'

const db = paysCouvert()
const site = siteOn(db)
const one = (query: string) => db.$client.prepare(query).pluck().get()

async function csv(path: string): Promise<Record<string, string>[]> {
  const text = (await (await site(path)).text()).replace('\uFEFF', '').trim()
  return Papa.parse<Record<string, string>>(text, { header: true }).data
}

test('the table of communes has each once, its code first, and adds up to the country', async () => {
  const rows = await csv('/donnees/communes.csv')
  expect(Object.keys(rows[0] ?? {})[0]).toBe('Code Insee')
  expect(rows).toHaveLength(Number(one('select count(*) from commune')))
  const sum = (nom: string) => rows.reduce((total, row) => total + Number(row[nom]), 0)
  expect(sum('Habitants')).toBe(one('select sum(population) from commune'))
  expect(sum('Lieux d’accueil connus au 10 janvier 2026')).toBe(
    one("select count(*) from lieu where reseau = 'conseiller-numerique' and commune_code is not null"),
  )
  expect(sum('Postes validés au 5 avril 2023')).toBe(
    one('select sum(nombre) from poste where source_id = 1 and commune_code is not null'),
  )
  expect(new Set(rows.map((row) => row['Date des lieux']))).toEqual(new Set(['2026-01-10']))
})

test('a table that is held is made once for a data set, and again when its data change', () => {
  const own = paysCouvert()
  const employeurs = DONNEES.find(({ id }) => id === 'postes-par-employeur')?.make
  expect(employeurs?.(own)).toBe(employeurs?.(own))
  expect(tableauEpci(own, '23')).toBe(tableauEpci(own, '23'))
  const before = employeurs?.(own)
  own.$client.exec('update poste set nombre = nombre + 1')
  expect(employeurs?.(own)).not.toBe(before)
})

test('every commune is read some at a time, the most populated first, and again when the data change', () => {
  const own = paysCouvert()
  const lots = () => [
    ...(DONNEES.find(({ id }) => id === 'communes')
      ?.make(own)
      .suite?.() ?? []),
  ]
  const codes = own.$client.prepare('select code from commune order by population desc, code').pluck().all()
  expect(lots().length).toBe(Math.ceil(codes.length / 125))
  expect(
    lots()
      .flat()
      .map(({ valeurs }) => valeurs.code),
  ).toEqual(codes)
  const lieux = () =>
    lots()
      .flat()
      .find(({ valeurs }) => valeurs.code === '23096')?.valeurs.lieux
  expect(lieux()).not.toBe(0)
  own.$client.exec("delete from lieu where commune_code = '23096'")
  expect(lieux()).toBe(0)
})

test('posts by employer add up to those of the list', async () => {
  const rows = await csv('/donnees/postes-par-employeur.csv')
  expect(rows.reduce((n, row) => n + Number(row['Postes validés au 5 avril 2023']), 0)).toBe(
    one('select sum(postes) from structure'),
  )
})

test.each(['departements', 'epci', 'communes', 'postes-par-employeur'])(
  'the columns of %s.csv are those that its JSON describes, with types and dated sources',
  async (id) => {
    const { schema, sources, path } = await (await site(`/donnees/${id}.json`)).json()
    const [header = []] = Papa.parse<string[]>(
      (await (await site(`/donnees/${path}`)).text()).replace('\uFEFF', ''),
    ).data
    expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(header)
    for (const { type } of schema.fields) expect(['string', 'integer', 'number']).toContain(type)
    for (const { date } of sources) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect((await site(`/donnees/${id}.xlsx`)).status).toBe(200)
  },
)

test('the GeoJSON has every department with its figures; what the file does not know is null', async () => {
  const { features } = await (await site('/donnees/departements.geojson')).json()
  const of = (code: string) => features.find((one: { properties: { code: string } }) => one.properties.code === code)
  expect(features).toHaveLength(Number(one('select count(*) from departement')))
  expect(of('23').properties).toMatchObject({ lieux: 4, postes: 2, postes_au: '2023-04-05' })
  expect(of('23').geometry.type).toMatch(/Polygon$/)
  expect(of('987').properties).toMatchObject({ lieux: null, 'a-10-km': null, postes: 2 })
})

test('every link of the page leads somewhere; another file is a 404', async () => {
  expect(await brokenLinks(site, '/donnees')).toEqual([])
  expect((await site('/donnees/rien.csv')).status).toBe(404)
})
