import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FIGURES, NOMS_DE_FIGURES } from '#app/pages/embed/figures.ts'
import { hrefsIn, ORIGIN, siteOn, textOf } from '#tests/pages/site.ts'
import { insertLieux, insertStructures, lieuRow, structureRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'
import { paysEvolution } from '#tests/support/pays-evolution.ts'
import { paysScenarios } from '#tests/support/pays-scenarios.ts'

const site = siteOn(pays())
const read = async (path: string, from = site) => {
  const response = await from(path)
  return { status: response.status, headers: response.headers, html: await response.text() }
}
const cardsOf = (html: string) => [...html.matchAll(/<li class="fiche" id="l-([^"]*)"/g)].map(([, id]) => id)
const titleOf = (html: string) => textOf(`<body>${/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1]}`)

test.each([
  '',
  '?departement=23',
  '?ruralite=rural&tri=nom',
  '?commune=23096&rayon=5',
  '?departement=48&couche=france-services',
])('a frame says of « %s » what the list says of it', async (query) => {
  const list = await read(query === '' ? '/?vue=liste' : `/${query}`)
  const frame = await read(`/embed${query}`)
  expect(frame.status).toBe(200)
  expect(cardsOf(frame.html)).toEqual(cardsOf(list.html).slice(0, 10))
  expect(titleOf(list.html)).toContain(titleOf(frame.html).trim())
})

test('a frame holds neither menu nor foot, sets no cookie, opens its links elsewhere, and says whose data it is', async () => {
  const { html, headers } = await read('/embed?departement=23')
  expect(headers.get('Set-Cookie')).toBeNull()
  expect(html).toContain('<base target="_blank"/>')
  expect(html).not.toMatch(/class="(?:entete|pied|menu|evitement)/)
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(textOf(html)).toContain('Lieux de médiation, données du 10 janvier 2026, Licence Ouverte 2.0')
  expect(textOf(html)).toContain('Ce n’est pas un site de l’État')
  expect(hrefsIn(html, /^\/\?/)).toContain('/?departement=23')
  expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>')
  expect(html).toContain(`<link rel="canonical" href="${ORIGIN}/?departement=23"/>`)
  expect(html).not.toMatch(/ style="/)
})

test('the list, the map, or both', async () => {
  const [both, list, map] = await Promise.all(['', '?vue=liste', '?vue=carte'].map((query) => read(`/embed${query}`)))
  const parts = ({ html }: { html: string }) => [cardsOf(html).length > 0, html.includes('data-island="carte"')]
  expect([both, list, map].map((one) => one && parts(one))).toEqual([
    [true, true],
    [true, false],
    [false, true],
  ])
})

test('more places than a frame shows come by pages, within the frame, each once', async () => {
  const many = pays()
  insertLieux(
    many,
    Array.from({ length: 25 }, (_, rang) => lieuRow({ numero: 100 + rang, departementCode: '75' })),
  )
  const pages = await Promise.all([1, 2, 3].map((page) => read(`/embed?departement=75&page=${page}`, siteOn(many))))
  const cards = pages.flatMap(({ html }) => cardsOf(html))
  expect(cards.length).toBe(new Set(cards).size)
  expect(cards.length).toBeGreaterThan(25)
  const next = /<a href="([^"]*)" rel="next" target="_self">/.exec(pages[0]?.html ?? '')?.[1]
  expect(next).toBe('/embed?departement=75&amp;page=2')
})

test('no page is offered for the employers without a known place, which a frame does not list', async () => {
  const many = pays()
  insertLieux(
    many,
    Array.from({ length: 12 }, (_, rang) => lieuRow({ numero: 100 + rang, departementCode: '75' })),
  )
  insertStructures(
    many,
    Array.from({ length: 30 }, (_, rang) => structureRow({ id: 100 + rang, departementCode: '75' })),
  )
  const on = siteOn(many)
  const list = await read('/?departement=75', on)
  expect(textOf(list.html)).toContain('30 employeurs sans lieu connu')
  const frame = await read('/embed?departement=75', on)
  const offered = hrefsIn(frame.html, /^\/embed\?.*page=/).map((href) => Number(/page=(\d+)/.exec(href)?.[1]))
  expect([...new Set(offered)]).toEqual([2])
  // A page beyond the last is the last, with its cards.
  const beyond = await read('/embed?departement=75&page=4', on)
  expect(cardsOf(beyond.html)).toEqual(cardsOf(list.html).slice(10))
  expect(cardsOf(beyond.html).length).toBeGreaterThan(0)
})

test.each([
  ['/embed?densite=9', 'un niveau de 1 à 7'],
  ['/embed?theme=bleu', 'clair, sombre'],
  ['/embed?departement=23&commune=zz', 'un code INSEE'],
  ['/embed/couverture?indicateur=x', 'indicateur'],
  ['/embed/plan?departement=zz', 'un code comme 23, 2A ou 974'],
  ['/embed/scenario?fin=x', 'fin'],
])('what %s asks wrongly is named within the frame', async (path, words) => {
  const { status, html } = await read(path)
  expect(status).toBe(400)
  expect(textOf(html)).toContain(words)
  expect(html).toContain('class="embed"')
})

/** Each page of figures on a country that has something to draw: two lists of posts, distances, employers who end. */
const COUNTRIES = {
  '/evolution': siteOn(paysEvolution()),
  '/couverture': siteOn(paysCouvert()),
  '/scenarios': siteOn(paysScenarios()),
  '/departements': site,
}
const DEMANDES: Partial<Record<keyof typeof FIGURES, string>> = { scenario: '?fin=prives', plan: '?departement=23' }

test.each(NOMS_DE_FIGURES)(
  '%s is drawn within a frame, with its source, its date and the way to its page',
  async (nom) => {
    const from = COUNTRIES[FIGURES[nom].page]
    const { status, html } = await read(`/embed/${nom}${DEMANDES[nom] ?? ''}`, from)
    expect(status).toBe(200)
    expect(html).toMatch(/<svg[^>]* (?:role="img"|role="group")/)
    expect(html).toMatch(/class="embed-figure embed-figure-[a-z]+"/)
    expect(textOf(html)).toMatch(/Source : .*données du/)
    const [href = ''] = hrefsIn(html.slice(html.indexOf('embed-signature')), /^\//)
    expect(href.startsWith(FIGURES[nom].page)).toBe(true)
    expect((await from(href)).status).toBe(200)
  },
)

test('a drawing that does not exist says which ones do, within the frame', async () => {
  const { status, html } = await read('/embed/rien')
  expect(status).toBe(404)
  expect(textOf(html)).toContain('couverture, distance')
  expect(html).not.toContain('class="entete')
})

test('each drawing of the pages of figures leads to where its frame is chosen', async () => {
  const named = new Set<string>()
  const asked: Record<string, string> = { '/scenarios': '/scenarios?fin=prives', '/departements': '/departements/23' }
  for (const [page, from] of Object.entries(COUNTRIES))
    for (const href of hrefsIn((await read(asked[page] ?? page, from)).html, /^\/integrer\?/)) {
      expect([href, (await from(href)).status]).toEqual([href, 200])
      named.add(new URLSearchParams(href.slice(href.indexOf('?'))).get('figure') ?? '')
    }
  expect([...named].sort()).toEqual([...NOMS_DE_FIGURES].sort())
})

test('the script of frames is 2 kB at most', () => {
  expect(readFileSync('public/embed.js').length).toBeLessThanOrEqual(2048)
})
