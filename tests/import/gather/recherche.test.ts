import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readKnown } from '#scripts/import/gather/known-addresses.ts'
import { LIMITS } from '#scripts/import/gather/remote/limits.ts'
import { downloadOfficial } from '#scripts/import/gather/remote.ts'
import { listOfficialSources, type OfficialSource } from '#scripts/import/gather/sources.ts'
import { lieuxCsv, workFolder } from '#tests/import/files.ts'
import { redirects, sends, startPublisher } from './remote-server.ts'

const ORGANISATION = 'cartographie'
const RESSOURCE = '398edc71-0d51-4cb6-9cbe-2540a4db573c'
const LISTE = `/api/1/organizations/${ORGANISATION}/datasets/?page_size=100`
const DESCRIPTION = `/api/2/datasets/resources/${RESSOURCE}/`
const TITRE = 'Lieux de médiation numérique sur le territoire National fournis par La Cartographie Nationale'

const folder = workFolder()
mkdirSync(join(folder.path, 'tmp'))
let publisher: Awaited<ReturnType<typeof startPublisher>>
let urls: { ancien: string; nouveau: string; autre: string }

beforeAll(async () => {
  publisher = await startPublisher()
  urls = {
    ancien: publisher.on('/r/20260424-lieux.csv', sends(lieuxCsv([{ nom: 'Ancien' }]))),
    nouveau: publisher.on('/r/20260603-lieux.csv', sends(lieuxCsv([{ nom: 'Nouveau' }]))),
    autre: publisher.on('/r/20260604-lieux.csv', sends(lieuxCsv([{ nom: 'Ailleurs' }]))),
  }
})
afterAll(async () => {
  await publisher.close()
  folder.remove()
})

const json = (value: unknown) => sends(JSON.stringify(value), { 'content-type': 'application/json' })
const csv = (url: string, last_modified: string) => ({ type: 'main', format: 'csv', url, last_modified })

/** What the organisation publishes, and what is known of the file of the id; null: the API does not answer. */
async function take(jeux: Record<string, unknown>[] | null, connue: Record<string, unknown> | null) {
  publisher.on(LISTE, jeux === null ? sends('', {}, 404) : json({ data: jeux, page: 1, next_page: null }))
  publisher.on(DESCRIPTION, connue === null ? sends('', {}, 404) : json({ resource: connue, dataset_id: 'x' }))
  const source: OfficialSource = {
    ...{ id: 'lieux', kind: 'lieux', titre: 'Lieux', producteur: 'P', licence: 'L', page: 'https://exemple.fr/' },
    api: `${publisher.base}/api/1`,
    recherche: { organisation: ORGANISATION, jeu: 'sur le territoire national fournis par', ressource: RESSOURCE },
  }
  const limits = { ...LIMITS, connectMs: 1000, stallMs: 500, backoffMs: 2 }
  const known = readKnown(join(folder.path, 'rien'))
  const { files, failures } = await downloadOfficial([source], join(folder.path, 'tmp'), known, limits)
  return { fichier: files[0]?.download.fichier, pris: files[0]?.download.pris, raison: failures[0]?.reason }
}

const JEUX = () => [
  { title: 'Lieux de médiation numérique sur le territoire Bourgogne', resources: [csv(urls.autre, '2026-06-04')] },
  { title: TITRE, resources: [csv(urls.nouveau, '2026-06-03T22:48:00Z')] },
]

test('a data set that was renamed is found by the words of its title, whatever their case and accents', async () => {
  expect(await take(JEUX(), csv(urls.ancien, '2026-04-24T22:48:00Z'))).toEqual({
    fichier: '20260603-lieux.csv',
    pris: `jeu « ${TITRE} », modifiée le 3 juin 2026`,
    raison: undefined,
  })
})

test('of the two the newest wins: an id that is still fed is taken', async () => {
  const { fichier, pris } = await take(JEUX(), csv(urls.autre, '2026-06-10T22:48:00Z'))
  expect([fichier, pris]).toEqual(['20260604-lieux.csv', expect.stringContaining(`ressource ${RESSOURCE}`)])
})

test.each([
  ['the organisation is not found', null, 'réponse 404'],
  ['none of its titles has the words', [{ title: 'Autre chose', resources: [] }], 'aucun ne porte ces mots'],
  ['the data set is archived', [{ title: TITRE, archived: '2026-07-01', resources: [] }], 'aucun ne porte ces mots'],
])('when %s the id is taken, and it is said why', async (_, jeux, words) => {
  const { fichier, pris } = await take(jeux, csv(urls.ancien, '2026-04-24'))
  expect([fichier, pris]).toEqual(['20260424-lieux.csv', expect.stringContaining(words)])
})

test('an id that the API no longer describes leaves the file of the title', async () => {
  expect((await take(JEUX(), null)).fichier).toBe('20260603-lieux.csv')
})

test('when the API describes neither, the address of the id answers for itself', async () => {
  publisher.on(`/api/1/datasets/r/${RESSOURCE}`, redirects(urls.ancien))
  expect((await take(null, null)).fichier).toBe('20260424-lieux.csv')
  publisher.on(`/api/1/datasets/r/${RESSOURCE}`, sends('', {}, 404))
  expect((await take(null, null)).raison).toContain('404')
})

test('the pages of a long list are all read', async () => {
  const second = '/api/1/page-2'
  publisher.on(second, json({ data: JEUX(), next_page: null }))
  publisher.on(DESCRIPTION, sends('', {}, 404))
  const first = json({ data: [{ title: 'Autre', resources: [] }], next_page: publisher.base + second })
  const source = { ...listOfficialSources().find(({ id }) => id === 'lieux') } as OfficialSource
  const organisation = source.recherche?.organisation
  publisher.on(`/api/1/organizations/${organisation}/datasets/?page_size=100`, first)
  const { files } = await downloadOfficial(
    [{ ...source, api: `${publisher.base}/api/1` }],
    join(folder.path, 'tmp'),
    readKnown(join(folder.path, 'rien')),
  )
  expect(files[0]?.download.fichier).toBe('20260603-lieux.csv')
  expect(files[0]?.download.trace.chaine).toHaveLength(3)
})
