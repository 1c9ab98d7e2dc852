import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const db = paysSitue()
const site = siteOn(db)
const count = (sql: string) => db.$client.prepare<[], number>(sql).pluck().get() ?? 0
const get = async (path: string) => {
  const response = await site(path)
  return { status: response.status, location: response.headers.get('Location'), text: textOf(await response.text()) }
}

test('the file of departments holds what the tables count, by SQL of its own', async () => {
  const response = await site('/departements/fichier/departements.csv')
  expect(response.status).toBe(200)
  const rows = Papa.parse<string[]>((await response.text()).slice(1), { skipEmptyLines: true }).data
  const [header, ...lines] = rows
  const at = (nom: RegExp) => header?.findIndex((cell) => nom.test(cell)) ?? -1
  for (const code of ['23', '48', '75', '974']) {
    const line = lines.find((cells) => cells.includes(code))
    const lieux = count(
      `select count(*) from lieu where reseau = 'conseiller-numerique' and departement_code = '${code}'`,
    )
    const postes = count(
      `select coalesce(sum(nombre), 0) from poste where source_id = 1 and departement_code = '${code}'`,
    )
    expect(line?.[at(/^Lieux d’accueil connus au 10 janvier 2026$/)], code).toBe(String(lieux))
    expect(line?.[at(/^Postes validés/)], code).toBe(String(postes))
  }
})

test('a department sums itself up in a sentence, and lists its places', async () => {
  const { status, text } = await get('/departements/23')
  expect(status).toBe(200)
  expect(text).toContain('La Creuse compte 4 lieux d’accueil connus')
  expect(text).toContain('Médiathèque de Guéret')
})

test.each([
  ['/communes/23999', '/communes/23008'],
  ['/communes/75103', '/communes/75056'],
])('%s leads to today’s page, %s, for good', async (path, expected) => {
  const { status, location } = await get(path)
  expect([status, location?.replace('https://carte.example', '')]).toEqual([301, expected])
})

test.each(['/departements/99', '/communes/99999', '/communes/x', '/departements/23/rien.csv'])(
  '%s is 404',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)

test('a commune says its places, and the API gives the same', async () => {
  const { status, text } = await get('/communes/23096')
  expect(status).toBe(200)
  expect(text).toContain('Guéret')
  const own = count("select count(*) from lieu where reseau = 'conseiller-numerique' and commune_code = '23096'")
  const body = await (await site('/api/v1/communes/23096/lieux')).json()
  expect(body.commune).toEqual({ code: '23096', nom: 'Guéret' })
  expect([body.total, body.lieux.length]).toEqual([own, own])
  const near = await (await site('/api/v1/communes/23096/lieux?rayon=50')).json()
  const km = near.lieux.map((lieu: { distance_km: number }) => lieu.distance_km)
  expect(km).toEqual([...km].sort((a, b) => a - b))
  expect(near.total).toBeGreaterThan(own)
})

test.each([
  ['/api/v1/communes/23096/lieux?rayon=7', 400],
  ['/api/v1/communes/23096/lieux?x=1', 400],
  ['/api/v1/communes/99999/lieux', 404],
])('%s: %i as JSON', async (path, status) => {
  const response = await site(path)
  expect(response.status).toBe(status)
  expect(response.headers.get('Content-Type')).toContain('json')
})
