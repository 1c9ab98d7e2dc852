import { expect, test } from 'vitest'
import { STARTER_SCRIPT } from '#app/starter.ts'
import { hrefsIn, ORIGIN, siteOn, textOf } from '#tests/pages/site.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
const OUVERT = { plages: [{ debut: 540, fin: 720 }], feries: null, texte: null }
insertLieux(db, [
  lieuRow({
    numero: 50,
    id: 'sans-telephone',
    departementCode: '23',
    nom: 'Sans téléphone',
    communeNom: 'Aubusson',
    siret: '20003456700018',
    courriels: ['accueil@example.org'],
    sitesWeb: ['https://example.org/'],
    lat: 46,
    lon: 2,
    precision: 'commune',
  }),
  lieuRow({
    numero: 51,
    id: 'vieux',
    departementCode: '23',
    semaine: OUVERT,
    dateMaj: '2020-01-31',
    telephone: '+33555000000',
  }),
  lieuRow({
    numero: 52,
    id: 'recent',
    departementCode: '23',
    semaine: OUVERT,
    dateMaj: new Date().toISOString().slice(0, 10),
    telephone: '+33555000000',
  }),
  lieuRow({
    numero: 54,
    id: 'capitales',
    departementCode: '23',
    nom: 'COMMUNE DE LA SOUTERRAINE',
    communeNom: 'La Souterraine',
    telephone: '+33555000000',
  }),
  lieuRow({
    numero: 53,
    id: 'hostile',
    departementCode: '23',
    nom: '<script>alert(1)</script>',
    detail: '"><img src=x>',
  }),
])
const site = siteOn(db)

async function get(path: string): Promise<{ status: number; html: string; text: string }> {
  const response = await site(path)
  const html = await response.text()
  return { status: response.status, html, text: textOf(html) }
}

test('a place says its name, address, phone, employer, posts, source and date', async () => {
  const { status, html, text } = await get('/lieux/gueret-mediatheque')
  expect(status).toBe(200)
  expect(text).toContain('Médiathèque de Guéret')
  expect(text).toContain('2 place Bonnyaud 23000 Guéret')
  expect(html).toContain('href="tel:+33555412345"')
  expect(text).toContain('05 55 41 23 45')
  expect(text).toContain('CC du Pays de Guéret')
  expect(text).toContain('3 postes validés au 5 avril 2023')
  expect(text).toContain('Lieux de médiation, données du 10 janvier 2026, Licence Ouverte 2.0')
  expect(text).toContain('Lieux de médiation : ligne 2 du fichier')
  expect(text).toContain('Coop-numérique_1')
})

test('the phone comes before everything else that can be pressed in the page, the way back aside', async () => {
  const { html } = await get('/lieux/gueret-mediatheque')
  const main = html.slice(html.indexOf('<main'))
  expect(hrefsIn(main, /./).slice(0, 2)).toEqual(['/?vue=liste', 'tel:+33555412345'])
})

test('what the import changed is said, with what was written', async () => {
  const { text } = await get('/lieux/gueret-mediatheque')
  expect(text).toContain('Le zéro perdu a été rendu. Colonne code_postal : « 1000 » devient « 01000 ».')
})

test('a matching by SIREN alone is called probable', async () => {
  expect((await get('/lieux/l2')).text).toContain('Rapprochement probable')
  expect((await get('/lieux/gueret-mediatheque')).text).not.toContain('Rapprochement probable')
})

test('without a phone: e-mail, site, annuaire des entreprises, the nearest place that has one, in this order', async () => {
  const { html, text } = await get('/lieux/sans-telephone')
  const contacts = html.slice(html.indexOf('id="joindre"'), html.indexOf('id="venir"'))
  expect(hrefsIn(contacts, /^[^#]/)).toEqual([
    'mailto:accueil@example.org',
    'https://example.org/',
    'https://annuaire-entreprises.data.gouv.fr/etablissement/20003456700018',
    '/lieux/gueret-mediatheque',
    'tel:+33555412345',
  ])
  expect(text).toContain('Le lieu le plus proche qui a un téléphone : Médiathèque de Guéret')
})

test('an approximate position is said, and its directions are a search, not a point', async () => {
  const { html, text } = await get('/lieux/sans-telephone')
  expect(text).toContain('Position approximative')
  expect(hrefsIn(html, /openstreetmap\.org\/(directions|search)/)).toEqual([
    'https://www.openstreetmap.org/search?query=Aubusson',
  ])
  expect(hrefsIn((await get('/lieux/gueret-mediatheque')).html, /openstreetmap\.org\/directions/)).toEqual([
    'https://www.openstreetmap.org/directions?to=46.17%2C1.87',
  ])
})

test('hours older than twelve months, or without a date, say to call first; newer ones do not', async () => {
  expect((await get('/lieux/vieux')).text).toMatch(
    /Fiche mise à jour il y a \d+ (?:ans|mois)\s: ces horaires ont pu changer\s?\. Appelez avant de venir\./,
  )
  const { text } = await get('/lieux/recent')
  expect(text).toContain('9 h – 12 h')
  expect(text).not.toContain('Appelez avant de venir')
  expect(text).toContain('Mis à jour aujourd’hui')
})

test('hours that are not known are not said to be closed', async () => {
  const { text } = await get('/lieux/gueret-mediatheque')
  expect(text).toContain('Les horaires ne sont pas communiqués')
  expect(text).not.toContain('fermé')
})

test('HTML of a file is text', async () => {
  const { html } = await get('/lieux/hostile')
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<img')
  expect(textOf(html)).toContain('<script>alert(1)</script>')
})

test.each([
  ['departement=23&ruralite=rural&page=2', '/?departement=23&ruralite=rural&page=2#l-gueret-mediatheque'],
  ['page=2&departement=23', '/?departement=23&page=2#l-gueret-mediatheque'],
  ['departement=23&utm=x', '/?departement=23#l-gueret-mediatheque'],
  ['commune=23096&vue=carte', '/?commune=23096&vue=carte'],
  ['', '/?vue=liste'],
  ['departement=99', '/?vue=liste'],
  ['//example.org/', '/?vue=liste'],
  ['javascript:alert(1)', '/?vue=liste'],
])('the way back of "%s" is %s', async (retour, href) => {
  const { html } = await get(`/lieux/gueret-mediatheque?${new URLSearchParams({ retour })}`)
  const back = html.slice(html.indexOf('class="retour"'))
  expect(hrefsIn(back, /./)[0]).toBe(href)
})

test('the canonical address of a place is without the way back', async () => {
  const { html } = await get('/lieux/gueret-mediatheque?retour=departement%3D23')
  expect(html).toContain(`<link rel="canonical" href="${ORIGIN}/lieux/gueret-mediatheque"/>`)
})

test('a place page carries data and the starter of its buttons, no other script', async () => {
  const { html } = await get('/lieux/gueret-mediatheque')
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
  expect(scripts.map(([, attributes]) => attributes)).toEqual([
    ' type="application/ld+json"',
    ' type="application/ld+json"',
    ' data-entry="/assets/entry.client.js"',
  ])
  expect(scripts[2]?.[2]).toBe(STARTER_SCRIPT)
})

test('words of the administration are folded for the collectivité, and the department is named once', async () => {
  const { html } = await get('/lieux/gueret-mediatheque')
  const pli = /<details class="pli pour-la-collectivite">.*?<\/details>/s.exec(html)?.[0] ?? ''
  const reste = textOf(`<body>${html.slice(html.indexOf('<main'), html.indexOf('</main')).replace(pli, '')}`)
  expect(reste).not.toMatch(/postes? validé|FRR|ZRR|urbain intermédiaire|aidants connect|source de la ligne|ligne \d/i)
  expect(reste.match(/\(23\)/g)).toHaveLength(1)
  expect(textOf(`<body>${pli}`)).toMatch(/postes validés au 5 avril 2023.*Commune (?:rurale|urbaine) /)
})

test('a name in capitals is shown softly, everywhere on the page, and as published once, where it comes from', async () => {
  const { html, text } = await get('/lieux/capitales')
  expect(text).toContain('05 55 00 00 00 : téléphoner à Commune de La Souterraine')
  expect(html).toContain('<title>Commune de La Souterraine, La Souterraine')
  expect(html.match(/COMMUNE DE LA SOUTERRAINE/g)).toHaveLength(1)
  expect(text).toContain('Nom publié : COMMUNE DE LA SOUTERRAINE')
  expect((await get('/lieux/gueret-mediatheque')).text).not.toContain('Nom publié')
})

test('the list shows the soft name, its words still find it, and the API gives the published one', async () => {
  const { html } = await get('/?q=COMMUNE+DE+LA+SOUTERRAINE&vue=liste')
  const published = await (await site('/api/v1/lieux?departement=23')).json()
  const noms = published.lieux.map(({ nom }: { nom: string }) => nom)
  expect(noms).toContain('COMMUNE DE LA SOUTERRAINE')
  expect(html).not.toContain('>COMMUNE DE LA SOUTERRAINE')
  const liste = await get('/?departement=23')
  expect(liste.text).toContain('Commune de La Souterraine')
  expect(liste.text).not.toContain('COMMUNE DE LA SOUTERRAINE')
})

test('a place that does not exist: 404 with the search, the footer, and no trace', async () => {
  const { status, html, text } = await get('/lieux/nulle-part')
  expect(status).toBe(404)
  expect(html).toContain('name="q"')
  expect(text).toContain('Ce lieu n’est pas dans l’annuaire')
  expect(text).toContain('Lieux de médiation, données du 10 janvier 2026')
  expect(html).toContain('content="noindex"')
})

test('the page gives a card for the contacts of a phone, with its name, its number and its page', async () => {
  const page = await site('/lieux/gueret-mediatheque')
  expect(await page.text()).toContain('href="/lieux/gueret-mediatheque/contact.vcf"')
  const response = await site('/lieux/gueret-mediatheque/contact.vcf')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/vcard; charset=utf-8'])
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="gueret-mediatheque.vcf"')
  const lignes = (await response.text()).split('\r\n')
  expect(lignes).toContain('FN:Médiathèque de Guéret')
  expect(lignes).toContain('TEL;TYPE=WORK,VOICE:+33555412345')
  expect(lignes).toContain(`URL:${ORIGIN}/lieux/gueret-mediatheque`)
  expect((await site('/lieux/nulle-part/contact.vcf')).status).toBe(404)
})
