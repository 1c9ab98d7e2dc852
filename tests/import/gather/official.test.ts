import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readEtatSources } from '#db/etat-sources.ts'
import { archiveFile, archiveOf } from '#scripts/import/gather/archive.ts'
import { chooseInputs } from '#scripts/import/gather/inputs.ts'
import { readKnown } from '#scripts/import/gather/known-addresses.ts'
import { officialInputs } from '#scripts/import/gather/official-files.ts'
import { readOptions } from '#scripts/import/gather/options.ts'
import type { Fetched } from '#scripts/import/gather/remote/download.ts'
import { userAgent } from '#scripts/import/gather/remote/download.ts'
import { LIMITS } from '#scripts/import/gather/remote/limits.ts'
import { newestCsv } from '#scripts/import/gather/remote/resources.ts'
import { downloadOfficial } from '#scripts/import/gather/remote.ts'
import { listOfficialSources, type OfficialSource } from '#scripts/import/gather/sources.ts'
import type { Input } from '#scripts/import/input.ts'
import { forgetSources } from '#scripts/import/publish/etat-sources.ts'
import { lieuxCsv, structuresCsv } from '#tests/import/files.ts'
import { IMPORT } from '#tests/support/served.ts'
import { redirects, sends, sendsUnlessKnown, startPublisher, withPublisher } from './remote-server.ts'

// Some tests run whole imports, a few seconds each on a busy machine.
vi.setConfig({ testTimeout: 600_000 })

const ROOT = resolve(import.meta.dirname, '../../..')
const { folder, publisher } = await withPublisher()

const FAST = { ...LIMITS, connectMs: 1000, stallMs: 150, backoffMs: 2 }
const CSV = lieuxCsv([{ nom: 'Médiathèque' }, { nom: 'Mairie' }])
const POSTES = structuresCsv([['VILLE', 'Reims', 'Marne', '7', '05/04/2023', '43493312300029', '51', '51454', '51100']])
const described = { producteur: 'P', licence: 'L', page: 'https://exemple.fr/' }
const source = (kind: 'lieux' | 'structures', where: Partial<OfficialSource>): OfficialSource => ({
  ...described,
  id: kind,
  kind,
  titre: `Fichier ${kind}`,
  ...where,
})
const nothingKnown = readKnown(join(folder.path, 'rien'))
const fetchAll = (sources: OfficialSource[], limits = FAST) =>
  downloadOfficial(sources, join(folder.path, 'tmp'), nothingKnown, limits)

/** A data set of data.gouv.fr, as its API describes it. */
const dataset = (...resources: Record<string, unknown>[]) =>
  sends(JSON.stringify({ slug: 'x', resources }), { 'content-type': 'application/json' })

test('a data set gives its newest main CSV, wherever it stands in the list', () => {
  const csv = { type: 'main', format: 'csv' }
  const resources = [
    { ...csv, url: 'ancien', last_modified: '2023-04-05T14:30:20+00:00' },
    { ...csv, url: 'récent', format: 'CSV', last_modified: '2024-02-01T02:00:00+02:00' },
    { ...csv, url: 'veille', last_modified: '2024-01-31T23:59:00+00:00' },
    { ...csv, url: 'notice', type: 'documentation', last_modified: '2025-01-01T00:00:00+00:00' },
    { ...csv, url: 'classeur', format: 'xlsx', last_modified: '2025-01-01T00:00:00+00:00' },
    { ...csv, url: 'sans date' },
  ]
  // 2024-02-01T02:00+02:00 is midnight in UTC, a minute after the last one of January.
  expect(newestCsv(resources)?.url).toBe('récent')
  expect(newestCsv(resources.toReversed())?.url).toBe('récent')
  expect(newestCsv([])).toBeNull()
})

test('an old slug leads to the data set, then to its file; the whole way is kept', async () => {
  const file = publisher.on('/r/20240201-lieux.csv', sends(CSV))
  const api = `${publisher.base}/api`
  publisher.on('/api/datasets/ancien-nom/', redirects('/api/datasets/nouveau-nom/', 308))
  publisher.on(
    '/api/datasets/nouveau-nom/',
    dataset({ type: 'main', format: 'csv', url: file, last_modified: '2024-02-01T00:00:00Z' }),
  )
  const { files, failures } = await fetchAll([source('lieux', { slug: 'ancien-nom', api })])
  expect(failures).toEqual([])
  expect(files[0]?.download.trace.chaine).toEqual([`${api}/datasets/ancien-nom/`, `${api}/datasets/nouveau-nom/`, file])
  expect(publisher.asked('/r/20240201-lieux.csv')[0]?.headers['user-agent']).toBe(userAgent())
})

test.each([
  ['without a CSV', dataset({ type: 'main', format: 'xlsx', url: 'x' }), 'aucun fichier CSV'],
  ['that is no data set', sends('{"message":"?"}'), 'illisible'],
  ['that is a page', sends('<!DOCTYPE html>'), 'page web'],
  ['that is gone', sends('', {}, 410), '410'],
])('a data set %s is a failure that the others survive', async (_, answer, words) => {
  publisher.on('/api/datasets/jeu/', answer)
  const sources = [
    source('structures', { slug: 'jeu', api: `${publisher.base}/api` }),
    source('lieux', { url: publisher.on('/bon.csv', sends(CSV)) }),
  ]
  const { files, failures } = await fetchAll(sources)
  expect(files.map(({ source }) => source.kind)).toEqual(['lieux'])
  expect(failures.map(({ reason }) => reason)).toEqual([expect.stringContaining(words)])
})

test('a host that cannot be met is tried again only when another one answers', async () => {
  const refused = { url: 'http://127.0.0.1:1/lieux.csv' }
  // An hour before a second try: there is none.
  const alone = await fetchAll([source('lieux', refused), source('structures', refused)], {
    ...FAST,
    backoffMs: 3_600_000,
  })
  expect(alone.failures.map(({ reason }) => reason)).toEqual(Array(2).fill('pas de connexion (ECONNREFUSED)'))

  // The second host starts to listen only once the first has answered.
  const late = await startPublisher()
  const url = late.on('/lieux.csv', sends(CSV))
  await late.close()
  const port = Number(new URL(url).port)
  let back: Awaited<ReturnType<typeof startPublisher>> | undefined
  const first = publisher.on('/postes.csv', (response) => {
    startPublisher(port).then((started) => {
      back = started
      started.on('/lieux.csv', sends(CSV))
      sends(POSTES)(response, response.req)
    })
  })
  const { files, failures } = await fetchAll([source('lieux', { url }), source('structures', { url: first })])
  await back?.close()
  expect([files.length, failures]).toEqual([2, []])
})

test('a source that fails gives its last archived copy, though what is published is the demonstration', async () => {
  const archive = join(folder.path, 'dernier', 'archive')
  const keep = (kind: 'lieux' | 'structures', content: string, millesime: string, distant?: Fetched) => {
    const path = folder.write(`${millesime}.csv`, content)
    const sha256 = createHash('sha256').update(content).digest('hex')
    const provenance = { ...described, fichier: `${kind}.csv`, titre: kind, url: null, distant }
    return archiveFile(archive, { path, kind, millesime, sha256, provenance })
  }
  const url = publisher.on('/garde.csv', sendsUnlessKnown(POSTES, '"v1"'))
  const trace = { chaine: [url], etag: '"v1"', lastModified: null, recu: '2026-01-01T00:00:00Z' }
  const old = keep('lieux', lieuxCsv([{ nom: 'Gare' }]), '2022-07-15')
  const lieux = keep('lieux', CSV, '2024-01-01')
  const postes = keep('structures', POSTES, '2023-04-05', trace)
  const sources = [
    source('lieux', { url: publisher.on('/perdu.csv', sends('', {}, 404)) }),
    source('structures', { url }),
  ]
  const place = { out: join(folder.path, 'dernier', 'annuaire.sqlite'), archive, temporary: join(folder.path, 'tmp') }
  const said: string[] = []
  const choose = () => officialInputs(sources, place, (line) => said.push(line), FAST)
  const paths = async () => (await choose())?.map(({ path }) => path).sort()
  expect(await paths()).toEqual([lieux, postes].sort())
  expect(said).toEqual([expect.stringContaining('réponse 404). Sa dernière copie archivée, du 1er janvier 2024')])
  expect(old).not.toBe(lieux)

  // A copy that was damaged is fetched again: the server's "unchanged" is not about it.
  writeFileSync(postes, POSTES.slice(0, -10))
  expect(await paths()).toEqual([lieux, join(place.temporary, 'structures.csv')].sort())
  expect(publisher.asked('/garde.csv').map(({ headers }) => headers['if-none-match'])).toEqual(['"v1"', undefined])
})

test('who asks says whom to write to', () => {
  expect(userAgent({})).toBe('carte-conseillers-numeriques (open data import)')
  expect(userAgent({ PUBLISHER_NAME: 'Médiation\n(51)', PUBLISHER_CONTACT: 'a@exemple.fr' })).toBe(
    'carte-conseillers-numeriques (Mediation51 ; a@exemple.fr)',
  )
})

test.each([
  ['absent', null, 'illisible'],
  ['no JSON', '{', 'illisible'],
  ['no list', '{}', 'pas une liste'],
  [
    'an unknown kind',
    JSON.stringify([{ ...described, id: 'a', titre: 'A', kind: 'couleurs', url: 'http://a.fr' }]),
    'couleurs',
  ],
  [
    'an id that is a path',
    JSON.stringify([{ ...described, id: '../a', titre: 'A', kind: 'lieux', url: 'http://a.fr' }]),
    'id',
  ],
  ['nowhere to go', JSON.stringify([{ ...described, id: 'a', titre: 'A', kind: 'lieux' }]), 'slug'],
])('a list of sources that is %s is said', (name, content, words) => {
  const path = join(folder.path, `${name}.json`)
  if (content !== null) writeFileSync(path, content)
  expect(() => listOfficialSources(path)).toThrow(words)
})

async function run(...args: string[]) {
  const env = { ...process.env, TMPDIR: join(folder.path, 'tmp') }
  const child = spawn(process.execPath, [IMPORT, ...args], { cwd: ROOT, env })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (data) => {
    stdout += data
  })
  child.stderr.on('data', (data) => {
    stderr += data
  })
  const code = await new Promise<number | null>((done) => child.on('close', done))
  return { code, stdout, stderr }
}

test('the official files: imported, then unchanged, then one fails and its copy is used', async () => {
  const out = join(folder.path, 'site', 'annuaire.sqlite')
  const lieux = publisher.on('/officiel/lieux-2024-01-01.csv', sendsUnlessKnown(CSV, '"v1"'))
  const postes = publisher.on('/officiel/structures-2023-04-05.csv', sends(POSTES))
  const list = folder.write(
    'sources.json',
    JSON.stringify([source('lieux', { url: lieux }), source('structures', { url: postes })]),
  )
  const official = ['--sources', list, '--out', out, '--json']
  const summary = ({ stdout }: { stdout: string }) => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')

  const first = await run(...official)
  expect([first.code, first.stderr]).toEqual([0, expect.not.stringContaining('Source «')])
  expect(summary(first)).toMatchObject({ published: true, unchanged: false, lieux: 2, structures: 1, postes: 7 })
  const archived = join(archiveOf(out), 'lieux')
  const kept = () => {
    const name = readdirSync(archived).find((one) => one.endsWith('.source.json')) as string
    return JSON.parse(readFileSync(join(archived, name), 'utf8'))
  }
  expect(kept()).toMatchObject({ fichier: 'lieux-2024-01-01.csv', distant: { chaine: [lieux], etag: '"v1"' } })

  // Neither fetched (the places: 304) nor imported again (the posts: the same bytes, without an ETag).
  const second = await run(...official)
  expect(second.code).toBe(0)
  expect(publisher.asked('/officiel/lieux-2024-01-01.csv').at(-1)?.headers['if-none-match']).toBe('"v1"')
  const { duration_ms, ...same } = summary(first)
  const etats = (etat: string) => same.sources.map((one: object) => ({ ...one, etat }))
  expect(same.sources).toEqual(etats('nouvelle'))
  expect(summary(second)).toEqual({
    ...same,
    sources: etats('inchangee'),
    unchanged: true,
    duration_ms: expect.any(Number),
  })
  const reussie = readEtatSources(out)?.sources.map((one) => one.reussieLe)

  // The places are gone and the posts have changed: the copy of the places is used, and said.
  publisher.on('/officiel/lieux-2024-01-01.csv', sends('', {}, 404))
  publisher.on('/officiel/structures-2023-04-05.csv', sends(POSTES.replace('"7"', '"9"')))
  const third = await run(...official)
  expect(summary(third)).toMatchObject({ published: true, unchanged: false, lieux: 2, postes: 9 })
  expect(third.stderr).toContain('« Fichier lieux » : pas de réponse utilisable (réponse 404)')
  expect(third.stderr).toContain('Sa dernière copie archivée, du 1er janvier 2024, est utilisée.')
  expect(third.code).toBe(3)
  expect(
    summary(third)
      .sources.map(({ etat }: { etat: string }) => etat)
      .sort(),
  ).toEqual(['archive', 'nouvelle', 'reprise'])
  const etat = readEtatSources(out)
  expect(etat?.sources.map((one) => one.faute)).toEqual(['réponse 404', null])
  expect(etat?.sources.map((one) => one.reussieLe)).toEqual([reussie?.[0], etat?.le])

  // Whoever expects it says so; and files given by hand are waited for no more.
  expect((await run(...official, '--allow-stale')).code).toBe(0)
  forgetSources(out, new Set(['lieux']))
  expect(readEtatSources(out)?.sources.map(({ kind }) => kind)).toEqual(['structures'])
  forgetSources(out, new Set(['structures', 'lieux']))
  expect(readEtatSources(out)).toBeNull()
})

test('an address given by hand goes through the same door', async () => {
  const [out, temporary] = [join(folder.path, 'donne', 'annuaire.sqlite'), join(folder.path, 'tmp')]
  const choose = async (address: string) => {
    const { inputs } = await chooseInputs(readOptions([address, '--out', out]), archiveOf(out), temporary, () => {})
    return inputs
  }
  const url = publisher.on('/vers', redirects('/donne/lieux-2024-01-01.csv'))
  const last = publisher.on('/donne/lieux-2024-01-01.csv', sendsUnlessKnown(CSV, '"v1"'))
  const [first] = await choose(url)
  expect(first).toMatchObject({
    kind: 'lieux',
    provenance: { fichier: 'lieux-2024-01-01.csv', distant: { chaine: [url, last] } },
  })
  const archived = archiveFile(archiveOf(out), { ...(first as Input), millesime: '2024-01-01' })
  expect(await choose(url)).toMatchObject([{ path: archived, millesime: '2024-01-01' }])
  publisher.on('/donne/lieux-2024-01-01.csv', sends('', {}, 404))
  await expect(choose(url)).rejects.toThrow(`${url} : réponse 404.`)
  await expect(choose('file:///etc/hostname')).rejects.toThrow('il faut http ou https')
})
