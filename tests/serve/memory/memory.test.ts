import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import type { Tenue } from '#app/domain/horaires/validite.ts'
import type { Db } from '#db/connect.server.ts'
import type { Made } from '#scripts/serve/memory/made.ts'
import { createMemory, type Memory } from '#scripts/serve/memory/memory.ts'
import { databaseOf } from '#tests/support/database.ts'
import { ask } from '#tests/support/server.ts'

const NOW = Date.UTC(2026, 2, 2, 8)
const TEXT = 'Un lieu d’accueil. '.repeat(200)
const BR = { 'Accept-Encoding': 'br' }
const running: http.Server[] = []

afterEach(async () => {
  vi.useRealTimers()
  for (const server of running.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

type Given = {
  bytes?: number
  tenue?: Tenue
  status?: number
  headers?: Made['headers']
  text?: (cle: string) => string
  takesMs?: number
  bodies?: Made['bodies']
}

/** A server of a memory alone, and the addresses that it had made, in order. */
async function remembering({
  bytes = 1e6,
  tenue,
  status = 200,
  headers = [],
  text = () => TEXT,
  takesMs = 0,
  bodies,
}: Given = {}) {
  const made: string[] = []
  const data: { db: Db } = { db: databaseOf({ empreinte: 'e1' }) }
  let wait = Promise.resolve()
  const memory = createMemory({
    ...{ bytes, version: 'v1', open: () => data.db, prepares: ['/', '/besoins'], commonOf: () => ['X-Common', 'yes'] },
    make: async (cle) => {
      made.push(cle)
      const own = { ...(tenue ?? DONNEES) }
      await wait
      if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs))
      const type: [string, string] = ['Content-Type', 'text/html; charset=utf-8']
      return { status, headers: [type, ...headers], bodies: bodies ?? { identity: Buffer.from(text(cle)) }, tenue: own }
    },
  })
  const port = await listen(memory)
  const get = (path: string, sent: Record<string, string> = {}) => ask(port, path, { headers: sent })
  const hold = () => {
    let release = () => {}
    wait = new Promise<void>((resolve) => {
      release = resolve
    })
    return release
  }
  return { made, data, memory, get, hold }
}

const DONNEES: Tenue = { jusqua: null, etats: false }

async function listen(memory: Memory): Promise<number> {
  const server = http.createServer((req, res) => {
    if (memory.hit(req, res)) return
    if (memory.fill(req, res) === null) res.writeHead(204).end()
  })
  running.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

test('a page asked sixty times at once is made once, and sixty times the same bytes leave', async () => {
  const { made, get, hold } = await remembering()
  const release = hold()
  const asked = Array.from({ length: 60 }, () => get('/couverture', BR))
  await vi.waitFor(() => expect(made).toEqual(['/couverture']))
  release()
  const answers = await Promise.all(asked)
  expect(made).toEqual(['/couverture'])
  expect(new Set(answers.map(({ body, headers }) => `${headers.etag} ${body.toString('hex')}`)).size).toBe(1)
})

test('an answer is sent again as it left, in each encoding, and made once for all three', async () => {
  const { made, get } = await remembering()
  for (const [accepted, encoding, read] of [
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ] as const) {
    const [first, again] = [
      await get('/besoins', { 'Accept-Encoding': accepted }),
      await get('/besoins', { 'Accept-Encoding': accepted }),
    ]
    expect(again.body.equals(first.body)).toBe(true)
    expect(read(again.body).toString()).toBe(TEXT)
    expect(again.headers['content-encoding']).toBe(encoding)
    expect(again.headers).toMatchObject({ 'x-common': 'yes', vary: 'Accept-Encoding', etag: first.headers.etag })
    expect(Number(again.headers['content-length'])).toBe(again.body.length)
  }
  expect(made).toEqual(['/besoins'])
})

test('what is already known is answered without a body, and says who may keep it', async () => {
  const { get } = await remembering()
  const { etag = '' } = (await get('/besoins', BR)).headers
  const known = await get('/besoins', { ...BR, 'If-None-Match': etag })
  expect([known.status, known.body.length]).toEqual([304, 0])
  expect(known.headers).toMatchObject({ etag, vary: 'Accept-Encoding', 'x-common': 'yes' })
  expect(known.headers['cache-control']).toMatch(/s-maxage=300, stale-while-revalidate=/)
  expect((await get('/besoins', { ...BR, 'If-None-Match': 'W/"other"' })).status).toBe(200)
})

test('nothing is sent past the instant until which it is true, and its validator ends with it', async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  const tenue = { jusqua: NOW + 90_000, etats: true }
  const { made, get } = await remembering({ tenue })
  const { headers } = await get('/', BR)
  const ages = [headers['cache-control']]
  vi.setSystemTime(NOW + 89_999)
  ages.push((await get('/', { ...BR, 'If-None-Match': String(headers.etag) })).headers['cache-control'])
  expect(ages).toEqual([
    'public, max-age=0, s-maxage=60, must-revalidate',
    'public, max-age=0, s-maxage=0, must-revalidate',
  ])
  expect(made.length).toBe(1)
  vi.setSystemTime(NOW + 90_000)
  tenue.jusqua = NOW + 900_000
  const after = await get('/', { ...BR, 'If-None-Match': String(headers.etag) })
  expect([after.status, after.headers.etag === headers.etag, made.length]).toEqual([200, false, 2])
})

test('what stopped being true while it was made is made again before it leaves', async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  const tenue = { jusqua: NOW + 1000, etats: true }
  const { made, get, hold } = await remembering({ tenue })
  const release = hold()
  const asked = get('/', BR)
  await vi.waitFor(() => expect(made.length).toBe(1))
  vi.setSystemTime(NOW + 1000)
  tenue.jusqua = NOW + 5000
  release()
  expect([(await asked).status, made]).toEqual([200, ['/', '/']])
})

test.each([
  ['an error', { status: 404 }],
  ['what its page keeps for who asks', { headers: [['Cache-Control', 'private, no-store']] as Made['headers'] }],
])('%s is made at each request', async (_what, given) => {
  const { made, get } = await remembering(given)
  const answers = [await get('/couverture'), await get('/couverture')]
  expect(made.length).toBe(2)
  for (const { headers } of answers) expect(headers['cache-control']).toContain('no-store')
})

test.each([
  '/?lat=48.1&lon=2.3',
  '/?q=rue+de+la+paix',
  '/?commune=23096&compris=gueret',
  '/lieux/a?retour=q%3Dx',
  '/inconnu',
])('%s is not asked of the memory', async (path) => {
  const { made, get } = await remembering()
  expect([(await get(path)).status, (await get(path)).status, made]).toEqual([204, 204, []])
})

test('addresses that mean the same share one answer', async () => {
  const { made, get } = await remembering()
  const same = [
    '/?departement=19&departement=23&frr=1',
    '/?frr=1&departement=23&departement=19',
    '/?utm_source=x&departement=23&q=&departement=19&frr=1&frr=1',
    '/?departement=19&departement=23&frr=1&page=1&rayon=20',
  ]
  const etags = []
  for (const path of same) etags.push((await get(path)).headers.etag)
  expect(made).toEqual([same[0]])
  expect(new Set(etags).size).toBe(1)
  await get('/?departement=19')
  expect(made.length).toBe(2)
})

test('two replicas give the same validator, at any instant from one change to the next', async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  const tenue = { jusqua: NOW + 3_600_000, etats: true }
  const [one, other] = [await remembering({ tenue }), await remembering({ tenue })]
  const first = (await one.get('/')).headers.etag
  vi.setSystemTime(NOW + 3_000_000)
  expect((await other.get('/', BR)).headers.etag).toBe(first)
  other.data.db = databaseOf({ empreinte: 'e2' })
  expect((await other.get('/', BR)).headers.etag).not.toBe(first)
})

test('another database forgets what the one before said, and what is most asked is made ready in it', async () => {
  const { made, data, get } = await remembering()
  for (let time = 0; time < 3; time += 1) await get('/departements/23', BR)
  await get('/departements/19', BR)
  data.db = databaseOf({ empreinte: 'e2' })
  made.length = 0
  await get('/couverture', BR)
  await vi.waitFor(() =>
    expect(made).toEqual(expect.arrayContaining(['/couverture', '/', '/besoins', '/departements/23'])),
  )
  expect(made).not.toContain('/departements/19')
})

test('what most people ask is ready before they do', async () => {
  const { made, memory, get } = await remembering()
  await memory.prepare()
  await Promise.all([get('/', BR), get('/besoins', BR)])
  expect(made).toEqual(['/', '/besoins'])
})

test('what is made ready is at its smallest before anyone asks', async () => {
  const words = Array.from({ length: 3000 }, (_, rang) => `${(rang * 7919) % 1009} lieux`).join(' ')
  const [early, late] = [await remembering({ text: () => words }), await remembering({ text: () => words })]
  await early.memory.prepare()
  const [ready, asked] = [await early.get('/besoins', BR), await late.get('/besoins', BR)]
  expect(ready.body.length).toBeLessThan(asked.body.length)
  expect(brotliDecompressSync(ready.body).toString()).toBe(words)
})

test('what is made ready lets whoever asks something meanwhile be answered first', async () => {
  const { made, memory, get } = await remembering({ takesMs: 40 })
  const ready = memory.prepare()
  await vi.waitFor(() => expect(made).toEqual(['/']), { interval: 2 })
  // As many at a time as a crowd has: when one leaves, another comes.
  const visitor = async (first: number) => {
    for (const rank of [first, first + 3, first + 6]) await get(`/departements/0${rank}`, BR)
  }
  await Promise.all([ready, ...[1, 2, 3].map(visitor)])
  expect(made).toHaveLength(11)
  expect(made.at(-1)).toBe('/besoins')
})

test('what is asked twice is soon smaller, and the same text', async () => {
  const words = Array.from({ length: 3000 }, (_, rang) => `${(rang * 7919) % 1009} lieux`).join(' ')
  const { made, get } = await remembering({ text: () => words })
  const first = await get('/besoins', BR)
  await get('/besoins', BR)
  await vi.waitFor(async () => expect((await get('/besoins', BR)).body.length).toBeLessThan(first.body.length))
  const better = await get('/besoins', BR)
  expect(brotliDecompressSync(better.body).toString()).toBe(words)
  expect([better.headers.etag, Number(better.headers['content-length'])]).toEqual([
    first.headers.etag,
    better.body.length,
  ])
  expect(made.length).toBe(1)
})

test('no more than its size is kept, and nothing when it is none', async () => {
  const small = await remembering({ bytes: 40_000 })
  for (let rang = 10; rang < 30; rang += 1) await small.get(`/communes/230${rang}`)
  await small.get('/communes/23029')
  await small.get('/communes/23010')
  expect([small.made.length, small.made.at(-1)]).toEqual([21, '/communes/23010'])
  const none = await remembering({ bytes: 0 })
  expect([(await none.get('/')).status, (await none.get('/')).status, none.made.length]).toEqual([200, 200, 2])
})

test('what cannot be read to be made smaller leaves as it came, and the site goes on', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { get } = await remembering({ bodies: { br: Buffer.alloc(2000, 0xff) } })
  for (let time = 0; time < 4; time += 1) expect((await get('/points.json', BR)).body.length).toBe(2000)
  await vi.waitFor(() => expect(said).toHaveBeenCalledTimes(1))
  expect((await get('/points.json', BR)).status).toBe(200)
  said.mockRestore()
})
