import { expect, test } from 'vitest'
import { hrefsIn, simple, siteOn, textOf } from '#tests/pages/site.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
const site = siteOn(db)

async function get(path: string): Promise<{ html: string; text: string; main: string }> {
  const html = simple(await (await site(path)).text())
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return { html, main, text: textOf(html) }
}

const wordsOf = (html: string) =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
const count = (where: string) =>
  db.$client.prepare(`select count(*) from lieu where reseau = 'conseiller-numerique' and ${where}`).pluck().get()

test('the home page lists no place: the field, the regions that open on their departments, and the map', async () => {
  const { html, main, text } = await get('/')
  expect(hrefsIn(main, /^\/lieux\//)).toEqual([])
  expect(main).toContain('name="q"')
  expect(main).toContain('data-island="carte"')
  expect(text).toContain(`${count('1 = 1')} lieux d’accueil connus au 10 janvier 2026`)
  const departements = db.$client.prepare('select code, nom from departement').all() as { code: string; nom: string }[]
  const regions = main.slice(main.indexOf('class="regions"'), main.indexOf('class="vue-carte"'))
  for (const { code, nom } of departements) {
    const nombre = count(`departement_code = '${code}'`)
    expect(wordsOf(regions)).toContain(`${nom} (${code}) ${nombre === 0 ? 'aucun lieu' : `${nombre} lieu`}`)
    expect(hrefsIn(regions, new RegExp(`^/\\?departement=${code}$`))).toHaveLength(1)
  }
  expect(html).toContain('<title>Où sont les conseillers numériques ?</title>')
})

test('the counts of the regions add up to the number of the title', async () => {
  const { main } = await get('/')
  const regions = main.slice(main.indexOf('class="regions"'), main.indexOf('class="vue-carte"'))
  const heads = [...regions.matchAll(/<summary>.*?(\d+|[Aa]ucun) lieux?<\/span><\/summary>/g)].map(
    ([, n]) => Number(n) || 0,
  )
  expect(heads.reduce((sum, one) => sum + one, 0)).toBe(count('1 = 1'))
})

test.each(['/?vue=liste', '/?vue=carte', '/?page=2', '/?tri=nom', '/?departement=23', '/?couche=france-services'])(
  '%s asks for the list',
  async (path) => {
    expect((await get(path)).main).toContain('id="vues"')
  },
)

test('an unknown parameter asks nothing: the home page', async () => {
  expect((await get('/?utm_source=lettre')).main).not.toContain('id="vues"')
})

test('the last filter taken away leaves the whole list, not the home page', async () => {
  const { main } = await get('/?departement=23')
  expect(hrefsIn(main, /^\/\?vue=liste$/)).not.toEqual([])
})

test.each([
  ['/?commune=23096', 'Autour de Guéret · changer'],
  ['/?departement=23', 'Creuse (23) · changer'],
  ['/?departement=23&departement=48', '2 départements · changer'],
  ['/?lat=46.17&lon=1.87', 'Autour du point choisi · changer'],
  ['/?vue=liste', 'Toute la France · changer'],
])('%s is said on one line, that leads to the whole form without a script', async (path, line) => {
  const { main, text } = await get(path)
  expect(text).toContain(line)
  expect(main).toMatch(/<form class="filtres filtres-plies" id="chercher"/)
  expect(hrefsIn(main, /^#chercher$/)).toHaveLength(1)
})

test('posts are said to whoever asks of employers, and to nobody else', async () => {
  expect((await get('/?departement=23')).text).not.toMatch(/poste validé/)
  expect((await get('/?departement=23&employeur=public')).text).toMatch(/\d+ postes? validés? au/)
})
