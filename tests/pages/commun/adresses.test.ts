import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createGeocodeur } from '#app/geocodeur/geocodeur.server.ts'
import { hrefsIn, siteOn, textOf } from '#tests/pages/site.ts'
import { answersWith, feature, startGeocoder } from '#tests/support/geocoder.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const db = paysSitue()
const offline = siteOn(db)
let geocoder: Awaited<ReturnType<typeof startGeocoder>>
let site: ReturnType<typeof siteOn>
beforeAll(async () => {
  geocoder = await startGeocoder()
  site = siteOn(db, { geocodeur: createGeocodeur(geocoder.url) })
})
beforeEach(() => {
  geocoder.asked.length = 0
})
afterAll(() => geocoder.stop())

const TYPED = '2 place bonnyaud gueret'
const url = (path: string, q: string) => `${path}?${new URLSearchParams({ q })}`
const nowhere = (response: Response) => [response.headers.get('Cache-Control'), response.headers.get('X-Robots-Tag')]

test('the API gives the addresses of a text that looks like one, kept in no cache', async () => {
  const response = await site(url('/api/v1/recherche', TYPED))
  expect(response.status).toBe(200)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(nowhere(response)).toEqual(['private, no-store', 'noindex'])
  const { resultats } = await response.json()
  expect(resultats[0]).toEqual({
    type: 'adresse',
    code: '46.169,1.872',
    nom: '2 Place Bonnyaud',
    contexte: '23000 Guéret',
    lat: 46.169,
    lon: 1.872,
  })
  // The place that stands there is found by its address too.
  expect(resultats.slice(1).map(({ type }: { type: string }) => type)).toEqual(['lieu'])
})

test.each(['gueret', '23000', '23000 Guéret', 'mairie', 'paris 13'])('"%s" is answered here', async (q) => {
  const response = await site(url('/api/v1/recherche', q))
  expect(response.headers.get('Cache-Control')).toBeNull()
  await site(url('/', q))
  expect(geocoder.asked).toEqual([])
})

test('without JavaScript the page offers the addresses, the other filters kept, and is kept in no cache', async () => {
  const response = await site('/?ruralite=rural&rayon=5&q=9+rue+des+Lilas')
  expect(response.status).toBe(200)
  expect(nowhere(response)).toEqual(['private, no-store', 'noindex'])
  const html = await response.text()
  expect(hrefsIn(html, /lat=/)).toEqual(['/?ruralite=rural&lat=46.169&lon=1.872'])
  expect(textOf(html)).toContain('2 Place Bonnyaud, 23000 Guéret')
  expect(textOf(html)).toContain('Base Adresse Nationale')
  expect(geocoder.asked[0]?.get('autocomplete')).toBe('0')
})

test('without a geocoder the town of the address is gone to, and the page says so', async () => {
  const response = await offline(url('/', '9 rue des Lilas 23000 Guéret'))
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/?commune=23096&compris=adresse'])
  expect(nowhere(response)[0]).toBe('private, no-store')
  const text = textOf(await (await offline('/?commune=23096&compris=adresse')).text())
  expect(text).toContain('Nous n’avons pas trouvé cette adresse : les distances sont comptées depuis Guéret (23).')
  const { resultats } = await (await offline(url('/api/v1/recherche', '9 rue des Lilas Guéret'))).json()
  expect(resultats).toEqual([{ type: 'commune', code: '23096', nom: 'Guéret', contexte: '23000, Creuse' }])
})

test('an address of no town: a sentence and the way to the commune', async () => {
  geocoder.state.answer = answersWith([])
  const text = textOf(await (await site(url('/', '9 rue des Violettes'))).text())
  expect(text).toContain('Nous n’avons pas trouvé l’adresse « 9 rue des Violettes »')
  expect(text).toContain('Ajoutez la commune ou le code postal')
  expect(text).not.toContain('Aucun lieu')
  geocoder.state.answer = answersWith([feature()])
})

test('a name that places bear, under filters that leave none, is not said to be unknown', async () => {
  const text = textOf(await (await site('/?q=mediatheque&departement=974')).text())
  expect(text).toContain('Aucun lieu')
  expect(text).not.toContain('Rien ne porte le nom')
})

test.each([
  '12 rue "*',
  '12 rue NEAR(a b)',
  '12 rue ^paris -lyon',
  "12 rue' OR 1=1; drop table commune; --",
  '12 rue 🙂🙂🙂 neuve',
  '12 rue {nom : a}',
  '12 rue \u0000neuve',
  '12 rue <script>alert(1)</script>',
  '((((((((((',
  'AND OR NOT',
  `${'rue '.repeat(49)}x`,
])('%.30s: the function, the API and the page answer calmly', async (q) => {
  const api = await site(url('/api/v1/recherche', q))
  expect(api.status).toBe(200)
  expect(Array.isArray((await api.json()).resultats)).toBe(true)
  const page = await site(url('/', q))
  expect(page.status).toBe(200)
  expect(await page.text()).not.toContain('<script>alert')
})

test('a text of ten thousand characters: 400 in words, on the page and in the API, and the geocoder is not asked', async () => {
  const q = '12 rue de la Paix '.repeat(600)
  expect((await site(url('/api/v1/recherche', q))).status).toBe(400)
  const page = await site(url('/', q))
  expect(page.status).toBe(400)
  expect(textOf(await page.text())).toContain('Le paramètre « q »')
  expect(geocoder.asked).toEqual([])
})
