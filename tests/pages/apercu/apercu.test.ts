import { expect, test } from 'vitest'
import { ORIGIN, siteOn } from '#tests/pages/site.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const site = siteOn(paysSitue())
const bytes = async (path: string, from = site) => Buffer.from(await (await from(path)).arrayBuffer())

test.each([
  '',
  '?departement=23',
  '?commune=23096',
  '?ruralite=rural',
  '?departement=974',
  '?departement=23&departement=48',
])('a link to the list of « %s » has a picture of the size that networks ask for', async (query) => {
  const response = await site(`/apercu.png${query}`)
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png'])
  const png = Buffer.from(await response.arrayBuffer())
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  // IHDR: width and height, big-endian (PNG §11.2.2).
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  expect(png.length).toBeLessThan(150_000)
})

test('the picture is the same each time, and another when another place is known', async () => {
  const first = await bytes('/apercu.png?departement=23')
  expect((await bytes('/apercu.png?departement=23')).equals(first)).toBe(true)
  const more = paysSitue()
  insertLieux(more, [lieuRow({ numero: 90, departementCode: '23', lat: 46.05, lon: 2.1 })])
  expect((await bytes('/apercu.png?departement=23', siteOn(more))).equals(first)).toBe(false)
})

test('neither what was typed nor where someone is changes a picture', async () => {
  const whole = await bytes('/apercu.png')
  for (const query of ['q=gueret', 'lat=46.17&lon=1.87', 'cellule=46.1,1.8', 'page=2', 'tri=nom'])
    expect([query, (await bytes(`/apercu.png?${query}`)).equals(whole)]).toEqual([query, true])
})

test('a filter that means nothing is refused', async () => {
  const response = await site('/apercu.png?densite=9')
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('densite')])
})

test('a list of none says so, and one of places that do not say is of those to call', async () => {
  const own = paysSitue()
  const of = (query: string) => bytes(`/apercu.png?departement=974${query}`, siteOn(own))
  own.$client.exec("update lieu set offre_id = 1 where departement_code = '974'")
  const all = await of('')
  const silent = await of('&service=aide-aux-demarches-administratives')
  own.$client.exec("delete from lieu where departement_code = '974'")
  const none = await of('&service=aide-aux-demarches-administratives')
  expect([silent.equals(all), silent.equals(none)]).toEqual([false, false])
})

test('without the file of places no count is drawn', async () => {
  const none = pays()
  none.$client.exec("delete from source where kind = 'lieux'")
  expect((await siteOn(none)('/apercu.png')).status).toBe(200)
  expect((await bytes('/apercu.png', siteOn(none))).equals(await bytes('/apercu.png', siteOn(pays())))).toBe(false)
})

test.each([
  ['/', '/apercu.png'],
  ['/?departement=23', '/apercu.png?departement=23'],
  ['/?departement=23&gratuit=1', '/apercu.png?departement=23'],
  ['/?vue=liste', '/apercu.png'],
  ['/?lat=46.17&lon=1.87', '/apercu.png'],
  ['/departements/23', '/apercu.png?departement=23'],
  ['/communes/23096', '/apercu.png?commune=23096'],
  ['/lieux/gueret-mediatheque', '/apercu.png?departement=23'],
  ['/couverture?indicateur=lieux', '/couverture/carte.png?indicateur=lieux'],
  ['/methode', '/apercu.png'],
])('%s is shared with %s, which is a picture', async (path, image) => {
  const html = await (await site(path)).text()
  const content = /<meta property="og:image" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(content).toBe(ORIGIN + image)
  const response = await site(content.replace(ORIGIN, ''))
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png'])
})
