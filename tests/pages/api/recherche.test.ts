import { expect, test } from 'vitest'
import { siteOn } from '#tests/pages/site.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const site = siteOn(paysSitue())

test('communes come first, then places, then employers, each with what tells it apart', async () => {
  const response = await site('/api/v1/recherche?q=gueret')
  expect(response.status).toBe(200)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(await response.json()).toEqual({
    resultats: [
      { type: 'commune', code: '23096', nom: 'Guéret', contexte: '23000, Creuse' },
      { type: 'lieu', code: 'l2', nom: 'Mairie', contexte: 'Guéret' },
      {
        type: 'lieu',
        code: 'gueret-mediatheque',
        nom: 'Médiathèque de Guéret',
        contexte: '2 place Bonnyaud, 23000 Guéret',
      },
      { type: 'structure', code: '20003456700018', nom: 'CC du Pays de Guéret', contexte: 'Guéret' },
    ],
  })
})

test.each(['23000', 'guerret', 'Gueret, Creuse', '23 aubusson', 'creuse', 'aubusson23', 'florac lozè'])(
  'the first result of "%s" is where the page goes',
  async (q) => {
    const { resultats } = await (await site(`/api/v1/recherche?${new URLSearchParams({ q })}`)).json()
    const [{ type, code }] = resultats
    const response = await site(`/?${new URLSearchParams({ q })}`)
    const { searchParams } = new URL(response.headers.get('Location') ?? '', 'https://site.example')
    expect([response.status, searchParams.get(type)]).toEqual([303, code])
  },
)

test.each([
  ['', 'manque'],
  ['?q=', 'manque'],
  ['?q=%20', 'manque'],
  [`?q=${'x'.repeat(201)}`, '200 caractères'],
  [`?q=${'x'.repeat(7000)}`, '200 caractères'],
  ['?q=paris&limite=3', '« limite »'],
  ['?q=paris&__proto__=1', '« __proto__ »'],
])('%s: 400 in plain French', async (search, expected) => {
  const response = await site(`/api/v1/recherche${search}`)
  expect(response.status).toBe(400)
  expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  expect((await response.json()).erreur).toContain(expected)
})

test.each(['🙂', "' or 1=1 --", 'NEAR(a b)', '"', '%00', 'a OR b'])('%s finds nothing, and says so', async (q) => {
  const response = await site(`/api/v1/recherche?q=${encodeURIComponent(q)}`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ resultats: [] })
})
