import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annonceOf } from '#scripts/serve/annonce.ts'
import { routesOf, startJournal } from '#scripts/serve/journal.ts'
import { createSuivi } from '#scripts/serve/suivi.ts'
import { temporaryDirectory } from '#tests/support/database.ts'
import { smallBuild } from '#tests/support/pages.ts'
import { pays } from '#tests/support/pays.ts'
import { ask, startServer } from '#tests/support/server.ts'

const TOKEN = 'un-jeton-assez-long'
const BUILD = smallBuild()
const absent = () => {
  throw new Response('absent', { status: 404 })
}
Object.assign(BUILD.routes, {
  lieu: { id: 'lieu', path: 'lieux/:id', module: { default: () => null, loader: absent } },
})
const directory = temporaryDirectory()
const databasePath = `${directory.path}/annuaire.sqlite`
const written = new PassThrough()
let lines = ''
written.on('data', (bytes) => {
  lines += bytes
})
let site: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  pays(databasePath).$client.close()
  const suivi = createSuivi({ databasePath, token: TOKEN, build: BUILD, journal: startJournal(written) })
  site = await startServer({ build: BUILD, databasePath, suivi })
})

afterAll(async () => {
  await site.stop()
  directory.remove()
})

/** What was written of one request. */
async function said(path: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  lines = ''
  await ask(site.port, path, { headers })
  while (!lines.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 5))
  return JSON.parse(lines)
}

test('an answer is one line: the pattern of its page, its status, its time, the id of the proxy', async () => {
  const line = await said('/lieux/inconnu', { 'x-request-id': 'abcdef0123456789' })
  expect(line).toEqual({
    level: 30,
    time: expect.any(Number),
    method: 'GET',
    route: '/lieux/:id',
    status: 404,
    ms: expect.any(Number),
    cache: 'miss',
    id: 'abcdef0123456789',
  })
})

test('what comes from the memory of answers is told from what is made', async () => {
  await said('/')
  expect((await said('/')).cache).toBe('hit')
  // Another writing of the same address, once it has been read.
  expect([(await said('/?inconnu=1&inconnu=2')).cache, (await said('/?inconnu=1&inconnu=2')).cache]).toEqual([
    'miss',
    'hit',
  ])
  // Who says where they are is answered for them alone.
  const ici = '/?lat=46.17&lon=1.87'
  expect([(await said(ici)).cache, (await said(ici)).cache]).not.toContain('hit')
  expect((await said('/sante')).cache).toBe(null)
})

test('nothing tells who asked, nor what: neither address, query string, referrer nor user agent', async () => {
  await said('/?lat=46.17&lon=1.87&q=secret', {
    'x-forwarded-for': '203.0.113.7',
    referer: 'https://ailleurs.example/page',
    'user-agent': 'Navigateur',
    'x-request-id': 'lat=46.17 "injecté"',
  })
  expect(lines).toContain('"route":"/"')
  for (const text of ['46.17', 'secret', '203.0', '127.0', 'ailleurs', 'Navigateur', 'inject'])
    expect([text, lines.includes(text)]).toEqual([text, false])
})

test('a path that no page has is not written either', async () => {
  expect(await said('/mon-nom-et-mon-adresse')).toMatchObject({ route: '*', status: 404 })
  expect(lines).not.toContain('mon-nom')
})

test('the figures count what was answered, by pattern and status', async () => {
  await ask(site.port, '/lieux/inconnu')
  const { status, headers, body } = await ask(site.port, '/metrics')
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    expect.stringContaining('text/plain'),
    'no-store',
  ])
  const text = String(body)
  expect(text).toMatch(/http_requests_total\{route="\/lieux\/:id",status="404",cache="miss"\} [1-9]/)
  expect(text).toMatch(/http_request_duration_seconds_bucket\{le="1",route="\/lieux\/:id"\} [1-9]/)
  expect(text).toMatch(/data_age_seconds\{source="structures"\} \d+/)
  for (const one of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds'])
    expect(text).toMatch(new RegExp(`^${one} `, 'm'))
})

test.each([
  ['from another machine through a proxy', { 'x-forwarded-for': '203.0.113.7' }, 404],
  ['with a wrong token', { authorization: 'Bearer un-autre-jeton-long' }, 404],
  ['through a proxy with the token', { 'x-forwarded-for': '203.0.113.7', authorization: `Bearer ${TOKEN}` }, 200],
])('the figures, asked %s', async (_, headers, status) => {
  expect((await ask(site.port, '/metrics', { headers })).status).toBe(status)
})

test('an address by its own name is told from one by a parameter', () => {
  const routeOf = routesOf(BUILD, ['/sante'])
  expect(['/', '/sante', '/assets/app-1a2b.js', '/lieux/abc', '/favicon.ico'].map(routeOf)).toEqual([
    '/',
    '/sante',
    '/assets/*',
    '/lieux/:id',
    '*',
  ])
})

test('the first words of the server say which data is served, of which days, and where', () => {
  const said = annonceOf(databasePath)
  expect(said).toMatch(/^Données : .*structures \(\d{1,2}(er)? \S+ 20\d\d\)/)
  expect(said).toContain(databasePath)
})
