import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createGeocodeur } from '#app/geocodeur/geocodeur.server.ts'
import { answersWith, feature, startGeocoder } from '#tests/support/geocoder.ts'

const ADRESSE = { nom: '2 Place Bonnyaud', codePostal: '23000', commune: 'Guéret', lat: 46.169, lon: 1.872 }
const TYPED = '2 place bonnyaud gueret'

let geocoder: Awaited<ReturnType<typeof startGeocoder>>
beforeAll(async () => {
  geocoder = await startGeocoder()
})
beforeEach(() => {
  geocoder.asked.length = 0
  geocoder.state.answer = answersWith([feature()])
})
afterAll(() => geocoder.stop())

const typing = { typing: true }
const texts = () => geocoder.asked.map((params) => params.get('q'))

test('an address is found, its position rounded to a hundred metres', async () => {
  expect(await createGeocodeur(geocoder.url).find(TYPED, typing)).toEqual([ADRESSE])
  expect(Object.fromEntries(geocoder.asked[0] ?? [])).toEqual({
    q: TYPED,
    limit: '5',
    index: 'address',
    autocomplete: '1',
  })
})

test('a text that was sent is no longer being typed', async () => {
  await createGeocodeur(geocoder.url).find(TYPED, { typing: false })
  expect(geocoder.asked[0]?.get('autocomplete')).toBe('0')
})

test('the same text is asked once', async () => {
  const { find } = createGeocodeur(geocoder.url)
  await find(TYPED, typing)
  expect(await find(`  ${TYPED.replaceAll(' ', '  ')} `, typing)).toEqual([ADRESSE])
  expect(geocoder.asked).toHaveLength(1)
})

test('the memory is bounded: after many other texts the first is asked again', async () => {
  const { find } = createGeocodeur(geocoder.url)
  await find(TYPED, typing)
  for (let n = 0; n < 250; n += 1) await find(`${n} rue de la Paix`, typing)
  await find(TYPED, typing)
  expect(geocoder.asked).toHaveLength(252)
})

test.each([
  ['« 12 rue Neuve', '12 rue Neuve'],
  ['\u0000 12\true\nNeuve ', '12 rue Neuve'],
  ['a'.repeat(10_000), 'a'.repeat(200)],
])('%.20j is sent as the service reads it', async (text, sent) => {
  await createGeocodeur(geocoder.url).find(text, typing)
  expect(texts()).toEqual([sent])
})

test.each(['', '  ', '?!', '-', 'ab', '🙂🙂🙂🙂'])('%j is not sent: the service would refuse it', async (text) => {
  expect(await createGeocodeur(geocoder.url).find(text, typing)).toEqual([])
  expect(geocoder.asked).toEqual([])
})

test('switched off, nothing is asked', async () => {
  expect(await createGeocodeur(null).find(TYPED, typing)).toEqual([])
})

test.each([
  ['a municipality: communes are ours', feature({ type: 'municipality' })],
  ['a score that is a guess', feature({ score: 0.34 })],
  ['no score', feature({ score: undefined })],
  ['a score in words', feature({ score: 'high' })],
  ['no name', feature({ name: '  ' })],
  ['a name that is a list', feature({ name: ['2 Place Bonnyaud'] })],
  ['no town', feature({ city: null })],
  ['no coordinates', feature({}, null)],
  ['coordinates in words', feature({}, ['1.87', '46.16'])],
  ['one coordinate', feature({}, [1.87])],
  ['swapped coordinates', feature({}, [46.169, 1.871])],
  ['a point abroad (Madrid)', feature({}, [-3.703, 40.416])],
  ['a point nowhere', feature({}, [1e300, -1e300])],
  ['the origin', feature({}, [0, 0])],
  ['no geometry', { properties: feature().properties }],
  ['no properties', { geometry: feature().geometry }],
  ['null', null],
  ['a text', 'feature'],
])('a result with %s is left out, the others stay', async (_, odd) => {
  geocoder.state.answer = answersWith([odd, feature()])
  expect(await createGeocodeur(geocoder.url).find(TYPED, typing)).toEqual([ADRESSE])
})

test.each([
  ['La Réunion', [55.4504, -20.8789]],
  ['Guyane', [-52.326, 4.937]],
  ['Nouvelle-Calédonie', [166.447, -22.27]],
])('an address of %s is in France', async (_, [lon, lat]) => {
  geocoder.state.answer = answersWith([feature({}, [lon, lat])])
  expect(await createGeocodeur(geocoder.url).find(TYPED, typing)).toHaveLength(1)
})

test('two results of one name and town are one, and there are five at most', async () => {
  geocoder.state.answer = answersWith([feature(), feature({ id: 'other' })])
  expect(await createGeocodeur(geocoder.url).find(TYPED, typing)).toHaveLength(1)
  geocoder.state.answer = answersWith(Array.from({ length: 1000 }, (_, n) => feature({ name: `${n} Rue Neuve` })))
  expect(await createGeocodeur(geocoder.url).find(TYPED, typing)).toHaveLength(5)
})

test('a long or odd name is shortened to one line', async () => {
  geocoder.state.answer = answersWith([feature({ name: `2\u0000\n Place ${'x'.repeat(5000)}` })])
  const [adresse] = await createGeocodeur(geocoder.url).find(TYPED, typing)
  expect(adresse?.nom).toMatch(/^2 Place x+$/)
  expect(adresse?.nom.length).toBeLessThanOrEqual(120)
})

type Failure = [name: string, answer: Parameters<typeof startGeocoder>[0]]
const failures: Failure[] = [
  ['500', (_req, res) => res.writeHead(500).end('{"code":500}')],
  ['404', (_req, res) => res.writeHead(404).end()],
  ['a redirection', (_req, res) => res.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end()],
  ['HTML with 200', (_req, res) => res.setHeader('Content-Type', 'text/html').end('<!doctype html><h1>Portail</h1>')],
  ['an empty body', (_req, res) => res.end()],
  ['JSON of another shape', (_req, res) => res.end('{"results":[]}')],
  ['a list of features that is none', (_req, res) => res.end('{"features":{"length":1e9}}')],
  ['null', (_req, res) => res.end('null')],
  ['a body cut short', (_req, res) => res.end('{"features":[')],
  ['a connection cut', (req) => req.socket.destroy()],
  ['a million results', (_req, res) => millionResults(res)],
  ['429 without a delay', (_req, res) => res.writeHead(429).end('slow down')],
]

/** Written piece by piece, as long as someone reads. */
function millionResults(res: import('node:http').ServerResponse): void {
  const piece = `${JSON.stringify(feature())},`.repeat(1000)
  let left = 1000
  const write = () => {
    while (left > 0 && !res.destroyed) {
      left -= 1
      if (!res.write(piece)) return res.once('drain', write)
    }
    if (!res.destroyed) res.end('null]}')
  }
  res.write('{"features":[')
  write()
}

test.each(failures)('%s: no address, and the next search does not ask', async (_, answer) => {
  if (answer) geocoder.state.answer = answer
  const { find } = createGeocodeur(geocoder.url)
  expect(await find(TYPED, typing)).toEqual([])
  expect(await find('12 rue Neuve', typing)).toEqual([])
  expect(texts()).toEqual([TYPED])
})

test('no answer at all: the search ends without addresses, and the next does not ask', async () => {
  geocoder.state.answer = () => undefined
  const { find } = createGeocodeur(geocoder.url, 50)
  expect(await find(TYPED, typing)).toEqual([])
  expect(await find('12 rue Neuve', typing)).toEqual([])
  expect(texts()).toEqual([TYPED])
})

test('headers at once and a body that never ends: the same', async () => {
  geocoder.state.answer = (_req, res) => res.write('{"features":[')
  const { find } = createGeocodeur(geocoder.url, 50)
  expect(await find(TYPED, typing)).toEqual([])
  await find('12 rue Neuve', typing)
  expect(texts()).toEqual([TYPED])
})

test('no geocoder where it should be: no address', async () => {
  const { find } = createGeocodeur('http://127.0.0.1:9/geocodage')
  expect(await find(TYPED, typing)).toEqual([])
})

test('a text that the service refuses (400) is no failure of the service', async () => {
  geocoder.state.answer = (_req, res) => res.writeHead(400).end('{"code":400,"message":"q"}')
  const { find } = createGeocodeur(geocoder.url)
  expect(await find(TYPED, typing)).toEqual([])
  await find('12 rue Neuve', typing)
  expect(geocoder.asked).toHaveLength(2)
})

test('after 429 the service is left alone as long as it asked, then asked again', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0)
  geocoder.state.answer = (_req, res) => res.writeHead(429, { 'Retry-After': '7' }).end()
  const { find } = createGeocodeur(geocoder.url)
  await find(TYPED, typing)
  geocoder.state.answer = answersWith([feature()])
  now.mockReturnValue(6900)
  expect(await find(TYPED, typing)).toEqual([])
  now.mockReturnValue(7100)
  expect(await find(TYPED, typing)).toEqual([ADRESSE])
  expect(geocoder.asked).toHaveLength(2)
  now.mockRestore()
})

test('what fails again is left alone for longer, ten minutes at most, and success forgives', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0)
  const { find } = createGeocodeur(geocoder.url)
  const askedAt = async (ms: number) => {
    now.mockReturnValue(ms)
    const before = geocoder.asked.length
    await find(`${ms} rue Neuve`, typing)
    return geocoder.asked.length > before
  }
  geocoder.state.answer = (_req, res) => res.writeHead(503).end()
  expect([await askedAt(0), await askedAt(29_000), await askedAt(31_000)]).toEqual([true, false, true])
  expect([await askedAt(62_000), await askedAt(92_000)]).toEqual([false, true])
  let at = 92_000
  for (let n = 0; n < 12; n += 1) {
    at += 601_000
    expect(await askedAt(at)).toBe(true)
  }
  geocoder.state.answer = answersWith([])
  expect(await askedAt(at + 601_000)).toBe(true)
  geocoder.state.answer = (_req, res) => res.writeHead(503).end()
  expect([await askedAt(at + 602_000), await askedAt(at + 633_000)]).toEqual([true, true])
  now.mockRestore()
})

test('many searches at once ask the service ten at a time', async () => {
  const held: (() => void)[] = []
  geocoder.state.answer = (req, res) => held.push(() => answersWith([feature()])(req, res))
  const { find } = createGeocodeur(geocoder.url, 20_000)
  const searches = Array.from({ length: 40 }, (_, n) => find(`${n} rue Neuve`, typing))
  await vi.waitFor(() => expect(held).toHaveLength(10))
  for (const answer of held) answer()
  const found = (await Promise.all(searches)).filter((adresses) => adresses.length > 0)
  expect(found).toHaveLength(10)
})

test('nothing is written anywhere', async () => {
  const written = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write'), vi.spyOn(console, 'error')]
  geocoder.state.answer = (_req, res) => res.writeHead(500).end()
  await createGeocodeur(geocoder.url).find('secret rue Neuve', typing)
  expect(JSON.stringify(written.flatMap((spy) => spy.mock.calls))).not.toContain('secret')
  for (const spy of written) spy.mockRestore()
})
