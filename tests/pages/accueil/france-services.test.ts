import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodePoints } from '#app/domain/carte/points.ts'
import { decodeSelection } from '#app/domain/carte/row-set.ts'
import { documentByNom } from '#db/documents.server.ts'
import { hrefsIn, simple, siteOn, textOf } from '#tests/pages/site.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'
import { paysFranceServices } from '#tests/support/pays-france-services.ts'

const db = await paysFranceServices()
const site = siteOn(db)
const LAYER = 'couche=france-services'

async function get(path: string, on = site) {
  const response = await on(path)
  const html = simple(await response.text())
  return { status: response.status, html, text: textOf(html) }
}

function carteOf(html: string) {
  return JSON.parse((/data-props="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

/** Numbers of the France services listed, in order. */
function listed(html: string): number[] {
  return [...html.matchAll(/data-localiser-france-services="(\d+)"/g)].map(([, numero]) => Number(numero))
}

/** Each option of a filter with its count, but for the box of the layer. */
function countsOf(html: string): string[] {
  const options = html.matchAll(/id="(f-[^"]*)"[^>]*>.*?class="compte">\(([^)]*)\)/gs)
  return [...options].map(([, id, count]) => `${id} ${count}`).filter((option) => !option.startsWith('f-couche'))
}

test.each([
  'vue=liste',
  'departement=23',
  'ruralite=rural',
  'q=gueret',
  'commune=23096&rayon=50',
  'departement=75&ruralite=rural',
])('under "%s" the layer changes no count: sentence, options, departments, posts', async (search) => {
  const [off, on] = [await get(`/?${search}`), await get(`/?${search}&${LAYER}`)]
  const phrase = (html: string) => /id="resume"[^>]*>([^<]*)</.exec(html)?.[1]
  expect(phrase(on.html)).toBe(phrase(off.html))
  expect(countsOf(on.text)).toEqual(countsOf(off.text))
  const drawn = (html: string) => [...html.matchAll(/aria-label="[^"]*\(\d\w+\) : [^"]*"/g)].map(String)
  expect(drawn(on.html)).toEqual(drawn(off.html))
  const lieux = (html: string) => [...html.matchAll(/data-localiser="(\d+)"/g)].map(String)
  expect(lieux(on.html)).toEqual(lieux(off.html))
  expect(on.text.match(/\d+ postes? validés? au/g)).toEqual(off.text.match(/\d+ postes? validés? au/g))
})

test('a text that France services alone bear is answered by them, and still says that no place bears it', async () => {
  const autre = await paysFranceServices()
  insertLieux(autre, [
    lieuRow({ numero: 90, reseau: 'france-services', departementCode: '23', nom: 'Guichet de la Tuilerie' }),
  ])
  const { html, text } = await get('/?q=guichet+tuilerie', siteOn(autre))
  expect(text).toContain('1 France services, et aucun lieu d’accueil — « guichet tuilerie »')
  expect(html).toContain('Guichet de la Tuilerie</a>')
})

test('off, none is shown; the box says how many the other filters would give', async () => {
  const { html, text } = await get('/?departement=23')
  expect(listed(html)).toEqual([])
  expect(text).toContain('Montrer aussi les France services (2)')
  expect(carteOf(html).couchesUrls).toEqual({})
  expect(Object.keys(carteOf(html).selection)).toEqual(['lieu'])
})

test('on, they come after the places and before the employers, with their own count and what they are', async () => {
  const { html, text } = await get(`/?${LAYER}`)
  expect(listed(html)).toEqual([12, 11, 13, 14])
  expect(text).toContain('4 France services Une France services vous aide dans vos démarches')
  expect(text).toContain('C’est un autre réseau')
  const order = ['Cyber-base', '4 France services Une', '2 employeurs sans lieu connu'].map((words) =>
    text.indexOf(words),
  )
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(html).toContain('name="couche" checked="" value="france-services"')
})

test('near a commune they are those within the radius, nearest first, with their distance', async () => {
  const { html, text } = await get(`/?commune=23096&rayon=50&${LAYER}`)
  expect(text).toContain('2 France services à moins de 50 km de Guéret')
  expect(listed(html)).toEqual([11, 12])
  // By the law of cosines, from Guéret to Aubusson: 33.0 km.
  const card = text.slice(text.indexOf('Bus France services'))
  expect(card.slice(0, card.indexOf('23200'))).toContain('À 33 km du centre de Guéret')
})

test.each([
  ['departement=23', [12, 11]],
  ['ruralite=rural', [12]],
  ['q=bus', [12]],
  ['commune=23008&rayon=5', [12]],
  ['departement=75', []],
  ['service=aide-aux-demarches-administratives', [11]],
])('under %s the map is given the France services of the list', async (search, expected) => {
  const { html } = await get(`/?${search}&${LAYER}`)
  expect(listed(html)).toEqual(expected)
  const chosen = decodeSelection(carteOf(html).selection['france-services'])
  expect([11, 12, 13, 14].filter((numero) => chosen.has(numero))).toEqual([...expected].sort())
  expect(chosen.size).toBe(expected.length)
})

test('their points are a document of their own, fetched when the layer is on', async () => {
  const own = documentByNom(db, 'points-france-services')
  const points = decodePoints(gunzipSync(own?.gzip ?? '').toString())
  expect(points.map(({ objet, numero }) => `${objet} ${numero}`).sort()).toEqual(
    [11, 12, 13].map((numero) => `france-services ${numero}`),
  )
  const { html } = await get(`/?${LAYER}`)
  expect(carteOf(html).couchesUrls).toEqual({ 'france-services': `/points-france-services.json?v=${own?.etag}` })
  expect(carteOf(html).selection).toEqual({ lieu: null, 'france-services': null })
  const others = gunzipSync(documentByNom(db, 'points')?.gzip ?? '').toString()
  expect(decodePoints(others).some(({ objet }) => objet === 'france-services')).toBe(false)
})

test('where there is no place but a France services, one line offers to show it', async () => {
  const alone = await paysFranceServices()
  alone.$client.exec("delete from lieu where reseau = 'conseiller-numerique' and departement_code = '48'")
  const { html, text } = await get('/?commune=48095&rayon=10', siteOn(alone))
  expect(text).toContain('1 France services à moins de 10 km : la montrer')
  const [href = ''] = hrefsIn(html, /#france-services$/)
  expect(href).toBe(`/?commune=48095&rayon=10&${LAYER}#france-services`)
  const shown = await get(href.replace(/#.*/, ''), siteOn(alone))
  expect(shown.html).toContain('id="france-services"')
  expect(listed(shown.html)).toEqual([13])
  expect((await get('/?departement=23')).text).not.toContain('la montrer')
})

test('filters that their list does not answer are said to be so', async () => {
  const { text } = await get(`/?gratuit=1&${LAYER}`)
  expect(text).toContain('Aucune France services')
  expect(text).toContain('Leur liste ne dit ni les services, ni les publics, ni le coût')
})

test('page after page, every place, then every France services, then every employer is reached once', async () => {
  const many = await paysFranceServices()
  const more = (from: number, reseau: 'conseiller-numerique' | 'france-services') =>
    Array.from({ length: 60 }, (_, rang) => lieuRow({ numero: from + rang, reseau, departementCode: '48' }))
  insertLieux(many, [...more(100, 'conseiller-numerique'), ...more(300, 'france-services')])
  const large = siteOn(many)
  const seen: string[] = []
  let next: string | undefined = `/?${LAYER}`
  let pages = 0
  while (next) {
    const html: string = await (await large(next)).text()
    const list = html.slice(html.indexOf('id="region-liste"'), html.indexOf('class="vue-carte"'))
    seen.push(
      ...[...list.matchAll(/(data-localiser[a-z-]*="\d+")|<h3><a href="(\/structures\/[^"?]*)/g)].map(
        ([, a, b]) => a ?? b ?? '',
      ),
    )
    if (pages === 0) expect(hrefsIn(list, /#france-services$/)).toEqual([`/?${LAYER}&page=2#france-services`])
    next = /href="([^"]*)" rel="next"/.exec(list)?.[1]?.replaceAll('&amp;', '&')
    pages += 1
  }
  expect(new Set(seen).size).toBe(seen.length)
  const kinds = seen.map((row) => row.replace(/[="/\d].*$/, '') || 'structure')
  const runs = kinds.filter((kind, rang) => kind !== kinds[rang - 1])
  expect(runs).toEqual(['data-localiser', 'data-localiser-france-services', 'structure'])
  expect(
    ['data-localiser', 'data-localiser-france-services', 'structure'].map(
      (kind) => kinds.filter((k) => k === kind).length,
    ),
  ).toEqual([70, 64, 2])
})

test('a directory without them has no box, and says so to who asks for them', async () => {
  const without = pays()
  without.$client.exec("delete from lieu where reseau = 'france-services'; delete from document")
  const bare = siteOn(without)
  expect((await get('/', bare)).html).not.toContain('id="f-couche-france-services"')
  const { status, html, text } = await get(`/?${LAYER}`, bare)
  expect(status).toBe(200)
  expect(html).not.toContain('id="f-couche-france-services"')
  expect(text).toContain('La liste des France services n’est pas dans cet annuaire')
  expect(carteOf(html).couchesUrls).toEqual({})
})

test('a layer that does not exist is refused by name', async () => {
  const { status, text } = await get('/?couche=autre')
  expect(status).toBe(400)
  expect(text).toContain('Le paramètre « couche »')
})

test('hours without a date are shown, and never make it open or closed', async () => {
  for (const path of [`/?commune=23008&${LAYER}`, '/lieux/l12']) {
    const { html, text } = await get(path)
    expect(html).not.toMatch(/etat-(ouvert|ferme)"/)
    expect(text).toMatch(/[Ll]undi/)
  }
  // The very same hours, said of today, are open: only the date keeps the state from being said.
  const dated = await paysFranceServices()
  dated.$client.prepare('update lieu set date_maj = ? where numero = 12').run(new Date().toISOString().slice(0, 10))
  expect((await get('/lieux/l12', siteOn(dated))).html).toMatch(/etat-(ouvert|ferie)"/)
})

test('the page of a France services says that it is one, and counts no post', async () => {
  const { status, html, text } = await get('/lieux/l12')
  expect(status).toBe(200)
  expect(text).toContain('Nous ne savons pas si un conseiller numérique y reçoit')
  expect(html).toMatch(/<meta name="description" content="France services : Bus/)
  expect(html).toContain(`subject=${encodeURIComponent('France services : Bus')}`)
  expect(text).not.toMatch(/postes? validés?/)
  expect(text).toContain('Cette France services se déplace : appelez pour savoir où elle est')
  expect((await get('/lieux/gueret-mediatheque')).text).not.toContain('un autre réseau')
})

test('the map’s panel says which network a point is of, and who moves about', async () => {
  const moving = await paysFranceServices()
  moving.$client.exec('update lieu set itinerant = 1 where numero = 1')
  const { fiches } = await (await siteOn(moving)('/fiches.json?l=1,2&f=12')).json()
  expect(fiches.map(({ objet, numero, detail = null }: Record<string, unknown>) => [objet, numero, detail])).toEqual([
    ['lieu', 1, 'Ce conseiller se déplace : appelez pour savoir où il est.'],
    ['lieu', 2, null],
    ['france-services', 12, 'Cette France services se déplace : appelez pour savoir où elle est.'],
  ])
})

test('an itinerant advisor is marked in the list and on its page', async () => {
  const moving = await paysFranceServices()
  moving.$client.exec('update lieu set itinerant = 1 where numero = 1')
  for (const path of ['/?departement=23', '/lieux/gueret-mediatheque'])
    expect((await get(path, siteOn(moving))).text).toContain('Ce conseiller se déplace : appelez pour savoir où il est')
})
