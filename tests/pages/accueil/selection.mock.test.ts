import { afterEach, expect, test, vi } from 'vitest'
import { decodeSelection } from '#app/domain/carte/row-set.ts'
import { sortRows } from '#app/domain/filters/criteria.ts'
import type { Semaine } from '#app/domain/horaires/semaine.ts'
import { colonnesLieux, colonnesOf } from '#db/colonnes.server.ts'
import { positionOf } from '#db/position.server.ts'
import { lieu } from '#db/schema.ts'
import { simple, siteOn, textOf } from '#tests/pages/site.ts'
import { paysFranceServices } from '#tests/support/pays-france-services.ts'

// They still do their work: only how often they are called is looked at.
vi.mock('#app/domain/filters/criteria.ts', { spy: true })
vi.mock('#db/position.server.ts', { spy: true })

/** 9 h – 12 h, Monday to Friday. */
const MATIN: Semaine = {
  plages: [0, 1, 2, 3, 4].map((jour) => ({ debut: jour * 1440 + 540, fin: jour * 1440 + 720 })),
  feries: null,
  texte: null,
}
const db = await paysFranceServices()
db.update(lieu).set({ semaine: MATIN, horaires: 'Mo-Fr 09:00-12:00', dateMaj: '2026-11-01' }).run()

afterEach(() => vi.useRealTimers())

/** The lists that a request goes through, by name, in order; each as often as it is gone through. */
async function passesOf(path: string): Promise<string[]> {
  vi.mocked(sortRows).mockClear()
  await siteOn(db)(path)
  const { structures, postes } = colonnesOf(db)
  const names = new Map<object, string>([
    [colonnesLieux(db), 'lieux'],
    [colonnesLieux(db, 'france-services'), 'france-services'],
    [structures, 'structures'],
    [postes, 'postes'],
  ])
  return vi
    .mocked(sortRows)
    .mock.calls.map(([columns]) => names.get(columns) ?? 'unknown')
    .sort()
}

const SERVICE = 'service=aide-aux-demarches-administratives'
const LISTS = ['france-services', 'lieux', 'structures']

test.each([
  ['/?vue=liste', LISTS],
  ['/?ruralite=rural&departement=23', LISTS],
  // Posts are said to whoever asks of employers; they state no service, nor hours.
  ['/?employeur=public&departement=23', [...LISTS, 'postes']],
  ['/', LISTS],
  [`/?ruralite=rural&departement=75&${SERVICE}`, LISTS],
  [`/?commune=23096&ouvert=maintenant&${SERVICE}&couche=france-services`, LISTS],
  // Nothing suits: what removing each filter would give, and the nearest beyond the radius, come from the same pass.
  ['/?departement=75&ruralite=rural&frr=1&densite=7', LISTS],
  ['/?commune=97415&rayon=5&departement=23', LISTS],
  ['/?q=mairie&departement=23', LISTS],
  // Not understood: nothing is counted with its words, then without them.
  ['/?q=zzzzqx&departement=23', LISTS],
  ['/besoins?departement=23', ['lieux']],
  [`/api/v1/lieux?${SERVICE}&ouvert=maintenant`, ['lieux']],
  ['/api/v1/lieux.csv?commune=23096', ['lieux']],
  ['/api/v1/lieux.geojson?q=mairie', ['lieux']],
  ['/api/v1/communes/23096/lieux?rayon=20', ['lieux']],
])('%s goes once through each list that it speaks of', async (path, lists) => {
  // What the whole directory offers is counted once for all pages.
  await siteOn(db)('/')
  expect(await passesOf(path)).toEqual(lists.toSorted())
})

test('the position is looked for once, whatever stands on the page', async () => {
  vi.mocked(positionOf).mockClear()
  await siteOn(db)(`/?commune=23096&rayon=50&${SERVICE}&couche=france-services`)
  expect(positionOf).toHaveBeenCalledTimes(1)
})

test.each([
  'departement=75&departement=974&ruralite=rural',
  'commune=97415&rayon=5&departement=23',
  'q=mairie&departement=75&ouvert=dim-10:00',
])('each way out of the empty list of %s says what its list then holds', async (search) => {
  const read = async (path: string) => simple(await (await siteOn(db)(path)).text())
  const html = await read(`/?${search}`)
  const ways = [...html.matchAll(/href="([^"]*)">Retirer « .*? »<\/a> : (\d+|toujours aucun)/g)]
  expect(ways.length).toBeGreaterThan(1)
  for (const [, href = '', nombre] of ways) {
    const [, held] = /id="resume"[^>]*>(\d+|Aucun)/.exec(await read(href.replaceAll('&amp;', '&'))) ?? []
    expect([href, nombre]).toEqual([href, held === 'Aucun' ? 'toujours aucun' : held])
  }
})

// Tuesday 24 November 2026, in Guéret: a tenth of a second before noon, and at noon.
const AVANT = '2026-11-24T10:59:59.900Z'
const MIDI = '2026-11-24T11:00:00.000Z'

test.each([
  [AVANT, MIDI, 4, 2],
  [MIDI, AVANT, 0, 0],
])('asked at %s, every part of the page answers for that instant although the clock says %s', async (...given) => {
  const [instant, clock, lieux, franceServices] = given
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(clock) })
  const get = async (path: string) => simple(await (await siteOn(db, { instant: new Date(instant) })(path)).text())
  const html = await get('/?departement=23&ouvert=maintenant&couche=france-services')
  const text = textOf(html)
  const carte = JSON.parse(
    (/data-props="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  )
  expect({
    listed: html.match(/data-localiser="/g)?.length ?? 0,
    franceServicesListed: html.match(/data-localiser-france-services="/g)?.length ?? 0,
    saidOpen: text.match(/Ouvert, ferme à 12 h/g)?.length ?? 0,
    saidClosed: text.match(/Fermé, ouvre/g)?.length ?? 0,
    phrase: text.includes(lieux ? `${lieux} lieux d’accueil — Creuse (23)` : 'Aucun lieu d’accueil — Creuse (23)'),
    option: text.includes(`23 — Creuse (${lieux})`),
    box: text.includes(`Montrer aussi les France services (${franceServices})`),
    drawn: html.includes(`aria-label="Creuse (23) : ${lieux} lieu${lieux > 1 ? 'x' : ''}"`),
    map: decodeSelection(carte.selection.lieu).size,
    mapFranceServices: decodeSelection(carte.selection['france-services']).size,
  }).toEqual({
    ...{ listed: lieux, franceServicesListed: franceServices, saidOpen: lieux + franceServices, saidClosed: 0 },
    ...{ phrase: true, option: true, box: true, drawn: true, map: lieux, mapFranceServices: franceServices },
  })
  const api = JSON.parse(await get('/api/v1/lieux?departement=23&ouvert=maintenant'))
  expect(api.total).toBe(lieux)
  expect(textOf(await get('/lieux/gueret-mediatheque'))).toContain(
    lieux ? 'Ouvert, ferme à 12 h' : 'Fermé, ouvre mercredi',
  )
})
