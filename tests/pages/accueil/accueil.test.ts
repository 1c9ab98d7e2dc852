import { expect, test } from 'vitest'
import type { Db } from '#db/connect.server.ts'
import * as t from '#db/schema.ts'
import { hrefsIn, simple, siteOn, textOf } from '#tests/pages/site.ts'
import { databaseOf, insertLieux, insertStructures, lieuRow, structureRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
const site = siteOn(db)

async function get(path: string): Promise<{ status: number; html: string; text: string }> {
  const response = await site(path)
  const html = simple(await response.text())
  return { status: response.status, html, text: textOf(html) }
}

function idsOf(db: Db, where: string): string[] {
  return db.$client
    .prepare(`select id from lieu where reseau = 'conseiller-numerique' and ${where}`)
    .pluck()
    .all() as string[]
}

function lieuxListed(html: string): string[] {
  return [...new Set(hrefsIn(html, /^\/lieux\//).map((href) => href.replace(/^\/lieux\/([^?]*).*$/, '$1')))].sort()
}

test('without a filter every place is listed, then the employers without a known place, each with its count', async () => {
  const { status, html, text } = await get('/?vue=liste')
  expect(status).toBe(200)
  expect(lieuxListed(html)).toHaveLength(10)
  expect(text).toContain('10 lieux d’accueil en France')
  expect(text).toContain('2 employeurs sans lieu connu')
  expect(text.indexOf('Médiathèque de Guéret')).toBeLessThan(text.indexOf('Commune de Florac'))
})

test('the list under a department and a rurality is what the database says', async () => {
  const { status, html, text } = await get('/?departement=23&ruralite=rural')
  expect(status).toBe(200)
  expect(lieuxListed(html)).toEqual(idsOf(pays(), `departement_code = '23' and ruralite = 'rural'`).sort())
  expect(text).toContain('2 lieux d’accueil — Creuse (23) — rural')
})

test('another network is neither listed nor counted', async () => {
  expect((await get('/')).text).not.toContain('France services de Guéret')
})

test('each option carries the count that it would give under the other filters', async () => {
  const { text } = await get('/?departement=23')
  expect(text).toContain('Rural (2)')
  expect(text).toContain('Urbain intermédiaire (2)')
  expect(text).toContain('Urbain dense (0)')
  expect(text).toContain('48 — Lozère (2)')
})

test('the boxes of the filters in force are ticked, and each filter can be removed', async () => {
  const { html, text } = await get('/?departement=23&departement=48&ruralite=rural')
  const ticked = [...html.matchAll(/<input type="checkbox"[^>]*checked=""[^>]*>/g)].map(([tag]) => tag)
  expect(ticked.map((tag) => tag.replace(/.*value="([^"]*)".*/, '$1'))).toEqual(['23', '48', 'rural'])
  expect(hrefsIn(html, /^\/\?departement=48&ruralite=rural$/)).not.toEqual([])
  expect(text).toContain('Tout effacer')
})

test('what the form has no field for goes on with the next search, and every filter has its field', async () => {
  const { html } = await get('/?service=loisirs-et-creations-numeriques&ouvert=mar-12:30&tri=nom')
  expect(html).toContain('<input type="hidden" name="tri" value="nom"/>')
  expect(html).toMatch(/name="service" checked="" value="loisirs-et-creations-numeriques"/)
  expect(html).toContain('<option value="mar-12:30" selected="">ouvert le mardi à 12 h 30</option>')
})

test('an option is offered only when some place of the data says it', async () => {
  const { html } = await get('/')
  const offered = [...html.matchAll(/name="(service|public|acces|label|prise_en_charge)" value="([^"]*)"/g)]
  const said = db.$client
    .prepare(
      "select distinct champ, valeur from lieu_valeur join lieu on numero = lieu_numero where reseau = 'conseiller-numerique' and champ in ('service', 'public', 'acces', 'label', 'prise_en_charge')",
    )
    .all()
  expect(offered).toHaveLength(said.length)
})

test.each([
  ['departement=99', 'departement'],
  ['ruralite=champetre', 'ruralite'],
  ['densite=8', 'densite'],
  ['page=0', 'page'],
])('%s: 400 with the form, the parameter named, the valid filters kept', async (parametre, nom) => {
  const { status, html, text } = await get(`/?${parametre}&departement=48`)
  expect(status).toBe(400)
  expect(text).toContain(`Le paramètre « ${nom} »`)
  expect(html).toContain('<title>Filtre non valable – ')
  expect(html).toContain('name="departement" checked="" value="48"')
  expect(lieuxListed(html)).toHaveLength(2)
})

test('a filter whose every option keeps every place is a sentence; chosen, it is a box that can be unticked', async () => {
  const same = databaseOf()
  same.insert(t.departement).values({ code: '23', nom: 'Creuse', population: 1 }).run()
  const rows = [1, 2, 3].map((numero) => lieuRow({ numero, departementCode: '23' }))
  const said = { frais: 'Gratuit', service: 'Loisirs et créations numériques' } as const
  insertLieux(same, rows, [
    ...rows.flatMap(({ numero = 0 }) =>
      Object.entries(said).map(([champ, valeur]) => ({
        lieuNumero: numero,
        champ: champ as keyof typeof said,
        valeur,
      })),
    ),
    { lieuNumero: 1, champ: 'public', valeur: 'Seniors' },
  ])
  const read = async (path: string) => (await siteOn(same)(path)).text()
  const html = await read('/')
  expect(html).not.toMatch(/<input type="checkbox"[^>]* name="(service|gratuit|departement|ruralite)"/)
  expect(html).toMatch(/<input type="checkbox"[^>]* name="public"/)
  const text = textOf(html)
  for (const phrase of [
    'Ce qu’on peut y faire : Loisirs et créations numériques, dans tous les lieux.',
    'Gratuit, dans tous les lieux.',
    'Creuse (23), dans tous les lieux.',
  ]) {
    expect(text).toContain(phrase)
  }
  expect(simple(html)).toContain('aria-label="Creuse (23) : 3 lieux"')
  const chosen = await read('/?service=loisirs-et-creations-numeriques')
  expect(chosen).toMatch(/name="service" checked="" value="loisirs-et-creations-numeriques"/)
})

test('the usual moments are each one press away, the other filters kept, and let go by the same press', async () => {
  const hrefs = hrefsIn((await get('/?departement=23&page=2')).html, /ouvert=/)
  expect(hrefs).toEqual(['maintenant', 'samedi', 'midi', 'soir'].map((one) => `/?departement=23&ouvert=${one}`))
  const { html, text } = await get('/?departement=23&ouvert=samedi')
  // In sight the word stands once, before the links; each says it to who hears it alone.
  const link = /<a href="\/\?departement=23" aria-current="true">(.*?)<\/a>/.exec(html)?.[1]
  expect(textOf(`<body>${link}`).trim()).toBe('Ouvert le samedi')
  expect(text).toContain('ouvert le samedi')
  // The form goes on with it.
  expect(html).toContain('<option value="samedi" selected="">ouvert le samedi</option>')
})

test('places open by old hours come after, with the year of these, and are not in the sentence', async () => {
  const old = databaseOf()
  old.insert(t.departement).values({ code: '23', nom: 'Creuse', population: 1 }).run()
  const semaine = { plages: [{ debut: 5 * 1440 + 540, fin: 5 * 1440 + 720 }], feries: null, texte: null }
  const row = (numero: number, dateMaj: string) => lieuRow({ numero, departementCode: '23', semaine, dateMaj })
  insertLieux(old, [row(1, '2026-11-01'), row(2, '2022-06-30'), row(3, '2022-02-01')])
  const read = async (path: string) => (await siteOn(old, { instant: new Date('2026-11-24T08:30:00Z') })(path)).text()
  const html = await read('/?ouvert=samedi')
  expect(textOf(html)).toContain('1 lieu d’accueil — ouvert le samedi')
  expect(textOf(html)).toContain('2 lieux ouverts d’après des horaires de 2022 : appelez')
  expect([...html.matchAll(/<h3><a href="\/lieux\/([^"?]*)/g)].map(([, id]) => id)).toEqual(['l1', 'l2', 'l3'])
})

test('a parameter that is not ours is ignored', async () => {
  expect((await get('/?utm_source=lettre')).status).toBe(200)
})

test('HTML in a name is text', async () => {
  const { html, text } = await get('/?departement=75')
  expect(text).toContain('=cmd()|<b>Élan</b>')
  expect(html).not.toContain('<b>Élan')
})

test('when nothing suits, the page says what removing each filter would give', async () => {
  const { status, text } = await get('/?departement=75&ruralite=rural')
  expect(status).toBe(200)
  expect(text).toContain('Aucun lieu d’accueil ne correspond à tous ces filtres')
  expect(text).toMatch(/Retirer « Paris \(75\) » : 3 lieux/)
  expect(text).toMatch(/Retirer « Rural » : 2 lieux/)
})

test('the links of the list carry its filters, so that a place can lead back to it', async () => {
  const { html } = await get('/?departement=23')
  expect(hrefsIn(html, /^\/lieux\/gueret-mediatheque/)[0]).toBe('/lieux/gueret-mediatheque?retour=departement%3D23')
})

test('page after page, every place then every employer is reached once', async () => {
  const db = pays()
  const more = Array.from({ length: 120 }, (_, rang) => lieuRow({ numero: 100 + rang, departementCode: '48' }))
  const employers = Array.from({ length: 60 }, (_, rang) => structureRow({ id: 100 + rang, departementCode: '48' }))
  insertLieux(db, more)
  insertStructures(db, employers)
  const large = siteOn(db)
  const seen: string[] = []
  let next: string | undefined = '/?vue=liste'
  while (next) {
    const html: string = await (await large(next)).text()
    const list = html.slice(html.indexOf('id="region-liste"'), html.indexOf('class="vue-carte"'))
    seen.push(...[...list.matchAll(/<h3><a href="\/([^"?]*)/g)].map(([, href]) => href ?? ''))
    next = /href="([^"]*)" rel="next"/.exec(list)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter((href) => href.startsWith('lieux/'))).toHaveLength(130)
  expect(seen.filter((href) => href.startsWith('structures/'))).toHaveLength(62)
  expect(seen.findIndex((href) => href.startsWith('structures/'))).toBe(130)
})

test('a page beyond the last is the last', async () => {
  const { status, html } = await get('/?page=900')
  expect(status).toBe(200)
  expect(lieuxListed(html)).toHaveLength(10)
})

test('the drawn map has a link for each department, with its name and count', async () => {
  const { html } = await get('/?ruralite=rural')
  expect(html).toContain('aria-label="Creuse (23) : 2 lieux"')
  expect(html).toContain('aria-label="Ain (01) : 0 lieu"')
  expect(html).toContain('href="/?departement=48&amp;ruralite=rural" aria-label="Lozère (48) : 1 lieu"')
})

test('the map is given the same rows as the list, and all of them without a filter', async () => {
  const props = async (path: string) => {
    const found = /data-props="([^"]*)"/.exec((await get(path)).html)?.[1]?.replaceAll('&quot;', '"')
    return JSON.parse((found ?? '').replaceAll('&amp;', '&'))
  }
  expect(await props('/')).toMatchObject({ pointsUrl: '/points.json?v=abc123', selection: null, cadre: [] })
  const filtered = await props('/?departement=75')
  expect(filtered.cadre).toEqual(['75'])
  expect(Object.keys(filtered.selection)).toEqual(['lieu'])
  // The employers are a layer, under the same filters.
  expect((await props('/?departement=75&couche=employeurs')).selection.structure).toBe('')
})

test('no style stands in the markup, and the one inline script is the starter', async () => {
  const { html } = await get('/')
  expect(html).not.toMatch(/ style="/)
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).toContain('data-entry="/assets/entry.client.js"')
})

test('the same page has the same bytes', async () => {
  expect((await get('/?departement=23')).html).toBe((await get('/?departement=23')).html)
})
