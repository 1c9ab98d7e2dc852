import { expect, test } from 'vitest'
import { BESOINS } from '#app/domain/besoins/besoins.ts'
import { decodeSelection } from '#app/domain/carte/row-set.ts'
import { CHAMPS } from '#app/domain/lieu/champs.ts'
import { hrefsIn, simple, siteOn, textOf } from '#tests/pages/site.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

/** The small country, with each service stated somewhere in the Creuse and a place that says a word of its own. */
function country() {
  const db = pays()
  const services = CHAMPS.service.values.flatMap((valeur, rang) => [
    { lieuNumero: 100 + rang, champ: 'service' as const, valeur },
    { lieuNumero: 100 + ((rang + 3) % 9), champ: 'service' as const, valeur },
  ])
  const rows = CHAMPS.service.values.map((_, rang) => lieuRow({ numero: 100 + rang, departementCode: '23' }))
  insertLieux(
    db,
    [...rows, lieuRow({ numero: 120, departementCode: '23' })],
    [...services, { lieuNumero: 120, champ: 'service' as const, valeur: 'Cours informatique' }],
  )
  return db
}

const db = country()
const site = siteOn(db)

async function get(path: string, on = site) {
  const response = await on(path)
  const html = simple(await response.text())
  return { status: response.status, html, text: textOf(html) }
}

/** Places of the network that state one of these services (or any, or none), asked another way: in SQL. */
function idsOf(where: string, ...values: string[]): string[] {
  const query = `select id from lieu l where reseau = 'conseiller-numerique' and ${where} order by id`
  return db.$client.prepare(query).pluck().all(values) as string[]
}
const states = (count: number) =>
  `exists (select 1 from lieu_valeur v where v.lieu_numero = l.numero and champ = 'service'
    and valeur in (${Array(count).fill('?').join()}))`
const SILENT = `not exists (select 1 from lieu_valeur v where v.lieu_numero = l.numero and champ = 'service')`

function cardsOf(html: string): string[] {
  return [...html.matchAll(/<h3><a href="\/lieux\/([^"?]*)/g)].map(([, id]) => id ?? '')
}

function needsOf(html: string): string[] {
  return [...html.matchAll(/<a class="besoin-lien" href="([^"]*)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&amp;', '&'),
  )
}

test('each need is a link to a list whose first places are those that state it, as many as it says', async () => {
  const { status, html, text } = await get('/besoins')
  expect(status).toBe(200)
  const links = needsOf(html)
  expect(links).toHaveLength(BESOINS.length)
  for (const [rang, { titre, services }] of BESOINS.entries()) {
    const expected = idsOf(states(services.length), ...services)
    expect(expected.length, titre).toBeGreaterThan(1)
    expect(text).toContain(titre)
    const list = await get(links[rang] as string)
    expect(list.status, titre).toBe(200)
    expect(cardsOf(list.html).slice(0, expected.length).sort(), titre).toEqual(expected)
    expect(list.text).toContain(`${expected.length} lieux d’accueil — service : `)
    // "rendez-vous" is held on one line, in a part of its own.
    expect(html.replace(/<\/?span[^>]*>/g, '')).toMatch(new RegExp(`${titre}.{0,200}${expected.length} lieux<`))
  }
})

test('the places that state no service come after, with their own count, and are not on the map', async () => {
  const silent = idsOf(SILENT)
  const { html, text } = await get('/?service=loisirs-et-creations-numeriques')
  const stating = idsOf(states(1), 'Loisirs et créations numériques')
  expect(cardsOf(html).slice(stating.length).sort()).toEqual(silent)
  expect(text).toContain(`${stating.length} lieux d’accueil — service : Loisirs`)
  expect(text.match(new RegExp(`${silent.length} lieux ne le précisent pas : appelez`, 'g'))).toHaveLength(2)
  const props = /data-props="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  expect(decodeSelection(JSON.parse(props ?? '').selection.lieu).size).toBe(stating.length)
})

test('a place that states a word of its own is not one that states nothing', async () => {
  const { html } = await get('/?service=loisirs-et-creations-numeriques&departement=23')
  expect(cardsOf(html)).not.toContain('l120')
  expect(cardsOf((await get('/?departement=23')).html)).toContain('l120')
})

test('the other filters hold for the places that state no service too', async () => {
  const { html } = await get('/?departement=48&service=loisirs-et-creations-numeriques')
  expect(cardsOf(html).sort()).toEqual(idsOf(`${SILENT} and departement_code = '48'`))
  expect((await get('/?departement=48')).text).not.toContain('ne le précisent pas')
})

test('page after page, those that state it then those that state nothing are each reached once', async () => {
  const large = pays()
  const rows = Array.from({ length: 130 }, (_, rang) => lieuRow({ numero: 200 + rang, departementCode: '48' }))
  const valeur = 'Loisirs et créations numériques'
  insertLieux(
    large,
    rows,
    rows.slice(0, 60).map(({ numero }) => ({ lieuNumero: numero as number, champ: 'service' as const, valeur })),
  )
  const seen: string[] = []
  let next: string | undefined = '/?service=loisirs-et-creations-numeriques'
  while (next) {
    const { html }: { html: string } = await get(next, siteOn(large))
    seen.push(...cardsOf(html))
    next = /href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  // 2 of the country and 60 state it; 7 of the country and 70 state nothing.
  expect(seen).toHaveLength(139)
  expect(new Set(seen).size).toBe(139)
  expect(seen.indexOf('l260')).toBeGreaterThanOrEqual(62)
  expect(seen.slice(0, 62)).toContain('gueret-mediatheque')
})

test('with a commune in mind, each need leads to what is near to it, nearest first', async () => {
  const near = siteOn(paysSitue())
  const { html, text } = await get('/besoins?commune=23096&rayon=50&service=loisirs-et-creations-numeriques', near)
  expect(text).toContain('Votre recherche : Autour de Guéret')
  expect(html).toContain('<title>De quoi avez-vous besoin ? — Autour de Guéret – Où')
  for (const href of needsOf(html)) expect(href).toMatch(/^\/\?commune=23096&rayon=50&service=/)
  expect(html).toContain('href="/?commune=23096&amp;rayon=50&amp;couche=france-services"')
  const list = await get(needsOf(html)[1] as string, near)
  expect(list.text).toContain('2 lieux à moins de 50 km de Guéret — service : Maîtrise des outils')
  expect(list.text).toContain('les lieux ne le précisent pas : appelez')
  expect(list.text).not.toContain('Aucun lieu')
  expect(cardsOf(list.html)).toEqual(['l2', 'l4'])
  expect(list.text).toContain('À 47 km du centre de Guéret.')
})

test('the field names a commune, then the needs are those around it', async () => {
  const { html } = await get('/besoins')
  expect(html).toMatch(/<form class="recherche-simple" action="\/besoins"/)
  const response = await siteOn(paysSitue())('/besoins?q=gueret')
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/besoins?commune=23096'])
})

test('a need typed in the field of places leads to its list, and to all needs', async () => {
  const { html, text } = await get('/?q=caf')
  expect(text).toContain('Faire une démarche en ligne : voir les lieux qui peuvent vous aider')
  expect(hrefsIn(html, /^\/besoins$/).length).toBeGreaterThan(0)
  expect(text).not.toMatch(/Aucun lieu|0 poste/)
})

test('a text that names no place leaves the needs as they are everywhere', async () => {
  const { html, text } = await get('/besoins?q=zzzzqx')
  expect(text).toContain('Nous n’avons pas compris « zzzzqx »')
  expect(needsOf(html)).toEqual(needsOf((await get('/besoins')).html))
  expect(html).toMatch(/<input[^>]*name="q"[^>]*value="zzzzqx"/)
})

test('a need that no place states is never a zero: those that do not say what they do are to be called', async () => {
  const small = siteOn(pays())
  const { html, text } = await get('/besoins', small)
  expect(text).toContain('Suivre la scolarité de mes enfants Les lieux ne le précisent pas : appelez')
  const list = await get(needsOf(html).find((href) => href.includes('parentalite')) as string, small)
  expect(list.text).toContain('les lieux ne le précisent pas : appelez')
  expect(list.text).not.toMatch(/Aucun lieu/)
  // Ten places, three of which state a service.
  expect(cardsOf(list.html)).toHaveLength(7)
})

/** Sixty places of one source around Guéret and Mende, which all state the same service; and a France services. */
function silentSource() {
  const large = paysSitue()
  const [valeur] = CHAMPS.service.values.slice(1)
  const rows = Array.from({ length: 60 }, (_, rang) => {
    const there =
      rang < 30 ? { departementCode: '23', lat: 46.17, lon: 1.87 } : { departementCode: '48', lat: 44.5, lon: 3.5 }
    return lieuRow({ numero: 300 + rang, source: 'une seule liste', ...there })
  })
  insertLieux(
    large,
    [
      ...rows,
      lieuRow({ numero: 400, nom: 'Maison', reseau: 'france-services', departementCode: '23', lat: 46.2, lon: 1.9 }),
    ],
    rows.map(({ numero }) => ({ lieuNumero: numero as number, champ: 'service' as const, valeur: valeur as string })),
  )
  return siteOn(large)
}

test('a source that says the same of all its places does not say what one of them does: the nearest are shown', async () => {
  const silent = silentSource()
  const { text, html } = await get(
    '/?commune=23096&rayon=10&service=parentalite-et-education-avec-le-numerique',
    silent,
  )
  expect(text).toContain('les lieux ne le précisent pas : appelez')
  expect(text).not.toMatch(/Aucun lieu/)
  expect(cardsOf(html).filter((id) => /^l3\d\d$/.test(id))).toHaveLength(30)
  // None within the radius: the nearest beyond it, which do not say either.
  const loin = await get('/?lat=45&lon=2.5&rayon=5&service=parentalite-et-education-avec-le-numerique', silent)
  expect(cardsOf(loin.html)).toHaveLength(3)
  expect(loin.text).toContain('Voici les plus proches : les lieux ne le précisent pas, appelez.')
})

test('for an administrative step the nearest France services stand in the list, for another need they do not', async () => {
  const silent = silentSource()
  const demarche = await get('/?commune=23096&service=aide-aux-demarches-administratives', silent)
  expect(demarche.text).toContain('Pour vos démarches, il y a aussi les France services')
  expect(cardsOf(demarche.html)).toContain('l400')
  expect(hrefsIn(demarche.html, /couche=france-services/)).toContain(
    '/?commune=23096&couche=france-services#france-services',
  )
  const other = await get('/?commune=23096&service=loisirs-et-creations-numeriques', silent)
  expect(cardsOf(other.html)).not.toContain('l400')
})

test('a position stays out of the canonical address', async () => {
  const { html } = await get('/besoins?lat=46.1701234&lon=1.8702')
  expect(html).toContain('<link rel="canonical" href="https://carte.example/besoins"/>')
  expect(needsOf(html)[0]).toContain('lat=46.17&lon=1.87&service=')
})

test('a filter that means nothing: 400 with its name, and the needs all the same', async () => {
  const { status, html, text } = await get('/besoins?commune=99999&departement=23')
  expect(status).toBe(400)
  expect(text).toContain('Le paramètre « commune »')
  expect(html).toContain('<title>Filtre non valable – De quoi')
  expect(needsOf(html)[0]).toMatch(/^\/\?departement=23&service=/)
})

test('France services is said in names, without a number, beside the administrative steps only', async () => {
  const { html } = await get('/besoins')
  const aside = /<aside class="encart besoin-voisin"[\s\S]*?<\/aside>/g
  const found = html.match(aside) ?? []
  expect(found).toHaveLength(1)
  for (const name of ['impôts', 'CAF', 'Assurance retraite', 'France Titres']) expect(found[0]).toContain(name)
  expect(textOf(`<body>${found[0]}`)).not.toMatch(/\d/)
})
