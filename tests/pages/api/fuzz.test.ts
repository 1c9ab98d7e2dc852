import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combien, dire } from '#tests/faults/echelle.ts'
import { siteOn } from '#tests/pages/site.ts'
import { demandes } from '#tests/support/fuzz-api.ts'
import { describedBy } from '#tests/support/openapi.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const DEMANDES = 2_000
const db = paysSitue()
const site = siteOn(db)
const description = await (await site('/api/v1/openapi.json')).json()
const { faults } = describedBy(description)
const all = (sql: string) => db.$client.prepare<[], string>(sql).pluck().all()

const PARTS = {
  'lieux.id': all('select id from lieu'),
  'structures.siret': all('select cle from structure'),
  'communes.code': all('select code from commune'),
  'departements.code': all('select code from departement'),
  'epci.siren': ['200034825', '243500139'],
  'chiffres.id': ['lieux', 'postes-10000', 'mediane'],
}

test('whatever is asked, the answer is a success as described or a refusal as described', {
  timeout: 600_000,
}, async () => {
  const said = new Map<number, number>()
  const property = fc.asyncProperty(demandes(description, PARTS), async ({ template, path, headers }) => {
    const response = await site(path, { headers })
    const { status } = response
    said.set(status, (said.get(status) ?? 0) + 1)
    expect(status === 200 || (status >= 400 && status < 500), `${path} answers ${status}`).toBe(true)
    expect(response.headers.get('Access-Control-Allow-Origin'), path).toBe('*')
    const type = response.headers.get('Content-Type') ?? ''
    const body = type.includes('json') ? await response.json() : await response.text()
    expect([path, faults(template, 'get', { status, type, body })]).toEqual([path, []])
    if (status === 400) expect(body.detail, path).toMatch(/« .* »/s)
  })
  await fc.assert(property, { numRuns: combien(DEMANDES), seed: 20_261_130 })
  dire(`API : ${[...said].map(([status, nombre]) => `${nombre} × ${status}`).join(', ')}`)
  expect(said.get(200)).toBeGreaterThan(combien(DEMANDES) / 4)
  expect(said.get(400)).toBeGreaterThan(0)
})
