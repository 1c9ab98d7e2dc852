import { createHash } from 'node:crypto'
import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { closeDatabases } from '#db/open.server.ts'
import { SCHEMA_VERSION } from '#db/tables.ts'
import { databaseOf } from '#tests/support/database.ts'
import { FRANCE_SERVICES_JSON, POINTS_JSON, pays } from '#tests/support/pays.ts'
import { ask, STARTER, send, startServer } from '#tests/support/server.ts'

let server: Awaited<ReturnType<typeof startServer>>
let port: number
// What the server says of its own failures is read by the tests instead of their reader.
const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)

beforeAll(async () => {
  server = await startServer()
  port = server.port
})

afterEach(() => {
  logged.mockClear()
  vi.useRealTimers()
})

afterAll(async () => {
  await server.stop()
  closeDatabases()
})

const get = (path: string, headers: Record<string, string> = {}) => ask(port, path, { headers })

const EVERYWHERE: [string, number][] = [
  ['/', 200],
  ['/sante', 200],
  ['/points.json', 200],
  ['/points-france-services.json', 200],
  // None of another network in this data.
  ['/points-autres.json', 404],
  ['/assets/app-1a2b.js', 200],
  ['/robots.txt', 200],
  ['/assets/gone.js', 404],
  ['/absent', 404],
  ['/nulle-part', 404],
  ['/panne', 500],
  ['/%E0%A4%A', 400],
]

/** What every answer says, whatever it answers. */
const HEADERS: Record<string, unknown> = {
  'content-security-policy': expect.stringMatching(/^default-src 'none'; .*; upgrade-insecure-requests$/),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('geolocation=(self), '),
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
}

const policyOf = (path: string) => (/^\/points|\.txt$/.test(path) ? 'cross-origin' : 'same-origin')

test.each(EVERYWHERE)('%s answers %i with the security headers, no cookie and no signature', async (path, status) => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await ask(port, path, { method })
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({ ...HEADERS, 'cross-origin-resource-policy': policyOf(path) })
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(answer.headers).not.toHaveProperty('x-powered-by')
  }
})

test.each<[string, string, Parameters<typeof ask>[2], number]>([
  ['a page that is known', '/', { headers: { 'If-None-Match': 'fresh' } }, 304],
  ['points that are known', '/points.json', { headers: { 'If-None-Match': 'fresh' } }, 304],
  ['a method that nothing takes', '/', { method: 'DELETE' }, 405],
  ['an address that is too long', `/${'x'.repeat(9_000)}`, {}, 414],
  ['what is expected and unknown', '/', { headers: { Expect: 'a miracle' } }, 417],
  [
    'a file sent from elsewhere',
    '/collectivites/verifier',
    { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } },
    403,
  ],
  ['what only Remix asks for', '/_root.data', {}, 404],
])('%s is answered with them too', async (_what, path, options, status) => {
  const etag = String((await get(path)).headers.etag)
  const headers = Object.entries(options?.headers ?? {}).map(([name, value]) => [
    name,
    value === 'fresh' ? etag : value,
  ])
  const answer = await ask(port, path, { ...options, headers: Object.fromEntries(headers) })
  expect(answer.status).toBe(status)
  expect(answer.headers).toMatchObject({ ...HEADERS, 'cross-origin-resource-policy': policyOf(path) })
})

test.each([
  ['that is none', 'nonsense\r\n\r\n', 400],
  ['of endless headers', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
])('a request %s is answered with them too', async (_what, bytes, status) => {
  const [head = ''] = (await send(port, bytes)).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  const names = head
    .toLowerCase()
    .split('\r\n')
    .map((line) => line.split(':')[0])
  expect(names).toEqual(expect.arrayContaining([...Object.keys(HEADERS), 'cross-origin-resource-policy']))
})

test.each([
  '/_root.data',
  '/collectivites/verifier.data?_routes=root',
  '/index.dat%61',
  '/absent.DATA',
  '/__manifest?p=%2F&version=x',
  '/%5F_manifest',
  '/?_data=root',
  '/absent?a=1&_data=routes%2Fx',
  '/?_routes=root',
])('%s, which the client of Remix would ask for, is answered by no route', async (path) => {
  const answer = await get(path)
  expect(answer.status).toBe(404)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(logged).not.toHaveBeenCalled()
})

test('a name that only looks like those is a page', async () => {
  expect((await get('/?data=root&q=_data')).status).toBe(200)
})

test('the policy allows the starter by its hash, the tiles by their origin, and nothing unsafe', async () => {
  const policy = String((await get('/')).headers['content-security-policy'])
  const hash = createHash('sha256').update(STARTER).digest('base64')
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
  expect(policy).toContain("img-src 'self' data: https://data.geopf.fr;")
  expect(policy).not.toContain('unsafe')
  const all = ['base-uri', 'frame-ancestors', 'object-src', 'form-action', 'style-src', 'worker-src', 'connect-src']
  for (const directive of all) expect(policy).toContain(`${directive} '`)
})

test('a page is rendered with the database, the tiles and the public address', async () => {
  const { body, headers } = await get('/')
  expect(body.toString()).toContain('"lieux":10,')
  expect(body.toString()).toContain('"publicUrl":"https://exemple.fr"')
  expect(body.toString()).toContain('https://data.geopf.fr/wmts')
  expect(headers['cache-control']).toMatch(/^public, max-age=0, s-maxage=300, stale-while-revalidate=\d+$/)
})

test('a page is compressed when the browser says so', async () => {
  const { body, headers } = await get('/', { 'Accept-Encoding': 'gzip' })
  expect(headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(body).toString()).toContain('page du site')
})

test('a page seen again on the same day is not sent again; a day later or elsewhere it is', async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 9, 0, 5), toFake: ['Date'] })
  const seen = { 'If-None-Match': String((await get('/')).headers.etag) }
  expect(seen['If-None-Match']).toMatch(/^W\/"/)
  const again = await get('/', seen)
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, seen['If-None-Match']])
  expect(again.headers['x-content-type-options']).toBe('nosniff')
  expect((await get('/?departement=23', seen)).status).toBe(200)
  vi.setSystemTime(Date.UTC(2026, 0, 1, 23, 59, 59, 999))
  expect((await get('/', seen)).status).toBe(304)
  vi.setSystemTime(Date.UTC(2026, 0, 2))
  expect((await get('/', seen)).status).toBe(200)
})

test('what is not a page is never said to be unchanged', async () => {
  for (const path of ['/absent', '/panne', '/nulle-part']) {
    const { status, headers } = await get(path, { 'If-None-Match': '*' })
    expect([path, status >= 400, headers.etag, headers['cache-control']]).toEqual([path, true, undefined, 'no-store'])
  }
})

test('a route that says how long it may be kept is believed', async () => {
  const { headers } = await get('/fragment')
  expect([headers['cache-control'], headers.etag]).toEqual(['public, max-age=60', undefined])
})

test.each(['/?lat=48.1&lon=2.3', '/?rayon=5&lon=2.3', '/fragment?lat=48.1'])(
  '%s holds a position and is kept nowhere',
  async (path) => {
    const { status, headers } = await get(path)
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
    expect(headers.etag).toBeUndefined()
  },
)

test('the server logs neither query strings nor addresses', async () => {
  const written = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write'), vi.spyOn(console, 'log')]
  await get('/?lat=48.123&q=secret')
  await get('/panne?q=secret')
  const said = JSON.stringify([...written.flatMap((spy) => spy.mock.calls), ...logged.mock.calls])
  expect(said).not.toMatch(/48\.123|q=secret|127\.0\.0\.1/)
  for (const spy of written) spy.mockRestore()
})

test('an asset is kept a year, another file an hour', async () => {
  const asset = await get('/assets/app-1a2b.js')
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(asset.headers['content-type']).toMatch(/javascript/)
  expect((await get('/robots.txt')).headers['cache-control']).toBe('public, max-age=3600')
})

test.each([
  '/assets/../../annuaire.sqlite',
  '/assets/%2e%2e/%2e%2e/annuaire.sqlite',
  '/..%2f..%2fetc%2fpasswd',
  '/.git/config',
])('%s leads out of no folder', async (path) => {
  const { status, body } = await get(path)
  expect([400, 403, 404]).toContain(status)
  expect(body.toString()).not.toMatch(/SQLite|root:/)
})

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['*', 'br', brotliDecompressSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['', undefined, (body: Buffer) => body],
  ['identity', undefined, (body: Buffer) => body],
] as const)('the points are sent to "%s" in %s', async (accepted, encoding, read) => {
  const { headers, body } = await get('/points.json', { 'Accept-Encoding': accepted })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['content-type']).toBe('application/json; charset=utf-8')
  expect(headers.vary).toBe('Accept-Encoding')
  expect(read(body).toString()).toBe(POINTS_JSON)
})

test('the points never change under their hash, and are asked again without it', async () => {
  expect((await get('/points.json?v=abc123')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  for (const path of ['/points.json', '/points.json?v=old', '/points.json?v=']) {
    expect((await get(path)).headers['cache-control']).toBe('public, no-cache')
  }
})

test('the France services are a document of their own, under their own hash', async () => {
  const own = await get('/points-france-services.json?v=def456')
  expect([own.headers.etag, own.headers['cache-control']]).toEqual([
    'W/"def456"',
    'public, max-age=31536000, immutable',
  ])
  expect(own.body.toString()).toBe(FRANCE_SERVICES_JSON)
  expect((await get('/points-france-services.json?v=abc123')).headers['cache-control']).toBe('public, no-cache')
})

test.each([
  ['W/"abc123"', 304],
  ['"abc123"', 304],
  ['"x", W/"abc123"', 304],
  ['"x"', 200],
  ['abc', 200],
])('points asked with If-None-Match %s answer %i', async (tag, expected) => {
  const { status, body, headers } = await get('/points.json', { 'If-None-Match': tag })
  expect([status, body.length > 0, headers.etag]).toEqual([expected, expected === 200, 'W/"abc123"'])
})

test('HEAD gives the headers of GET and no body', async () => {
  for (const path of ['/', '/points.json', '/sante', '/nulle-part']) {
    const [head, full] = [await ask(port, path, { method: 'HEAD' }), await get(path)]
    expect([path, head.status, head.body.length]).toEqual([path, full.status, 0])
    expect(head.headers['content-type']).toBe(full.headers['content-type'])
  }
})

test('the health says which data is served, and the age of the oldest of its files', async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 20, 12), toFake: ['Date'] })
  const { body, headers } = await get('/sante')
  expect(JSON.parse(body.toString())).toEqual({
    status: 'ok',
    raisons: [],
    empreinte: 'e1',
    // The list of posts, of 5 April 2023: the places are younger.
    date: '2023-04-05',
    age_jours: 1021,
    sources: expect.arrayContaining([{ kind: 'lieux', date: '2026-01-10', age_jours: 10, demandee_le: null }]),
    dernier_import: null,
    construite_le: '2026-01-15T08:00:00Z',
    demonstration: false,
    schema: SCHEMA_VERSION,
  })
  expect(headers['cache-control']).toBe('no-store')
})

test.each([
  ['/%E0%A4%A', 400],
  ['/%', 400],
  ['/a%00b', 400],
  ['/./api/v1/lieux', 400],
  ['/x/../api/v1/lieux', 400],
  ['/%2E/api/v1/lieux', 400],
  ['/x\\..\\api/v1/lieux', 400],
  ['/donnees/..?departement=35', 400],
  ['/?q=%E0%A4%A', 200],
  [`/?q=${'x'.repeat(7900)}`, 200],
  [`/?q=${'x'.repeat(9000)}`, 414],
  [`/${'a/'.repeat(3000)}`, 404],
  ['//evil.example/', 404],
  ['/?__proto__[x]=1&constructor=2', 200],
])('%.40s… answers %i', async (path, expected) => {
  const { status, body } = await get(path)
  expect(status).toBe(expected)
  expect(body.toString()).not.toMatch(/ at |node_modules|Error:/)
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused', async (method) => {
  const { status, headers } = await ask(port, '/', { method })
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
})

test.each([
  ['an unknown method', 'ZZZ / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000', 400],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b<c\r\nConnection: close\r\n\r\n', 400],
  ['an impossible port', 'GET / HTTP/1.1\r\nHost: x:99999\r\nConnection: close\r\n\r\n', 400],
  ['a whole address', 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  ['a star', 'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  ['huge headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
  ['an odd expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\n\r\n', 417],
  [
    'an impossible forwarded port',
    'GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-Host: y:99999\r\nConnection: close\r\n\r\n',
    200,
  ],
  ['HTTP/1.0 without host', 'GET / HTTP/1.0\r\n\r\n', 200],
])('%s answers with a clear status and the security headers', async (_, bytes, expected) => {
  const answer = await send(port, bytes)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${expected} `))
  expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'")
  expect(answer).not.toMatch(/node_modules|Error:/)
})

test('a failure of ours shows neither its message nor its stack', async () => {
  const { status, body } = await get('/panne')
  expect(status).toBe(500)
  expect(body.toString()).not.toMatch(/secret of the house|server\.test|node_modules/)
})

test('the new data is served as soon as the file is replaced', async () => {
  vi.useFakeTimers({ now: Date.now() + 2000, toFake: ['Date'] })
  const before = (await get('/')).headers.etag
  databaseOf({ empreinte: 'e2' }, `${server.databasePath}.tmp`).$client.close()
  renameSync(`${server.databasePath}.tmp`, server.databasePath)
  vi.setSystemTime(Date.now() + 2000)
  const after = await get('/', { 'If-None-Match': String(before) })
  expect(after.body.toString()).toContain('"lieux":0,')
  expect(JSON.parse((await get('/sante')).body.toString()).empreinte).toBe('e2')
  expect((await get('/points.json')).status).toBe(404)
  expect((await get('/points-france-services.json')).status).toBe(404)
})

test('a tunnel is refused with an answer', async () => {
  const text = await send(port, 'CONNECT ailleurs.example:443 HTTP/1.1\r\nHost: ailleurs.example\r\n\r\n')
  expect(text).toMatch(/^HTTP\/1\.1 405 /)
  expect(text).toContain('Content-Security-Policy: ')
})

test('a connection is kept longer than a proxy keeps its own: 75 seconds for nginx', () => {
  expect(server.keepAliveTimeout).toBeGreaterThan(75_000)
})

test('what cannot be read leaves the database before it in its place, and only /sante tells', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ['Date'] })
  const before = JSON.parse((await get('/sante')).body.toString())
  copyFileSync(server.databasePath, `${server.databasePath}.good`)
  writeFileSync(`${server.databasePath}.tmp`, 'no database')
  renameSync(`${server.databasePath}.tmp`, server.databasePath)
  vi.setSystemTime(Date.now() + 2_000)
  for (const path of ['/', '/?departement=23', '/robots.txt'])
    expect([path, (await get(path)).status]).toEqual([path, 200])
  const sante = await get('/sante')
  const message = expect.stringMatching(/^La base de données annuaire\.sqlite n’est pas une base.*npm run import/)
  expect([sante.status, JSON.parse(sante.body.toString())]).toEqual([
    200,
    { ...before, status: 'degrade', raisons: [message] },
  ])
  expect(said).toHaveBeenCalledTimes(1)
  renameSync(`${server.databasePath}.good`, server.databasePath)
  vi.setSystemTime(Date.now() + 2_000)
  expect(JSON.parse((await get('/sante')).body.toString())).toEqual(before)
  said.mockRestore()
})

test('without a usable database every page says so in plain French, and comes back with it', async () => {
  vi.useFakeTimers({ now: Date.now() + 20_000, toFake: ['Date'] })
  // As after a start that no database followed.
  closeDatabases()
  writeFileSync(`${server.databasePath}.tmp`, 'no database')
  renameSync(`${server.databasePath}.tmp`, server.databasePath)
  for (const path of ['/', '/points.json', '/nulle-part']) {
    const { status, body, headers } = await get(path)
    expect([path, status, headers['retry-after'], headers['cache-control']]).toEqual([path, 503, '60', 'no-store'])
    expect(body.toString()).toContain('momentanément indisponible')
    expect(body.toString()).not.toMatch(/sqlite| at |\/tmp/)
  }
  const sante = await get('/sante')
  expect([sante.status, JSON.parse(sante.body.toString())]).toEqual([
    503,
    {
      status: 'indisponible',
      raisons: [expect.stringMatching(/^La base de données annuaire\.sqlite .*npm run import/)],
      schema: SCHEMA_VERSION,
    },
  ])
  expect((await get('/robots.txt')).status).toBe(200)
  rmSync(server.databasePath)
  pays(server.databasePath).$client.close()
  expect((await get('/')).status).toBe(200)
})
