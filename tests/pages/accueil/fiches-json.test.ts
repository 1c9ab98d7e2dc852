import { expect, test } from 'vitest'
import { siteOn } from '#tests/pages/site.ts'
import { pays } from '#tests/support/pays.ts'

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
    },
    {
      objet: 'lieu',
      numero: 1,
      href: '/lieux/gueret-mediatheque',
      nom: 'Médiathèque de Guéret',
      adresse: '2 place Bonnyaud',
      commune: '23000 Guéret',
      approximate: false,
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
