import { expect, test } from 'vitest'
import { decodeSelection } from '#app/domain/carte/row-set.ts'
import { communeCodePostal } from '#db/schema.ts'
import { hrefsIn, siteOn, textOf } from '#tests/pages/site.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const site = siteOn(paysSitue())

async function get(path: string) {
  const response = await site(path)
  const html = await response.text()
  const location = response.headers.get('Location')
  return { status: response.status, location, html, text: textOf(html) }
}

function lieuxOf(html: string): string[] {
  return [...html.matchAll(/<h3><a href="\/lieux\/([^"?]*)/g)].map(([, id]) => id ?? '')
}

function carteOf(html: string) {
  return JSON.parse((/data-props="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

test('near a commune, the nearest comes first and says how far it is', async () => {
  const { status, html, text } = await get('/?commune=23096&rayon=50')
  expect(status).toBe(200)
  expect(text).toContain('4 lieux à moins de 50 km de Guéret')
  expect(lieuxOf(html)).toEqual(['l2', 'gueret-mediatheque', 'l3', 'l4'])
  expect(text).toContain('À moins de 50 m du centre de Guéret.')
  // By the law of cosines: 33.0 km.
  expect(text).toContain('À 33 km du centre de Guéret.')
  expect(text).toContain('À environ 1 km du centre de Guéret.')
})

test('the map is given the same places, and what to frame', async () => {
  const { selection, zone } = carteOf((await get('/?commune=23096&rayon=50')).html)
  const chosen = decodeSelection(selection.lieu)
  expect([1, 2, 3, 4, 5, 6].filter((numero) => chosen.has(numero))).toEqual([1, 2, 3, 4])
  const [south, west, north, east] = zone
  expect([(south + north) / 2, (west + east) / 2].map((degrees) => degrees.toFixed(2))).toEqual(['46.17', '1.87'])
  expect(north - south).toBeCloseTo(100 / 111.195, 2)
})

test('the radius can be changed by links, the one in force is said', async () => {
  const { html } = await get('/?commune=23096')
  expect(hrefsIn(html, /^\/\?commune=23096(&rayon=\d+)?$/)).toEqual(
    expect.arrayContaining(['/?commune=23096&rayon=5', '/?commune=23096', '/?commune=23096&rayon=50']),
  )
  expect(html).toMatch(/href="\/\?commune=23096" aria-current="true">20/)
})

test('when nothing is within the radius: the three nearest beyond, on the map too, and a link that widens', async () => {
  const { status, html, text } = await get('/?lat=46.17&lon=2.2&rayon=10')
  expect(status).toBe(200)
  expect(text).toContain('Aucun lieu à moins de 10 km du point choisi')
  expect(text).toContain('Voici les plus proches')
  expect(lieuxOf(html)).toHaveLength(3)
  expect(hrefsIn(html, /rayon=50$/)).toContain('/?lat=46.17&lon=2.2&rayon=50')
  expect(decodeSelection(carteOf(html).selection.lieu).size).toBe(3)
})

test('far from everywhere no radius is offered, and the nearest are still said', async () => {
  const { text } = await get('/?lat=0&lon=0')
  expect(text).toContain('Voici les plus proches')
  expect(text).not.toContain('Chercher jusqu')
})

test('where only a sea leads to the nearest places, none is given: what is known of the territory is', async () => {
  const overseas = siteOn(paysCouvert())
  for (const where of ['commune=98735', 'lat=-17.54&lon=-149.57']) {
    const html = await (await overseas(`/?${where}`)).text()
    expect(textOf(html)).toContain('ne connaît aucun lieu d’accueil de la Polynésie française : les plus proches sont')
    expect(hrefsIn(html, /./)).toContain('/departements/987')
    expect(lieuxOf(html)).toEqual([])
    expect(textOf(html)).not.toMatch(/\d{4} km/)
  }
})

test('the canonical address holds no position', async () => {
  const { html } = await get('/?lat=46.1701234&lon=1.8702&rayon=5')
  expect(html).toContain('<link rel="canonical" href="https://carte.example/?rayon=5&amp;vue=liste"/>')
  expect(html).not.toContain('46.1701234')
})

test.each([
  'gueret',
  '23000',
  'Guéret (23)',
  '23000 gueret',
  'GUERET CREUSE',
  'guerret',
  'conseiller numérique gueret',
])('"%s" names a commune: the list around it, every other filter kept', async (q) => {
  const { status, location } = await get(`/?q=${encodeURIComponent(q)}&ruralite=rural&commune=23008&rayon=5&page=2`)
  expect([status, location?.replace(/&compris=.*/, '')]).toEqual([303, '/?ruralite=rural&commune=23096'])
})

test('a text that was put right says what was understood, and the field shows it', async () => {
  const { location } = await get('/?q=guerret')
  const { text, html } = await get(location ?? '')
  expect(text).toContain('Nous avons compris : Guéret (23).')
  expect(html).toMatch(/<input[^>]*name="q"[^>]*value="Guéret \(23\)"/)
})

test('the name of where one is already keeps the radius', async () => {
  const { location } = await get('/?q=Gu%C3%A9ret+(23)&commune=23096&rayon=50&ruralite=rural')
  expect(location).toBe('/?ruralite=rural&commune=23096&rayon=50')
})

test('a text that is not understood: no count, no zero, and the way out', async () => {
  const { status, text } = await get('/?q=zzzzz')
  expect(status).toBe(200)
  expect(text).toContain('Nous n’avons pas compris « zzzzz »')
  expect(text).toContain('Ajoutez la commune ou le code postal')
  expect(text).not.toMatch(/Aucun lieu|0 poste/)
})

test('where the list says nothing, nothing puts it in order and nothing leads from it to the map', async () => {
  const understood = await get('/?departement=23')
  expect(understood.text).toContain('Classer par')
  expect(understood.html).toMatch(/<nav class="onglets"[^>]* id="onglets">/)
  for (const q of ['zzzzz', 'impots']) {
    const { status, text, html } = await get(`/?q=${q}`)
    expect(status).toBe(200)
    expect(text).not.toContain('Classer par')
    expect(html).toMatch(/<nav class="onglets"[^>]* id="onglets" hidden="">/)
  }
})

test.each([
  ['commune=99999', 'commune'],
  ['lat=91&lon=2', 'lat'],
  ['lat=48', 'lon'],
  ['lat=48&lon=2&commune=23096', 'commune'],
  ['commune=23096&rayon=1000000000', 'rayon'],
  ['cellule=46.15,1.8', 'cellule'],
  ['cellule=46.1,1.8&commune=23096', 'cellule'],
  ['cellule=46.1,1.8&lat=46.1&lon=1.8', 'cellule'],
])('%s: 400 with the form and the parameter named', async (search, nom) => {
  const { status, text } = await get(`/?${search}`)
  expect(status).toBe(400)
  expect(text).toContain(`Le paramètre « ${nom} »`)
})

test('the code of a commune of the past is that of today', async () => {
  const { status, text } = await get('/?commune=23999')
  expect(status).toBe(200)
  expect(text).toContain('1 lieu à moins de 20 km d’Aubusson')
})

test('with the commune, filters and pages go on together', async () => {
  const { html, text } = await get('/?commune=23096&rayon=50&ruralite=rural')
  expect(text).toContain('2 lieux à moins de 50 km de Guéret — rural')
  expect(html).toContain('<input type="hidden" name="commune" value="23096"/>')
  expect(html).toContain('<input type="hidden" name="rayon" value="50"/>')
})

test('a cell has a list of its own, the same for all who are in it: about how far, and that it is nobody’s position', async () => {
  const { status, html, text } = await get('/?cellule=46.1,1.8')
  expect(status).toBe(200)
  expect(text).toContain('2 lieux à moins de 20 km environ du secteur de Guéret')
  expect(text).toContain('Ce lien dit un secteur, et la position de personne')
  // From 46.15, 1.85, by the law of cosines: 2.7 km.
  expect(text).toContain('À environ 3 km du secteur de Guéret.')
  expect(html).toContain('data-point="46.169 1.872"')
  expect(hrefsIn(html, /cellule=46\.1%2C1\.8&rayon=50/)).toContain('/?cellule=46.1%2C1.8&rayon=50')
  expect(html).toContain('<link rel="canonical" href="https://carte.example/?vue=liste"/>')
  expect(carteOf(html)).toMatchObject({ repere: null, fichesUrl: '/fiches.json?cellule=46.1%2C1.8' })
})

test('filters go on with a cell, and only a cell has positions on its cards', async () => {
  const { text } = await get('/?cellule=46.1,1.8&rayon=50&ruralite=rural')
  expect(text).toContain('2 lieux à moins de 50 km environ du secteur de Guéret — rural')
  expect((await get('/?commune=23096')).html).not.toContain('data-point')
})

test('where the radius holds a place for some of a cell and not for others, the nearest beyond are there too, hidden', async () => {
  const { html, text } = await get('/?cellule=46.1,2.0&rayon=10')
  expect(text).toContain('2 lieux à moins de 10 km environ du secteur de')
  expect(html).toContain('id="au-dela" hidden=""')
  expect(new Set(lieuxOf(html)).size).toBe(lieuxOf(html).length)
})

test('the other communes of the postcode that was typed stand beside the list, one press away', async () => {
  const shared = paysSitue()
  shared.insert(communeCodePostal).values({ codePostal: '23000', communeCode: '23008' }).run()
  const there = siteOn(shared)
  const first = await there('/?ruralite=rural&q=23000')
  expect([first.status, first.headers.get('Location')]).toEqual([303, '/?ruralite=rural&commune=23096&compris=23000'])
  const html = await (await there('/?ruralite=rural&commune=23096&compris=23000')).text()
  expect(textOf(html)).toContain('Aussi au 23000 : Aubusson')
  expect(hrefsIn(html, /commune=23008/)).toEqual(['/?ruralite=rural&commune=23008&compris=23000'])
  // Theirs alone: nothing to add.
  expect((await there('/?q=23110')).headers.get('Location')).toBe('/?commune=23076')
  // On the page of needs too.
  const besoins = await (await there('/besoins?commune=23096&compris=23000')).text()
  expect(hrefsIn(besoins, /commune=23008/)).toEqual(['/besoins?commune=23008&compris=23000'])
})
