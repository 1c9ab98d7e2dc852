import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { mentionsOf, VARIABLES_MENTIONS } from '#app/domain/citations/mentions.ts'
import { formatDate, lowerFirst } from '#app/domain/texte/format.ts'
import { FIXES } from '#app/pages/moteurs/sitemap.server.ts'
import { DECLARATION } from '#app/pages/textes/accessibilite.tsx'
import { meta, source } from '#db/schema.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'
import { hrefsIn, ORIGIN, siteOn, textOf } from './site.ts'

const PAGES = [
  '/',
  '/lieux/gueret-mediatheque',
  '/structures/20003456700018',
  '/mentions-legales',
  '/besoins',
  '/accessibilite',
  '/plan-du-site',
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

test.each(PAGES.slice(0, 7))('%s has a title, a description and a canonical address', async (path) => {
  const html = await (await site(path)).text()
  expect(/<title>([^<]{10,})<\/title>/.test(html)).toBe(true)
  expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/)
  expect(html).toContain(`<link rel="canonical" href="${ORIGIN}${path}"/>`)
})

test.each([...PAGES, '/couverture', '/departements/23', '/collectivites/departement/23', '/methode', '/?densite=9'])(
  '%s breaks no line before the signs that French keeps with their word, nor between a number and its unit',
  async (path) => {
    const html = await (await site(path)).text()
    const texts = html
      .replace(/<(script|style|code|pre)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]*(?: aria-label| content)="([^"]*)"[^>]*>/g, '\n$1\n')
      .replace(/<[^>]*>/g, '')
    expect(texts.match(/.{0,20}(?: [:;?!»%€]|« |\d (?:km|m|h|ans|mois)\b).{0,20}/g)).toBeNull()
  },
)

test.each([
  ...['/?densite=9', '/besoins?densite=9', '/couverture?maille=x', '/departements?trier=x', '/evolution?de=x'],
  ...['/scenarios?fin=x', `/collectivites?q=${'x'.repeat(300)}`, '/collectivites/departement/23?voir=zzz'],
])('what is wrong in the address begins the title: %s', async (path) => {
  const response = await site(path)
  expect(response.status).toBe(400)
  expect(await response.text()).toMatch(/<title>(?:Filtre|Choix|Demande|Recherche) non valable – /)
})

test.each([...PAGES, '/couverture', '/departements/23', '/evolution', '/scenarios?fin=prives'])(
  'each figure of %s has a name, and each header of its tables says all of its column',
  async (path) => {
    const html = await (await site(path)).text()
    for (const [figure] of html.matchAll(/<figure[^>]*>/g)) expect(figure).toMatch(/ aria-label(?:ledby)?="[^"]+"/)
    for (const [, id] of html.matchAll(/<figure[^>]* aria-labelledby="([^"]*)"/g)) expect(html).toContain(`id="${id}"`)
    for (const [table] of html.matchAll(/<table[\s\S]*?<\/table>/g)) {
      const [, groupes = ''] = /<tr class="groupes" aria-hidden="true">(.*?)<\/tr>/.exec(table) ?? []
      const [, noms = ''] = /<tr>(.*?)<\/tr>/.exec(table) ?? []
      const columns = [...groupes.matchAll(/<td colSpan="(\d+)"[^>]*>(.*?)<\/td>/gi)].flatMap(([, span, nom = '']) =>
        Array.from({ length: Number(span) }, () => lowerFirst(nom)),
      )
      const headers = [...noms.matchAll(/<th scope="col".*?<\/th>/g)].map(([th]) => th)
      if (columns.length > 0) expect(headers).toHaveLength(columns.length)
      for (const [rang, nom] of columns.entries())
        expect(/<span class="invisible">, (.*?)<\/span>/.exec(headers[rang] ?? '')?.[1] ?? '').toBe(nom)
      expect(table).not.toMatch(/scope="(?:col|row)group"/)
    }
  },
)

test('the plan of the site has every page that has one address, and every page leads to it', async () => {
  const html = await (await site('/plan-du-site')).text()
  const main = hrefsIn(html.slice(html.indexOf('<main'), html.indexOf('</main')), /^\//)
  for (const path of FIXES.filter((one) => one !== '/plan-du-site')) expect(main).toContain(path)
  for (const path of FIXES) expect(hrefsIn(await (await site(path)).text(), /./)).toContain('/plan-du-site')
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
  expect(textOf(await (await estimated('/lieux/estime')).text())).toContain('Commune rurale, estimation')
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

test('without a setting, the legal page says that nobody is named, and how to be', async () => {
  const text = textOf(await (await site('/mentions-legales')).text())
  expect(text).toContain('Cette copie du site ne dit pas qui la publie.')
  expect(text).toContain('Cette copie du site ne dit pas qui l’héberge.')
  for (const variable of Object.keys(VARIABLES_MENTIONS)) expect(text).toContain(variable)
})

test('the publisher and the host of the configuration are named, with a way to write, on both pages', async () => {
  const env = { PUBLISHER_NAME: 'Association Exemple', PUBLISHER_DIRECTOR: 'Ada Exemple', HOST_NAME: 'Hôte exemple' }
  const contacts = { 'bonjour@exemple.fr': 'mailto:bonjour@exemple.fr', 'https://exemple.fr/écrire': undefined }
  for (const [contact, href = contact] of Object.entries(contacts)) {
    const published = siteOn(pays(), { mentions: mentionsOf({ ...env, PUBLISHER_CONTACT: contact }) })
    const html = await (await published('/mentions-legales')).text()
    expect(textOf(html)).toMatch(/Ce site est publié par Association Exemple .*Ada Exemple/)
    expect(textOf(html)).toContain('Il est hébergé par Hôte exemple')
    expect(textOf(html)).not.toContain('ne dit pas')
    expect(html).toContain(`href="${href}"`)
    expect(await (await published('/accessibilite')).text()).toContain(`href="${href}"`)
  }
})

test('the legal page cites each current file by producer, name, date and licence, and its own map server', async () => {
  const db = pays()
  const producteur = 'Agence nationale de la cohésion des territoires'
  db.update(source).set({ producteur, url: 'https://donnees.example/postes' }).where(eq(source.id, 1)).run()
  const tuiles = { url: 'https://{s}.tuiles.example/{z}/{x}/{y}.png', attribution: '© moi', maxZoom: 18 }
  const html = await (await siteOn(db, { tuiles })('/mentions-legales')).text()
  const main = textOf(`<body>${html.slice(html.indexOf('<main'), html.indexOf('</main'))}`)
  expect(main).toContain(`${producteur} – Structures 2023 , données du 5 avril 2023, Licence Ouverte 2.0`)
  expect(main).toContain('Lieux de médiation, données du 10 janvier 2026, Licence Ouverte 2.0')
  expect(main).not.toContain('Structures 2021')
  expect(main).toContain('*.tuiles.example, qui voit alors votre adresse IP')
  expect(html).toContain('href="https://donnees.example/postes"')
})

test('the header names the main pages, and says which one this is', async () => {
  const current = async (path: string) => {
    const html = await (await site(path)).text()
    const menu = /<nav class="menu" id="menu" aria-label="Navigation principale"><ul>(.*?)<\/ul>/.exec(html)?.[1] ?? ''
    expect(hrefsIn(menu, /./)).toEqual(['/', '/besoins', '/couverture', '/collectivites', '/a-propos'])
    return /aria-current="page">([^<]*)/.exec(menu)?.[1]
  }
  expect(await current('/?departement=23')).toBe('Trouver un lieu')
  expect(await current('/besoins?commune=23096')).toBe('Vos besoins')
  expect(await current('/lieux/gueret-mediatheque')).toBeUndefined()
  expect(await current('/absent')).toBeUndefined()
})

test('the declaration of accessibility is voluntary, not audited, and gives no percentage', async () => {
  const text = textOf(await (await site('/accessibilite')).text())
  expect(text).toContain('Cette déclaration est volontaire')
  expect(text).toContain('Auto-évaluation, non auditée')
  expect(text).not.toMatch(/\d\s?%/)
})

test('the declaration has the sections of the model, in its order, its date and its counts', async () => {
  const html = await (await site('/accessibilite')).text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main'))
  expect([...main.matchAll(/<h[23]>(.*?)<\/h[23]>/g)].map(([, titre]) => titre)).toEqual([
    'État de conformité',
    'Résultats des tests',
    'Contenus non accessibles',
    'Non-conformités',
    'Dérogations pour charge disproportionnée',
    'Contenus exemptés',
    'Établissement de cette déclaration',
    'Technologies',
    'Environnement de test',
    'Outils',
    'Pages vérifiées',
    'Retour d’information et contact',
    'Voies de recours',
  ])
  const text = textOf(html)
  expect(text).toContain(`Cette déclaration est du ${formatDate(DECLARATION.date)}.`)
  expect(text).toContain(`non respectés : ${DECLARATION.nonRespectes} ;`)
  expect(text).toContain('Libre réponse 71120, 75342 Paris CEDEX 07')
})

test('no character is lost or added where the page is cut into pieces', async () => {
  // React writes pieces of 2,048 bytes: the texts shift them, so that accents fall on the cut.
  for (let length = 1; length <= 60; length += 1) {
    const html = await (await site(`/?q=${'x'.repeat(length)}`)).text()
    expect(html.includes('\0'), `q of ${length}`).toBe(false)
    expect(html, `q of ${length}`).not.toContain('\uFFFD')
  }
})
