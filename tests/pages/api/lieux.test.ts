import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { siteOn } from '#tests/pages/site.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const db = paysSitue()
const site = siteOn(db)

async function json(path: string) {
  const response = await site(path)
  return { status: response.status, headers: response.headers, body: await response.json() }
}

test('the places of the list, in its order, with their count and their source', async () => {
  const { status, headers, body } = await json('/api/v1/lieux?departement=23&ruralite=rural')
  expect(status).toBe(200)
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(body.total).toBe(2)
  expect(body.lieux.map((lieu: { id: string }) => lieu.id)).toEqual(['l3', 'l4'])
  expect(body.source).toEqual([
    {
      titre: 'Lieux de médiation',
      date: '2026-01-10',
      licence: 'Licence Ouverte 2.0',
      url: null,
      demonstration: false,
    },
  ])
})

test('a place carries the names of the standard, its lists, and where it is counted', async () => {
  const { body } = await json('/api/v1/lieux?q=mediatheque')
  expect(body.lieux[0]).toMatchObject({
    id: 'gueret-mediatheque',
    nom: 'Médiathèque de Guéret',
    code_postal: '23000',
    code_insee: '23096',
    telephone: '+33555412345',
    latitude: 46.169,
    longitude: 1.872,
    services: ['Aide aux démarches administratives', 'Loisirs et créations numériques'],
    frais_a_charge: ['Gratuit'],
    departement: '23',
    ruralite: 'intermediaire',
    precision: 'adresse',
    url: 'https://carte.example/lieux/gueret-mediatheque',
    ids_publies: ['Coop-numérique_1'],
  })
})

test('with a position the nearest come first, in the three formats, with the distance', async () => {
  const near = 'lat=46.17&lon=1.87&rayon=50'
  const { body } = await json(`/api/v1/lieux?${near}`)
  const ids = body.lieux.map((lieu: { id: string }) => lieu.id)
  const km = body.lieux.map((lieu: { distance_km: number }) => lieu.distance_km)
  expect(km).toEqual([...km].sort((a, b) => a - b))
  const geo = (await json(`/api/v1/lieux.geojson?${near}`)).body
  expect(geo.features.map((one: { id: string }) => one.id)).toEqual(ids)
  const csv = await (await site(`/api/v1/lieux.csv?${near}`)).text()
  expect(Papa.parse<{ id: string }>(csv, { header: true, skipEmptyLines: true }).data.map((row) => row.id)).toEqual(ids)
})

test('`limit` and `page` cut the list; the files hold every row unless it is given', async () => {
  const first = (await json('/api/v1/lieux?limit=3')).body
  const second = (await json('/api/v1/lieux?limit=3&page=2')).body
  expect([first.total, first.lieux.length, second.lieux.length]).toEqual([10, 3, 3])
  expect(first.lieux.map((l: { id: string }) => l.id)).not.toContain(second.lieux[0].id)
  expect((await json('/api/v1/lieux.geojson')).body.features).toHaveLength(10)
  expect((await json('/api/v1/lieux.geojson?limit=2')).body.features).toHaveLength(2)
  expect((await json('/api/v1/lieux?page=99')).body.lieux).toEqual([])
})

test('GeoJSON points are longitude first, and a place that stands nowhere has no geometry', async () => {
  const { headers, body } = await json('/api/v1/lieux.geojson')
  expect(headers.get('Content-Type')).toContain('application/geo+json')
  const media = body.features.find((one: { id: string }) => one.id === 'gueret-mediatheque')
  expect(media.geometry).toEqual({ type: 'Point', coordinates: [1.872, 46.169] })
  const nowhere = db.$client
    .prepare("select id from lieu where lat is null and reseau = 'conseiller-numerique'")
    .pluck()
  for (const id of nowhere.all()) {
    expect(body.features.find((one: { id: unknown }) => one.id === id).geometry).toBeNull()
  }
})

test('the CSV reads back whole, every cell exact, and keeps its header without a row', async () => {
  const response = await site('/api/v1/lieux.csv')
  expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('Content-Disposition')).toContain('attachment')
  const bytes = Buffer.from(await response.arrayBuffer())
  // The mark that makes a spreadsheet read the accents.
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const { data, errors } = Papa.parse<Record<string, string>>(bytes.toString('utf8').slice(1), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  expect(data).toHaveLength(10)
  const noms = db.$client
    .prepare<[], string>("select nom from lieu where reseau = 'conseiller-numerique'")
    .pluck()
    .all()
  expect(data.map(({ nom }) => nom).sort()).toEqual(noms.sort())
  expect(noms).toContain('=cmd()|<b>Élan</b>')
  expect(data.find((row) => row.id === 'gueret-mediatheque')?.telephone).toBe('+33555412345')
  const empty = await (await site('/api/v1/lieux.csv?q=zzzz')).text()
  expect(empty.trim().split('\r\n')).toHaveLength(1)
  expect(empty).toContain('code_insee')
})

test.each([
  ['?rayon=1000000000', '« rayon »'],
  ['?lat=91&lon=0', '« lat »'],
  ['?lat=48', '« lon »'],
  ['?commune=99999', '« commune »'],
  ['?limit=0', '« limit »'],
  ['?limit=1e9', '« limit »'],
  ['?limit=1001', '« limit »'],
  ['?departement=99', '« departement »'],
  ['?department=23', '« department »'],
  ['?ouvert=hier', '« ouvert »'],
])('%s: 400, and the parameter is named', async (search, named) => {
  const { status, body } = await json(`/api/v1/lieux${search}`)
  expect(status).toBe(400)
  expect(body.erreur).toContain(named)
})
