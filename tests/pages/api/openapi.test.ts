import { describe, expect, test } from 'vitest'
import { CHEMINS } from '#app/pages/api/parametres.ts'
import { RESSOURCES } from '#app/pages/api/ressources.server.ts'
import { siteOn } from '#tests/pages/site.ts'
import { describedBy, templateOf } from '#tests/support/openapi.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const db = paysSitue()
// The EPCI of Guéret, by the reference that the project carries.
db.$client.exec("update commune set epci_code = '200034825' where code = '23096'")
const site = siteOn(db)
const description = await (await site('/api/v1/openapi.json')).json()
const { faults } = describedBy(description)

const first = (sql: string) => String(db.$client.prepare(sql).pluck().get())
const CHOISIS: Record<string, string> = {
  $lieu: first("select id from lieu where reseau = 'conseiller-numerique' order by id"),
  $structure: first('select cle from structure order by cle'),
  $epci: first('select epci_code from commune where epci_code is not null order by 1'),
  $departement: first('select code from departement order by code'),
}
const EXEMPLES = Object.values(RESSOURCES).flatMap((une) => une?.exemples ?? [])
const pathOf = (exemple: string) => `/api/v1/${exemple.replace(/\$\w+/, (name) => CHOISIS[name] ?? name)}`

test('it is OpenAPI 3.1, with a version, a licence and an operation for each address', () => {
  expect(description.openapi).toBe('3.1.0')
  expect(description.info.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(description.info.license.name).toBe('Licence Ouverte 2.0')
  const paths = CHEMINS.map(({ chemin }) => chemin.replace(/:(\w+)/g, '{$1}'))
  expect(Object.keys(description.paths).sort()).toEqual(paths.sort())
})

test('each parameter says what it asks and what a value is, and each operation has a name of its own', () => {
  const operations = Object.values(description.paths).map((path) => Object.values(path as object)[0])
  for (const { parameters = [], summary } of operations) {
    expect(summary).toMatch(/\w/)
    for (const { name, in: where, description: dit, schema } of parameters) {
      expect(schema.type, name).toMatch(/string|integer|number|array/)
      if (where === 'query') expect(dit, name).toMatch(/ Valeur : /)
    }
  }
  const ids = operations.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('every example', () => {
  test.each(EXEMPLES)('%s answers as described, no field more', async (exemple) => {
    const path = pathOf(exemple)
    const response = await site(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    const type = response.headers.get('Content-Type') ?? ''
    const template = templateOf(description, path.split('?')[0] as string)
    expect(template).toBeDefined()
    const body = type.includes('json') ? await response.json() : await response.text()
    expect(faults(template as string, 'get', { status: 200, type, body })).toEqual([])
  })
})

test('an answer with a field that the description lacks would be seen', async () => {
  const body = await (await site('/api/v1/lieux?limit=1')).json()
  const answer = { status: 200, type: 'application/json' }
  expect(faults('/api/v1/lieux', 'get', { ...answer, body })).toEqual([])
  expect(faults('/api/v1/lieux', 'get', { ...answer, body: { ...body, autre: 1 } })).not.toEqual([])
  const lieux = [{ ...body.lieux[0], autre: 1 }]
  expect(faults('/api/v1/lieux', 'get', { ...answer, body: { ...body, lieux } })).not.toEqual([])
})

test('a refusal is as described too', async () => {
  for (const path of ['/api/v1/lieux?limit=0', '/api/v1/lieux/zzzz', '/api/v1/epci?zzz=1']) {
    const response = await site(path)
    const type = response.headers.get('Content-Type') ?? ''
    const template = templateOf(description, path.split('?')[0] as string) as string
    expect(faults(template, 'get', { status: response.status, type, body: await response.json() })).toEqual([])
  }
})
