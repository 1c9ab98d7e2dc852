import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabases } from '#db/open.server.ts'
import { siteBuild } from '#tests/pages/site.ts'
import { ask, startServer } from '#tests/support/server.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ build: await siteBuild() })
})
afterAll(async () => {
  await server.stop()
  closeDatabases()
})

const get = (path: string, headers: Record<string, string> = {}) => ask(server.port, path, { headers })

const SHARED = [
  '/api/v1/lieux',
  '/api/zzz',
  '/points.json',
  '/flux/collectivites/departement/23.xml',
  '/donnees/communes.csv',
]

test.each(SHARED)('a page of another site may ask what it may send to %s', async (path) => {
  const { status, headers, body } = await ask(server.port, path, {
    method: 'OPTIONS',
    headers: { Origin: 'https://ailleurs.example', 'Access-Control-Request-Method': 'GET' },
  })
  expect([status, body.length]).toEqual([204, 0])
  expect(headers['access-control-allow-origin']).toBe('*')
  expect(headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
  expect(headers['access-control-allow-headers']).toContain('If-None-Match')
  expect(headers['access-control-max-age']).toBe('86400')
})

test.each(SHARED)('%s says once who may read it, and what is read beside its body', async (path) => {
  // Made, then kept.
  for (const _ of [1, 2]) {
    const { headers } = await get(path)
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-expose-headers']).toMatch(/ETag, Link, X-Total-Count/)
  }
})

test('a page is for nobody else, and is not asked what may be sent', async () => {
  const { headers } = await get('/')
  expect(headers).not.toHaveProperty('access-control-allow-origin')
  expect((await ask(server.port, '/', { method: 'OPTIONS' })).status).toBe(405)
})

test('what is unchanged is said so, to a page of another site too', async () => {
  const { headers } = await get('/api/v1/lieux?limit=2')
  expect(headers.etag).toMatch(/^W\/"/)
  const again = await get('/api/v1/lieux?limit=2', { 'If-None-Match': String(headers.etag) })
  expect([again.status, again.body.length, again.headers['access-control-allow-origin']]).toEqual([304, 0, '*'])
})

test('who accepts a table has a table, who accepts a map has a map, anyone else has JSON, kept or not', async () => {
  const types = async (accept: string) => {
    const { headers } = await get('/api/v1/lieux?limit=2', { Accept: accept })
    expect(headers.vary).toBe('Accept, Accept-Encoding')
    return headers['content-type']?.split(';')[0]
  }
  for (const _ of [1, 2]) {
    expect(await types('text/csv')).toBe('text/csv')
    expect(await types('application/geo+json, application/json;q=0.5')).toBe('application/geo+json')
    expect(await types('text/csv;q=0.2, application/json')).toBe('application/json')
    expect(await types('text/html,application/xhtml+xml,*/*;q=0.8')).toBe('application/json')
    expect(await types('*/*')).toBe('application/json')
  }
  const one = await get('/api/v1/structures?limit=1', { Accept: 'application/geo+json' })
  expect(JSON.parse(String(one.body)).type).toBe('FeatureCollection')
})

test('where someone is, and what someone typed, is kept nowhere', async () => {
  for (const path of [
    '/api/v1/lieux?lat=46.17&lon=1.87&limit=2',
    '/api/v1/lieux.csv?q=mairie',
    '/api/v1/recherche?q=gueret',
  ]) {
    const { status, headers } = await get(path)
    expect([path, status, headers['cache-control'], headers.etag]).toEqual([path, 200, 'private, no-store', undefined])
  }
})

test('two radii are two answers, and the default radius is not no radius', async () => {
  const total = async (query: string) =>
    JSON.parse(String((await get(`/api/v1/lieux?cellule=46.1,1.8&${query}`)).body)).rayon_km
  expect(await total('limit=100')).toBeNull()
  expect(await total('limit=100&rayon=20')).toBe(20)
  expect(await total('')).toBe(20)
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])(
  '%s is refused in plain words, by a problem that other sites may read',
  async (method) => {
    const { status, headers, body } = await ask(server.port, '/api/v1/lieux', { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(headers['content-type']).toContain('application/problem+json')
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(JSON.parse(String(body)).detail).toContain(`« ${method} »`)
  },
)

test('a file is checked for another site too, sent by a form or alone', async () => {
  const csv =
    'id,nom,commune,code_postal,adresse,latitude,longitude,date_maj\n1,Mairie,Guéret,23000,,46.17,1.87,2026-11-01\n'
  const send = (type: string, body: string | Uint8Array<ArrayBuffer>) =>
    fetch(`http://127.0.0.1:${server.port}/api/v1/verifier`, {
      method: 'POST',
      headers: { 'Content-Type': type, 'Sec-Fetch-Site': 'cross-site' },
      body,
    })
  const response = await send('text/csv', csv)
  expect([response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*'])
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const report = await response.json()
  expect(report).toMatchObject({ kind: 'lieux', read: 1 })
  expect(report.anomalies.some(({ field }: { field: string }) => field === 'adresse')).toBe(true)
  const form = new FormData()
  form.set('fichier', new Blob([csv]), 'lieux.csv')
  const formed = await fetch(`http://127.0.0.1:${server.port}/api/v1/verifier`, { method: 'POST', body: form })
  expect(await formed.json()).toEqual(report)
  for (const [type, body, expected] of [
    ['text/csv', '', 400],
    ['text/csv', 'a;b\n1;2\n', 400],
    ['image/png', 'x', 415],
    ['text/csv', new Uint8Array(5_100_000), 413],
  ] as const) {
    const refused = await send(type, body)
    expect([type, refused.status]).toEqual([type, expected])
    expect(refused.headers.get('Content-Type')).toContain('application/problem+json')
    expect((await refused.json()).detail).toMatch(/\.$/)
  }
})

test('a client is told what is left to it, and refused when it asks too much; others are not', async () => {
  const few = await startServer({ build: await siteBuild(), debit: { demandes: 3, fenetre: 60_000 } })
  // Behind a proxy of ours, which says who asks.
  const of = (who: string, path = '/api/v1/lieux?limit=1') =>
    ask(few.port, path, { headers: { 'X-Forwarded-For': `6.6.6.6, ${who}` } })
  try {
    const left: unknown[] = []
    for (const _ of [1, 2, 3]) {
      const { status, headers } = await of('192.0.2.1')
      expect([status, headers['ratelimit-policy']]).toEqual([200, '3;w=60'])
      left.push(String(headers.ratelimit).match(/remaining=(\d+)/)?.[1])
    }
    expect(left).toEqual(['2', '1', '0'])
    const { status, headers, body } = await of('192.0.2.1')
    expect([status, headers['access-control-allow-origin']]).toEqual([429, '*'])
    expect(headers['content-type']).toContain('application/problem+json')
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(JSON.parse(String(body)).detail).toContain('Trop de demandes')
    expect((await of('192.0.2.2')).status).toBe(200)
    // A page is no request of the API.
    expect((await of('192.0.2.1', '/points.json')).status).toBe(200)
  } finally {
    await few.stop()
  }
})
