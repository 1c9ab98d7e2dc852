import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRef } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Legend } from '#app/components/map/legend.tsx'
import { type Choice, type ChoiceAction, changeChoice, pageToAsk } from '#app/components/map/panel/choice.ts'
import { ChoicePanel, titleOf } from '#app/components/map/panel/choice-panel.tsx'
import { fetchFiches, fichesAddress } from '#app/components/map/panel/fiches.ts'
import type { MapFiche, PointRef } from '#app/domain/carte/points.ts'

const lieux = (total: number): PointRef[] =>
  Array.from({ length: total }, (_, rank) => ({ objet: 'lieu', numero: rank + 1 }))
const franceServices = (total: number): PointRef[] =>
  lieux(total).map(({ numero }) => ({ objet: 'france-services', numero }))
const autres = (total: number): PointRef[] => lieux(total).map(({ numero }) => ({ objet: 'autre', numero }))
const employeurs = (total: number): PointRef[] => lieux(total).map(({ numero }) => ({ objet: 'structure', numero }))

function fiche({ objet, numero }: PointRef): MapFiche {
  const href = objet === 'lieu' ? `/lieux/${numero}` : `/structures/${numero}`
  return { objet, numero, href, nom: `Nom ${numero}`, adresse: '1 rue Haute', commune: 'Prades', approximate: false }
}

function after(...actions: ChoiceAction[]): Choice | null {
  return actions.reduce(changeChoice, null)
}

function html(choice: Choice | null): string {
  const nothing = () => {}
  return renderToStaticMarkup(
    <ChoicePanel choice={choice} titleRef={createRef()} onClose={nothing} onMore={nothing} onRetry={nothing} />,
  )
}

test('a long list is asked for by fifty, each point once', () => {
  const points = lieux(120)
  let choice = after({ type: 'choose', points, point: null }) as Choice
  const pages: number[] = []
  const asked: PointRef[] = []
  while (choice.state === 'loading') {
    const page = pageToAsk(choice)
    pages.push(page.length)
    asked.push(...page)
    choice = changeChoice(choice, { type: 'received', fiches: page.map(fiche) }) as Choice
    if (choice.asked < points.length) choice = changeChoice(choice, { type: 'more' }) as Choice
  }
  expect(pages).toEqual([50, 50, 20])
  expect(asked).toEqual(points)
  expect(choice.fiches).toHaveLength(120)
})

test('an answer that comes after the panel was closed opens nothing', () => {
  expect(
    after({ type: 'choose', points: lieux(1), point: null }, { type: 'close' }, { type: 'received', fiches: [] }),
  ).toBeNull()
})

test('a failure keeps what was read, and asks for the same page again', () => {
  const points = lieux(60)
  const failed = after(
    { type: 'choose', points, point: null },
    { type: 'received', fiches: points.slice(0, 50).map(fiche) },
    { type: 'more' },
    { type: 'failed' },
  ) as Choice
  expect(html(failed)).toContain('Réessayer')
  const again = changeChoice(failed, { type: 'retry' }) as Choice
  expect(pageToAsk(again)).toEqual(points.slice(50))
  expect(again.fiches).toHaveLength(50)
})

test.each([
  { points: lieux(12), title: '12 lieux à cet endroit' },
  { points: [...lieux(2), ...autres(1)], title: '2 lieux et 1 autre lieu à cet endroit' },
  { points: employeurs(42), title: '42 employeurs à cet endroit' },
  { points: [...lieux(1), ...employeurs(2)], title: '1 lieu et 2 employeurs à cet endroit' },
  {
    points: [...lieux(2), ...franceServices(1), ...employeurs(3)],
    title: '2 lieux, 1 France services et 3 employeurs à cet endroit',
  },
])('$title', ({ points, title }) => {
  expect(titleOf(after({ type: 'choose', points, point: null }) as Choice)).toBe(title)
})

test('the panel is a named region that speaks, even before anything is chosen', () => {
  const empty = html(null)
  expect(empty).toMatch(/^<section/)
  expect(empty).toContain('aria-live="polite"')
  expect(empty).toContain('aria-label="Lieu choisi sur la carte"')
  expect(empty).not.toContain('<button')
})

test('one point gives its name, its address and its page', () => {
  const points = lieux(1)
  const choice = after({ type: 'choose', points, point: null }, { type: 'received', fiches: points.map(fiche) })
  const words = html(choice)
  expect(words).toContain('Nom 1')
  expect(words).toContain('1 rue Haute, Prades')
  expect(words).toContain('href="/lieux/1"')
  expect(words).not.toContain('approximative')
})

test('one place says whether it is open, its number as a link to call, how far, the way there, and whom to tell', () => {
  const points = lieux(1)
  const liens = {
    geo: 'geo:42.6,2.4?q=42.6%2C2.4(Nom)',
    itineraire: 'https://www.openstreetmap.org/directions?to=42.6%2C2.4',
    sms: 'sms:?body=Nom%201%0D%0Ahttps%3A%2F%2Fcarte.example%2Flieux%2F1',
    courriel: 'mailto:?subject=Nom&body=Nom',
    page: 'https://carte.example/lieux/1',
  }
  const fiches = points.map((point) => ({
    ...fiche(point),
    ...{ telephone: '+33468050000', distance: 'à 4,2 km de Prades', liens },
    etat: { etat: 'ouvert', phrase: 'Ouvert, ferme à 17 h' },
  }))
  const words = html(after({ type: 'choose', points, point: null }, { type: 'received', fiches }))
  expect(words).toContain('Ouvert, ferme à 17 h')
  expect(words).toContain('href="tel:+33468050000"')
  expect(words).toContain('04 68 05 00 00')
  expect(words).toContain('À 4,2 km de Prades')
  for (const href of [liens.geo, liens.itineraire, liens.sms, liens.courriel])
    expect(words).toContain(`href="${href.replaceAll('&', '&amp;')}"`)
})

test('each place of a list has its number', () => {
  const points = lieux(3)
  const fiches = points.map((point) => ({ ...fiche(point), telephone: `+3346805000${point.numero}` }))
  const words = html(after({ type: 'choose', points, point: null }, { type: 'received', fiches }))
  expect(words.match(/href="tel:/g)).toHaveLength(3)
})

test('an employer is said to be one, and an approximate position too', () => {
  const points = employeurs(1)
  const fiches = points.map((point) => ({ ...fiche(point), approximate: true, detail: '3 postes validés' }))
  const words = html(after({ type: 'choose', points, point: null }, { type: 'received', fiches }))
  expect(words).toContain('Employeur sans lieu d’accueil connu')
  expect(words).toContain('Position approximative')
  expect(words).toContain('3 postes validés')
})

test('a France services is said to be of another network, alone and in a list', () => {
  const points = franceServices(1)
  const detail = 'Cette France services se déplace.'
  const alone = html(
    after(
      { type: 'choose', points, point: null },
      { type: 'received', fiches: points.map((point) => ({ ...fiche(point), detail })) },
    ),
  )
  expect(alone).toContain('un autre réseau')
  expect(alone).toContain('Voir la fiche de la France services')
  expect(alone).toContain(detail)
  const both = [...lieux(1), ...points]
  const listed = html(
    after({ type: 'choose', points: both, point: null }, { type: 'received', fiches: both.map(fiche) }),
  )
  expect(listed.match(/>France services</g)).toHaveLength(1)
})

test('who moves about is said so in the panel, alone and in a list', () => {
  const detail = 'Ce conseiller se déplace : appelez pour savoir où il est.'
  for (const points of [lieux(1), lieux(2)]) {
    const fiches = points.map((point) => ({ ...fiche(point), ...(point.numero === 1 && { detail }) }))
    expect(
      html(after({ type: 'choose', points, point: null }, { type: 'received', fiches })).split(detail),
    ).toHaveLength(2)
  }
})

test('the legend has the signs of a layer only when it is shown', () => {
  const off = renderToStaticMarkup(<Legend couches={[]} />)
  const one = renderToStaticMarkup(<Legend couches={['france-services']} />)
  const all = renderToStaticMarkup(<Legend couches={['france-services', 'autre', 'structure']} />)
  for (const word of ['France services', 'Autre lieu', 'Employeur'])
    expect([off, one, all].map((markup) => markup.includes(word))).toEqual([false, word === 'France services', true])
  // A sign for each layer, and one for its cluster with places.
  expect([off, one, all].map((markup) => markup.match(/<li>/g)?.length)).toEqual([3, 4, 8])
})

test('a list gives a link each, and says how many are left', () => {
  const points = lieux(60)
  const fiches = points.slice(0, 50).map(fiche)
  const words = html(after({ type: 'choose', points, point: null }, { type: 'received', fiches }))
  expect(words.match(/<li>/g)).toHaveLength(50)
  expect(words).toContain('Voir plus (10 de plus)')
})

test('a name is text, whatever is written in it', () => {
  const points = lieux(1)
  const fiches = points.map((point) => ({ ...fiche(point), nom: '<img src=x onerror=alert(1)>' }))
  expect(html(after({ type: 'choose', points, point: null }, { type: 'received', fiches }))).not.toContain('<img')
})

test('a point that is not on the map is said so', () => {
  expect(html(after({ type: 'absent' }))).toContain('n’est pas sur la carte')
})

test('the address groups the numbers by layer', () => {
  expect(fichesAddress('/fiches.json', [...lieux(2), ...employeurs(1)])).toBe('/fiches.json?l=1,2&s=1')
  expect(fichesAddress('/fiches.json', [...lieux(1), ...franceServices(2)])).toBe('/fiches.json?l=1&f=1,2')
  expect(fichesAddress('/fiches.json', [...autres(1), ...employeurs(1)])).toBe('/fiches.json?a=1&s=1')
  expect(fichesAddress('/fiches.json?commune=23096', lieux(1))).toBe('/fiches.json?commune=23096&l=1')
})

let server: Server
let origin: string

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    const { pathname, searchParams } = new URL(url ?? '/', 'http://site')
    response.statusCode = pathname === '/fiches.json' ? 200 : 500
    const numeros = (searchParams.get('l') ?? '')
      .split(',')
      .map(Number)
      .filter((numero) => numero !== 2)
    response.end(JSON.stringify({ fiches: numeros.reverse().map((numero) => fiche({ objet: 'lieu', numero })) }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
})

test('the fiches come in the order of the points, without those that are gone', async () => {
  const fiches = await fetchFiches(`${origin}/fiches.json`, lieux(4))
  expect(fiches.map(({ numero }) => numero)).toEqual([1, 3, 4])
})

test('an error of the site is an error here', async () => {
  await expect(fetchFiches(`${origin}/elsewhere`, lieux(1))).rejects.toThrow('500')
})
