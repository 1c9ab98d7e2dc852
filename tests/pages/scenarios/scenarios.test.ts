import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { pays } from '#tests/support/pays.ts'
import { paysScenarios } from '#tests/support/pays-scenarios.ts'

const site = siteOn(paysScenarios())
const get = async (path: string) => {
  const response = await site(path)
  return { status: response.status, text: textOf(await response.text()) }
}

test('the private employers gone: two of five posts, two of five places, with the assumption beside', async () => {
  const { status, text } = await get('/scenarios?fin=prives')
  expect(status).toBe(200)
  expect(text).toContain('Dans ce scénario, 2 des 5 postes validés')
  expect(text).toContain('2 lieux d’accueil sur 5')
  expect(text).toContain('Hypothèse')
  expect(text).toContain('L’employeur d’un lieu sur 5 n’est pas connu')
})

test('outside FRR: posts whose class is unknown are counted beside the figure, never among those outside', async () => {
  const { text } = await get('/scenarios?fin=hors-frr')
  expect(text).toContain(
    'Dans ce scénario, 2 des 5 postes validés au 5 avril 2023 prennent fin. Classement inconnu : 1 poste, maintenu.',
  )
  const known = await get('/scenarios?fin=departement&departement=23')
  expect(known.text).not.toContain('inconnu :')
})

test('the figures of the page are those of its file', async () => {
  const csv = await (await site('/scenarios/scenario-departements.csv?fin=prives')).text()
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true })
  const { text } = await get('/scenarios?fin=prives')
  expect(data.length).toBeGreaterThan(1)
  for (const row of data) expect(text).toContain(Object.values(row)[0])
})

test('the same seed gives the same page, byte for byte', async () => {
  const path = '/scenarios?fin=tirage&postes=2&graine=7'
  expect(await (await site(path)).text()).toBe(await (await site(path)).text())
})

test.each([
  ['?fin=fin-du-monde', '« fin »'],
  ['?fin=tirage&postes=-1', '« postes »'],
  ['?fin=tirage&postes=1e9', '« postes »'],
  ['?fin=tirage', '« postes »'],
  ['?fin=tirage&postes=2&part=30', '« part »'],
  ['?fin=departement', '« departement »'],
  ['?fin=prives&trier=age', '« trier »'],
  ['?fin=departement&departement=99', '« departement »'],
])('%s: 400, and the parameter is named, on the page and for a file', async (search, named) => {
  const page = await get(`/scenarios${search}`)
  expect([page.status, page.text.includes(named)]).toEqual([400, true])
  expect((await site(`/scenarios/scenario-departements.csv${search}`)).status).toBe(400)
})

test('a file that is not there is 404, and a directory without posts answers', async () => {
  expect((await site('/scenarios/rien.csv?fin=prives')).status).toBe(404)
  expect((await siteOn(pays())('/scenarios')).status).toBe(200)
})
