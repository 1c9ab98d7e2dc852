import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { etatSourcesPath } from '#db/etat-sources.ts'
import { closeDatabases } from '#db/open.server.ts'
import { forgetSources, type Reponse, writeEtatSources } from '#scripts/import/publish/etat-sources.ts'
import { ask, startServer } from '#tests/support/server.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ sourcesMaxJours: 45 })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(etatSourcesPath(server.databasePath), { force: true })
})
afterAll(async () => {
  await server.stop()
  closeDatabases()
})

const LIEUX: Reponse = { id: 'lieux', kind: 'lieux', titre: 'Lieux', faute: null }
const POSTES: Reponse = { id: 'structures', kind: 'structures', titre: 'Postes', faute: null }

const LE_10_JANVIER = new Date('2026-01-10T06:00:00Z')
const day = (days: number) => new Date(LE_10_JANVIER.getTime() + days * 86_400_000)

function importe(instant: Date, reponses: Reponse[], faute: string | null = null): void {
  vi.useFakeTimers({ now: instant, toFake: ['Date'] })
  writeEtatSources(server.databasePath, reponses, faute)
}

async function sante(instant: Date) {
  vi.useFakeTimers({ now: instant, toFake: ['Date'] })
  const { status, body } = await ask(server.port, '/sante')
  expect(status).toBe(200)
  return JSON.parse(body.toString())
}

test('old data alone is no fault: without an import of official sources, nothing is waited for', async () => {
  expect(await sante(day(4000))).toMatchObject({ status: 'ok', raisons: [], dernier_import: null })
})

test('each source says the date of its data and when it last answered; unchanged files are an answer', async () => {
  importe(day(0), [LIEUX, POSTES])
  importe(day(30), [LIEUX, POSTES])
  const { status, sources, dernier_import } = await sante(day(74))
  expect([status, dernier_import]).toEqual(['ok', day(30).toISOString()])
  expect(sources).toContainEqual({
    kind: 'lieux',
    date: '2026-01-10',
    age_jours: 74,
    demandee_le: day(30).toISOString(),
  })
})

test('a source that did not answer the last time is named, with why, until it answers', async () => {
  importe(day(0), [LIEUX, POSTES])
  importe(day(1), [{ ...LIEUX, faute: 'réponse 503' }, POSTES])
  const { status, raisons, sources } = await sante(day(2))
  expect([status, raisons]).toEqual([
    'degrade',
    [
      'Le dernier import des sources officielles, le 11 janvier 2026, s’est fait sans réponse de : « Lieux » (réponse 503).',
    ],
  ])
  expect(sources.find(({ kind }: { kind: string }) => kind === 'lieux').demandee_le).toBe(day(0).toISOString())
  importe(day(3), [LIEUX, POSTES])
  expect((await sante(day(3))).status).toBe('ok')
})

test('an import that published nothing says why', async () => {
  importe(day(0), [LIEUX], 'Publication refusée.')
  expect((await sante(day(0))).raisons).toEqual([
    'Le dernier import des sources officielles, le 10 janvier 2026, n’a rien publié : Publication refusée.',
  ])
})

test('after 45 days without an answer a source is named, not before', async () => {
  importe(day(0), [LIEUX, POSTES])
  expect((await sante(day(45))).status).toBe('ok')
  expect((await sante(day(46))).raisons).toEqual([
    'La source « Lieux » n’a pas répondu depuis plus de 45 jours.',
    'La source « Postes » n’a pas répondu depuis plus de 45 jours.',
  ])
})

test('a file given by hand is waited for no more; what cannot be read is no state', async () => {
  importe(day(0), [{ ...LIEUX, faute: 'réponse 503' }])
  forgetSources(server.databasePath, new Set(['lieux']))
  expect((await sante(day(0))).status).toBe('ok')
})
