import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodePoints } from '#app/domain/carte/points.ts'
import { decodeSelection } from '#app/domain/carte/row-set.ts'
import { documentByNom } from '#db/documents.server.ts'
import { document } from '#db/schema.ts'
import { writePoints } from '#scripts/import/build/write-points.ts'
import { hrefsIn, siteOn, textOf } from '#tests/pages/site.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { paysFranceServices } from '#tests/support/pays-france-services.ts'

/** The small country with three places of another network: two in Creuse, one in Paris. */
const db = await paysFranceServices()
const autre = { reseau: 'autre', lat: 46.1, lon: 1.9 } as const
insertLieux(db, [
  lieuRow({ ...autre, numero: 21, departementCode: '23', nom: 'Tiers-lieu de Guéret', communeNom: 'Guéret' }),
  lieuRow({ ...autre, numero: 22, departementCode: '23', nom: 'Point info de La Souterraine' }),
  lieuRow({ ...autre, numero: 23, departementCode: '75', nom: 'Cyber-base', lat: 48.86, lon: 2.35 }),
])
db.$client.exec('update structure set lat = 46, lon = 2 where lieux = 0')
db.delete(document).run()
await writePoints(db)
const site = siteOn(db)

async function get(path: string) {
  const response = await site(path)
  const html = await response.text()
  const couches = html.slice(html.indexOf('<nav class="couches"'), html.indexOf('<p class="apres-carte"'))
  const props = (/data-props="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const links = textOf(`<body>${couches}`).match(/(Montrer|Cacher) [^MC]*/g) ?? []
  return { status: response.status, html, text: textOf(html), couches, carte: JSON.parse(props), links }
}

const phrase = (html: string) => /id="resume"[^>]*>([^<]*)</.exec(html)?.[1]
const pointsIn = (nom: string) =>
  decodePoints(gunzipSync(documentByNom(db, nom)?.gzip ?? '').toString()).map(
    ({ objet, numero }) => `${objet} ${numero}`,
  )

test('beside the map a link offers each layer, with how many suit the filters', async () => {
  const { links } = await get('/?departement=23')
  expect(links.map((link) => link.trim())).toEqual([
    'Montrer 2 France services',
    'Montrer 2 autres lieux de médiation numérique',
  ])
  expect((await get('/')).links.map((link) => link.trim())).toEqual([
    'Montrer 4 France services',
    'Montrer 3 autres lieux de médiation numérique',
    'Montrer 2 employeurs sans lieu connu',
  ])
})

test('off, no layer is on the map; on, its own points are, and the sentence counts the same places', async () => {
  const off = await get('/?departement=23')
  expect([off.carte.couchesUrls, Object.keys(off.carte.selection)]).toEqual([{}, ['lieu']])
  const [href = ''] = hrefsIn(off.couches, /couche=autres/)
  expect(href).toBe('/?departement=23&couche=autres&vue=carte')
  const on = await get(href)
  expect(phrase(on.html)).toBe(phrase(off.html))
  expect(on.carte.selection.lieu).toBe(off.carte.selection.lieu)
  const chosen = decodeSelection(on.carte.selection.autre)
  expect([21, 22, 23].map((numero) => chosen.has(numero))).toEqual([true, true, false])
  expect(on.carte.couchesUrls).toEqual({ autre: `/points-autres.json?v=${documentByNom(db, 'points-autres')?.etag}` })
  expect(on.text).toContain('2 autres lieux de médiation numérique, comptés à part')
  expect(on.links[1]?.trim()).toBe('Cacher 2 autres lieux de médiation numérique')
  expect(hrefsIn(on.couches, /departement=23&vue=carte$/)).toHaveLength(1)
})

test('several layers are on together, whole where nothing is filtered', async () => {
  const { carte } = await get('/?couche=employeurs&couche=autres')
  expect(carte.selection).toEqual({ lieu: null, autre: null, structure: null })
  expect(Object.keys(carte.couchesUrls).sort()).toEqual(['autre', 'structure'])
})

test('each layer is a document of its own', () => {
  expect(pointsIn('points').every((point) => point.startsWith('lieu '))).toBe(true)
  expect(pointsIn('points-autres').sort()).toEqual(['autre 21', 'autre 22', 'autre 23'])
  expect(pointsIn('points-employeurs').every((point) => point.startsWith('structure '))).toBe(true)
})

test('the places of other networks come after the places in the list, when they are asked for', async () => {
  expect((await get('/?departement=23')).text).not.toContain('Tiers-lieu de Guéret')
  const { html, text } = await get('/?departement=23&couche=autres')
  expect(text).toContain('rien ne dit qu’un conseiller numérique y reçoit')
  expect([...html.matchAll(/data-localiser-autre="(\d+)"/g)].map(([, numero]) => Number(numero)).sort()).toEqual([
    21, 22,
  ])
  expect(html.indexOf('data-localiser-autre')).toBeGreaterThan(html.lastIndexOf('data-localiser="'))
})

test('the panel says that such a place is of another network', async () => {
  const { fiches } = await (await site('/fiches.json?a=21')).json()
  expect(fiches).toMatchObject([{ objet: 'autre', numero: 21, nom: 'Tiers-lieu de Guéret' }])
})
