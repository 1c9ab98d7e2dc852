import { expect, test } from 'vitest'
import { ORIGIN, simple, siteOn } from '#tests/pages/site.ts'
import { pays } from '#tests/support/pays.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const site = siteOn(pays())

async function get(path: string) {
  const response = await site(path)
  return { status: response.status, body: await response.json() }
}

test('the points asked for come in order, places then employers, with their links', async () => {
  const { status, body } = await get('/fiches.json?l=7,1&s=2')
  expect(status).toBe(200)
  expect(body.fiches).toEqual([
    {
      objet: 'lieu',
      numero: 7,
      href: '/lieux/l7',
      nom: 'Espace public numérique',
      adresse: '12 rue Saint-Étienne',
      commune: 'Paris',
      approximate: false,
      telephone: null,
      etat: { etat: 'inconnu', phrase: 'Horaires non communiqués' },
    },
    {
      objet: 'lieu',
      numero: 1,
      href: '/lieux/gueret-mediatheque',
      nom: 'Médiathèque de Guéret',
      adresse: '2 place Bonnyaud',
      commune: '23000 Guéret',
      approximate: false,
      telephone: '+33555412345',
      etat: { etat: 'inconnu', phrase: 'Horaires non communiqués' },
    },
    {
      objet: 'structure',
      numero: 2,
      href: '/structures/21480061300012',
      nom: 'Commune de Florac',
      adresse: null,
      commune: 'Florac Trois Rivières',
      approximate: true,
      detail: '2 postes validés au 5 avril 2023',
    },
  ])
})

/** Monday to Friday, 9 to 17; the place is in Guéret, on the clock of Paris. */
test.each([
  ['2026-02-10T09:00:00Z', 'ouvert', 'Ouvert, ferme à 17 h'],
  ['2026-02-10T19:00:00Z', 'ferme', 'Fermé, ouvre mercredi à 9 h'],
])('at %s the panel says what the card of the list says: %s', async (instant, etat, phrase) => {
  const db = pays()
  const plages = [0, 1, 2, 3, 4].flatMap((jour) => [jour * 1440 + 540, jour * 1440 + 1020])
  db.$client
    .prepare("update lieu set semaine = ?, horaires = 'Mo-Fr 09:00-17:00', date_maj = '2026-01-10' where numero = 1")
    .run(JSON.stringify([plages, 'ferme', null]))
  const at = siteOn(db, { instant: new Date(instant) })
  const { fiches } = await (await at('/fiches.json?l=1')).json()
  expect(fiches[0].etat).toEqual({ etat, phrase })
  expect(simple(await (await at('/?departement=23')).text())).toContain(`<p class="etat etat-${etat}">${phrase}</p>`)
})

test('with the position of the list the panel says the distance of the list', async () => {
  const situe = siteOn(paysSitue())
  const { fiches } = await (await situe('/fiches.json?commune=23096&l=1&s=2')).json()
  const card = /id="l-gueret-mediatheque".*?class="fiche-distance">([^<.]*)/s.exec(
    simple(await (await situe('/?commune=23096')).text()),
  )?.[1]
  expect(card).toMatch(/ de Guéret$/)
  expect(simple(fiches[0].distance).slice(1)).toBe(card?.slice(1))
  expect(fiches[1].distance).toBeUndefined()
})

test('a place that is asked for alone comes with the way there and the messages that its page sends', async () => {
  const page = (await (await site('/lieux/gueret-mediatheque')).text()).replaceAll('&amp;', '&')
  const { liens } = (await get('/fiches.json?l=1')).body.fiches[0]
  for (const href of [liens.geo, liens.itineraire, liens.sms, liens.courriel]) expect(page).toContain(`href="${href}"`)
  expect(liens.page).toBe(`${ORIGIN}/lieux/gueret-mediatheque`)
  expect((await get('/fiches.json?l=1,7')).body.fiches.every((one: object) => !('liens' in one))).toBe(true)
})

test('points that the site does not know are left out', async () => {
  expect((await get('/fiches.json?l=1,999')).body.fiches).toHaveLength(1)
  expect((await get('/fiches.json')).body.fiches).toEqual([])
})

const numbers = (count: number) => Array.from({ length: count }, (_, rang) => rang + 1).join(',')

test('200 points are answered, 201 are refused in words', async () => {
  expect((await get(`/fiches.json?l=${numbers(150)}&s=${numbers(50)}`)).status).toBe(200)
  const { status, body } = await get(`/fiches.json?l=${numbers(150)}&s=${numbers(51)}`)
  expect(status).toBe(400)
  expect(body.erreur).toContain('200')
})

test.each(['l=a', 'l=1,', 'l=-1', 'l=1;2', 's=1%27or%271', 'l=99999999999999999999'])(
  '%s: 400 in words',
  async (search) => {
    const { status, body } = await get(`/fiches.json?${search}`)
    expect(status).toBe(400)
    expect(body.erreur).toContain('une liste de nombres')
  },
)
