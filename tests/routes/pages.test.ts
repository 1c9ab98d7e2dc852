import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { meta } from '#db/schema.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'
import { ORIGIN, siteOn, textOf } from './site.ts'

const PAGES = [
  '/',
  '/lieux/gueret-mediatheque',
  '/structures/20003456700018',
  '/mentions-legales',
  '/besoins',
  '/accessibilite',
  '/absent',
]
const site = siteOn(pays())

test.each(PAGES)(
  '%s has a language, one title of level 1, a way to skip to its content, and its sources',
  async (path) => {
    const html = await (await site(path)).text()
    expect(html).toContain('<html lang="fr">')
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toMatch(/<body><a class="evitement" href="#contenu">/)
    expect(html).toContain('id="contenu"')
    expect(textOf(html)).toContain('Structures 2023, données du 5 avril 2023, Licence Ouverte 2.0')
    expect(textOf(html)).toContain('Ce site n’est pas un site de l’État')
    expect(html).toContain('href="/mentions-legales"')
    expect(html).toContain('href="/accessibilite"')
    expect(html).not.toMatch(/ style="/)
  },
)

test.each(PAGES.slice(0, 6))('%s has a title, a description and a canonical address', async (path) => {
  const html = await (await site(path)).text()
  expect(/<title>([^<]{10,})<\/title>/.test(html)).toBe(true)
  expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/)
  expect(html).toContain(`<link rel="canonical" href="${ORIGIN}${path}"/>`)
})

test('an older file of posts is history: the footer does not cite it', async () => {
  expect(await (await site('/')).text()).not.toContain('Structures 2021')
})

test('demonstration data is announced on every page, and only then', async () => {
  const db = pays()
  db.update(meta).set({ valeur: 'oui' }).where(eq(meta.cle, 'demonstration')).run()
  const demonstration = siteOn(db)
  for (const path of PAGES) {
    expect(await (await demonstration(path)).text()).toContain('Données de démonstration')
    expect(await (await site(path)).text()).not.toContain('Données de démonstration.')
  }
})

test('an estimated rurality says so wherever it stands', async () => {
  const db = pays()
  db.update(meta).set({ valeur: 'estimee' }).where(eq(meta.cle, 'ruralite')).run()
  insertLieux(db, [lieuRow({ numero: 60, id: 'estime', departementCode: '23', ruralite: 'rural' })])
  const estimated = siteOn(db)
  const text = textOf(await (await estimated('/')).text())
  expect(text).toContain('Type de commune (estimation d’après la population)')
  expect(text).toContain('Rural (estimation)')
  expect(textOf(await (await estimated('/lieux/estime')).text())).toContain('Commune : rural, estimation')
})

test('an address that no page has: 404 with the search', async () => {
  const response = await site('/nulle/part')
  expect(response.status).toBe(404)
  const html = await response.text()
  expect(html).toContain('<h1>Cette page n’existe pas</h1>')
  expect(textOf(html)).toContain('L’adresse est peut-être mal écrite')
  expect(html).not.toContain('<p></p>')
  expect(html).toContain('name="q"')
})

test('a failure of ours: 500 in plain words, without its message', async () => {
  const db = pays()
  db.$client.exec('alter table lieu rename to lieu_perdu')
  const response = await siteOn(db)('/lieux/gueret-mediatheque')
  expect(response.status).toBe(500)
  const html = await response.text()
  expect(textOf(html)).toContain('Ce n’est pas de votre faute')
  expect(html).not.toMatch(/no such table|SqliteError/)
})

test('the declaration of accessibility is voluntary, not audited, and gives no percentage', async () => {
  const text = textOf(await (await site('/accessibilite')).text())
  expect(text).toContain('Auto-évaluation, non auditée')
  expect(text).not.toMatch(/\d\s?%/)
})
