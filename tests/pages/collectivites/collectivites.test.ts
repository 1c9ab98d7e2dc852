import { Window } from 'happy-dom'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VOIRS } from '#app/domain/collectivites/vues.ts'
import { hrefsIn, ORIGIN, simple, siteOn, textOf } from '#tests/pages/site.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { paysCollectivite } from '#tests/support/pays-collectivite.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

let pays: Awaited<ReturnType<typeof paysCollectivite>>
let site: ReturnType<typeof siteOn>
beforeAll(async () => {
  pays = await paysCollectivite()
  site = siteOn(pays.db)
})
afterAll(() => pays?.remove())

const get = async (path: string) => {
  const response = await site(path)
  const html = await response.text()
  return { status: response.status, html, text: textOf(html), location: response.headers.get('Location') }
}
const csv = async (path: string) => {
  const text = await (await site(path)).text()
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data
}
const COMMUNE = '/collectivites/commune/43157'
/** The names of the places of a page, in its order. */
const noms = (html: string) => [...html.matchAll(/<h3 id="f-[^>]*>(?:<a [^>]*>)?([^<]*)/g)].map(([, nom]) => nom)

test.each([
  ['le puy en velay', COMMUNE],
  ['43000', COMMUNE],
  ['haute loire', '/collectivites/departement/43'],
  ['43', '/collectivites/departement/43'],
  ['le puy (43)', COMMUNE],
  ['le puit en velay', COMMUNE],
  ['Haute-Loi', '/collectivites/departement/43'],
  ['auvergne', '/collectivites/departement/43'],
  ['velay', '/collectivites/epci/200073419'],
  ["communauté d'agglomération du Puy-en-Vellay", '/collectivites/epci/200073419'],
  ['43000', '/collectivites/epci/200073419'],
  ['association', '/collectivites/structure/43493312300029'],
  ['434 933 123 00029', '/collectivites/structure/43493312300029'],
  ['434933123', '/collectivites/structure/434933123'],
])('« %s » leads to %s, which answers', async (q, href) => {
  const { status, html } = await get(`/collectivites?q=${encodeURIComponent(q)}`)
  expect(status).toBe(200)
  expect(hrefsIn(html, /^\/collectivites\//)).toContain(href)
  expect((await get(href)).status).toBe(200)
})

const CODE = 'Code de la remarque'

test('a name that nothing bears is said, close names are proposed; one too long is refused', async () => {
  expect((await get('/collectivites?q=zzzzzz')).text).toContain('Rien ne porte le nom « zzzzzz »')
  expect(hrefsIn((await get('/collectivites?q=polignax')).html, /commune\/43152/)).toHaveLength(1)
  const { status, text } = await get(`/collectivites?q=${'a'.repeat(300)}`)
  expect([status, text.includes('Le paramètre « q » ne connaît pas')]).toEqual([400, true])
})

test('the worst for who looks for help comes first', async () => {
  const { html, text } = await get(COMMUNE)
  expect(noms(html)).toEqual([
    'Téléphone faux',
    'Sans téléphone',
    'Point lointain',
    'Cyber espace',
    'Cyber-espace',
    'Sans résumé',
  ])
  expect(text).toContain(
    'Ce territoire compte 6 lieux d’accueil connus au 1er mai 2023 ; 5 postes validés au 5 avril 2023, chez 2 employeurs.',
  )
})

test('a place says whether the map shows it and why, what lacks, what is wrong, what to do and where', async () => {
  const { text } = await get(`${COMMUNE}?voir=erreurs`)
  expect(text).toContain('Ce n’est pas un numéro de téléphone français. Ligne 3, colonne telephone : « 04 71 00 ».')
  expect(text).toContain('Vérifiez le numéro : il doit avoir dix chiffres.')
  expect(text).toContain('Sur la carte, mais pas à son adresse. Le point est trop loin de la commune')
  expect(text).toContain('À actualiser : mise à jour le 1er janvier 2020')
  expect(text).toContain('La ligne 3 telle que publiée')
  const complet = (await get(COMMUNE)).text
  // All but the fees, the two ways of help, the site and the summary: 100 − 4 − 3 − 3 − 2 − 1.
  expect(complet).toContain('87 %. Il manque : frais, comment venir, type d’accompagnement, site web, résumé')
  // A row merged from two sources is mended in both.
  expect(complet).toContain('Ouvrir la Coop de la médiation numérique')
  expect(complet).toContain('Ouvrir DORA')
})

test('each counter leads to a list of as many', async () => {
  const { html } = await get(COMMUNE)
  const compteurs = [...html.matchAll(/href="([^"]*\?voir=([a-z-]+))"[^>]*><strong>(\d+)/g)]
  const counts = Object.fromEntries(compteurs.map(([, , voir, count]) => [voir, Number(count)]))
  expect(counts).toEqual({
    erreurs: 2,
    'sans-telephone': 2,
    approximatives: 1,
    'a-actualiser': 6,
    'hors-carte': 2,
    doublons: 1,
    'sans-lieu': 1,
  })
  for (const voir of VOIRS) {
    const { status, html } = await get(`${COMMUNE}?voir=${voir}`)
    const shown = {
      doublons: html.split('class="doublon"').length - 1,
      autres: html.split('class="fiche-rapport"').length - 1,
    }
    expect([voir, status, voir === 'doublons' ? shown.doublons : shown.autres]).toEqual([voir, 200, counts[voir] ?? 0])
  }
})

test('a value that means nothing is 400, the parameter named', async () => {
  const voir = await get(`${COMMUNE}?voir=zzz`)
  expect([voir.status, voir.text.includes('Le paramètre « voir » ne connaît pas « zzz »')]).toEqual([400, true])
  expect((await get(`${COMMUNE}?page=0`)).text).toContain('Le paramètre « page »')
  expect((await get(`${COMMUNE}/lieux.csv?voir=zzz`)).status).toBe(400)
})

test('rows that the map leaves out are said: of another network, rejected here, and rejected nobody knows where', async () => {
  const { text } = await get(`${COMMUNE}?voir=hors-carte`)
  expect(text).toContain('Autre réseau')
  expect(text).toContain(
    'Ni dans la liste, ni sur la carte. La ligne ne porte pas le dispositif « Conseillers numériques »',
  )
  expect(text).toContain('Ligne 7 de lieux-2023-05-01.csv')
  expect(text).toContain('Le nom manque : la ligne ne peut pas être affichée.')
  expect(text).toContain('9 rue Perdue')
  expect(text).toContain('1 autre ligne rejetée ne dit pas de quel territoire elle est')
  // In another commune, nothing of it.
  expect((await get('/collectivites/commune/43012')).text).not.toContain('9 rue Perdue')
})

test('the remarks of what the map leaves out hold those of the rows that were rejected, and no other list of places does', async () => {
  const rejetees = async (voir: string) =>
    (await csv(`${COMMUNE}/remarques.csv${voir}`)).filter((row) => row[CODE] === 'nom.absent')
  // The only row of the commune without a name: the seventh line of the file.
  const [rejetee, ...others] = await rejetees('?voir=hors-carte')
  expect(rejetee).toMatchObject({ Fichier: 'lieux-2023-05-01.csv', Ligne: '7', Colonne: 'nom' })
  expect(others).toEqual([])
  expect(await rejetees('')).toEqual([rejetee])
  for (const voir of VOIRS.filter((one) => one !== 'hors-carte')) expect(await rejetees(`?voir=${voir}`)).toEqual([])
})

test('an employer with posts and no place is said; one with a place is not in its list', async () => {
  const { html, text } = await get(`${COMMUNE}?voir=sans-lieu`)
  expect(text).toContain('aucun lieu sur la carte')
  expect(hrefsIn(html, /^\/structures\//)).toEqual([`/structures/${pays.ASSOCIATION}`])
})

test('two places that may be one stand side by side, with what differs only', async () => {
  const { text } = await get(`${COMMUNE}?voir=doublons`)
  expect(text).toContain('Concordent : même nom, même téléphone, positions à moins de 100 m')
  expect(text).toContain('Adresse 1 place du Test, 43000, Le Puy-en-Velay Place du Test')
  expect(text).not.toContain('Courriel accueil@mairie.example')
})

test('the e-mail of a person appears nowhere: page, files, feed, database', async () => {
  const paths = ['', '?voir=erreurs', '?voir=hors-carte', '/lieux.csv', '/remarques.csv'].map((end) => COMMUNE + end)
  for (const path of [...paths, `/flux${COMMUNE}.xml`]) {
    expect((await get(path)).html, path).not.toContain('marie.dupont')
  }
  expect((await get(`${COMMUNE}?voir=hors-carte`)).text).toContain('…@exemple.example')
  const { db } = pays
  const tables = db.$client.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all()
  for (const table of tables.filter((name) => !name.startsWith('recherche'))) {
    const rows = JSON.stringify(db.$client.prepare(`select * from "${table}"`).all())
    expect(rows.includes('marie.dupont'), table).toBe(false)
  }
})

test.each([
  ['/collectivites/commune/99999', 'Aucune commune n’a ce code Insee'],
  ['/collectivites/departement/99', 'Aucun département ni territoire n’a ce code'],
  ['/collectivites/epci/123456789', 'La page « /collectivites » cherche par nom'],
  ['/collectivites/structure/99999999999999', 'La page « /collectivites » cherche par nom'],
  ['/collectivites/region/84', 'Une page de territoire s’écrit'],
])('%s: 404 with advice', async (path, conseil) => {
  const { status, text } = await get(path)
  expect([status, text.includes(conseil)]).toEqual([404, true])
})

test('a code of the past leads to the page of today, for good; a SIRET with spaces too', async () => {
  expect(await get('/collectivites/commune/43146?voir=erreurs')).toMatchObject({
    status: 301,
    location: `${COMMUNE}?voir=erreurs`,
  })
  const spaced = await get(`/collectivites/structure/${encodeURIComponent('434 933 123 00029')}`)
  expect([spaced.status, spaced.location]).toEqual([301, `/collectivites/structure/${pays.ASSOCIATION}`])
})

test('a territory of which nothing is published says what to do', async () => {
  const { status, html, text } = await get('/collectivites/commune/43001')
  expect([status, text.includes('Rien n’est publié pour Agnat')]).toEqual([200, true])
  expect(hrefsIn(html, /^\/collectivites\/(aide|verifier)$/).length).toBeGreaterThan(1)
})

test('a grouping and a department hold their communes; an employer its own places', async () => {
  expect(noms((await get('/collectivites/epci/200073419')).html)).toHaveLength(6)
  expect(noms((await get('/collectivites/departement/43')).html)).toHaveLength(7)
  expect(noms((await get(`/collectivites/structure/${pays.MAIRIE}`)).html)).toEqual(['Sans résumé'])
  expect(noms((await get(`/collectivites/structure/${pays.MAIRIE.slice(0, 9)}`)).html)).toEqual(['Sans résumé'])
})

test('the files say what the page says, the worst first; each remark has its line', async () => {
  const lieux = await csv(`${COMMUNE}/lieux.csv`)
  expect(lieux.map((row) => row.Lieu)).toEqual(noms((await get(COMMUNE)).html))
  expect(lieux.at(-1)?.Complétude).toBe('0.87')
  const remarques = await csv(`${COMMUNE}/remarques.csv`)
  expect(remarques.find((row) => row[CODE] === 'telephone.invalide')).toMatchObject({
    Fichier: 'lieux-2023-05-01.csv',
    Ligne: '3',
    Colonne: 'telephone',
    Publié: '04 71 00',
  })
  expect(await csv(`${COMMUNE}/employeurs.csv`)).toHaveLength(2)
  expect(await csv(`${COMMUNE}/doublons.csv`)).toHaveLength(1)
  const xlsx = await site(`${COMMUNE}/lieux.xlsx`)
  expect(new TextDecoder().decode((await xlsx.arrayBuffer()).slice(0, 2))).toBe('PK')
  expect((await get(`${COMMUNE}/rien.csv`)).status).toBe(404)
})

test('the page names its feed and its lasting address', async () => {
  const { html } = await get(`${COMMUNE}?voir=erreurs`)
  expect(html).toContain(`rel="canonical" href="${ORIGIN}${COMMUNE}"`)
  expect(html).toMatch(
    new RegExp(`rel="alternate" type="application/atom\\+xml"[^>]*href="${ORIGIN}/flux${COMMUNE}.xml"`),
  )
})

test('the feed is Atom, the same each time, and says what changed between two lists', async () => {
  const response = await site(`/flux${COMMUNE}.xml`)
  expect(response.headers.get('Content-Type')).toContain('application/atom+xml')
  const text = simple(await response.text())
  expect(simple(await (await site(`/flux${COMMUNE}.xml`)).text())).toBe(text)
  const xml = new new Window().DOMParser().parseFromString(text, 'application/xml')
  expect(xml.querySelector('parsererror')).toBeNull()
  expect(xml.documentElement.tagName).toBe('feed')
  const entries = [...xml.querySelectorAll('entry')].map((entry) => {
    const said = (name: string) => entry.querySelector(name)?.textContent ?? ''
    return { id: said('id'), titre: said('title'), updated: said('updated'), summary: said('summary') }
  })
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  for (const { id, updated } of entries)
    expect([id.startsWith(ORIGIN), /^\d{4}-\d\d-\d\dT00:00:00Z$/.test(updated)]).toEqual([true, true])
  expect(
    entries
      .filter(({ id }) => id.includes('#postes-2023-04-05-'))
      .map(({ titre, summary }) => [titre, summary.split('.')[0]]),
  ).toEqual([
    ['Plus de postes : MAIRIE', '3 postes validés au 5 avril 2023, 1 au 19 mai 2021'],
    ['Employeur absent de la nouvelle liste : PARTIE', '0 poste validé au 5 avril 2023, 2 au 19 mai 2021'],
    ['Nouvel employeur dans la liste : ASSOCIATION', '2 postes validés au 5 avril 2023, 0 au 19 mai 2021'],
  ])
  // Six places with a date, two lists, three changes.
  expect(entries).toHaveLength(11)
  expect(xml.querySelector('feed > updated')?.textContent).toBe('2023-04-05T00:00:00Z')
})

test('the help leads to the tools of the sources', async () => {
  const { status, html } = await get('/collectivites/aide')
  expect(status).toBe(200)
  for (const lien of [
    'https://coop-numerique.anct.gouv.fr/connexion',
    'https://cartographie.societenumerique.gouv.fr/',
  ])
    expect(html).toContain(lien)
})

test('a long list comes by pages of 50, each place once', async () => {
  const db = paysSitue()
  const lieux = Array.from({ length: 120 }, (_, rang) =>
    lieuRow({ numero: 1000 + rang, departementCode: '48', communeCode: '48095', nom: `Long ${rang}` }),
  )
  insertLieux(db, lieux)
  const long = siteOn(db)
  const path = '/collectivites/commune/48095?voir=sans-telephone'
  const html = await (await long(path)).text()
  const total = Number(/voir=sans-telephone"[^>]*><strong>(\d+)/.exec(html)?.[1])
  expect(total).toBeGreaterThanOrEqual(120)
  const [, numeros = ''] = /<nav class="pagination"[^>]*>.*?<ol>(.*?)<\/ol>/s.exec(html) ?? []
  const pages = hrefsIn(numeros, /voir=sans-telephone(&page=\d+)?$/)
  expect(pages).toHaveLength(Math.ceil(total / 50))
  expect(html).toContain('rel="next">Page suivante')
  const seen: string[] = []
  for (const [rang, href] of pages.entries()) {
    const own = hrefsIn(await (await long(href)).text(), /^\/lieux\//)
    if (rang < pages.length - 1) expect(own).toHaveLength(50)
    seen.push(...own)
  }
  expect([seen.length, new Set(seen).size]).toEqual([total, total])
})

test('an anomaly is as grave in the words of the report as in those of the checker', async () => {
  const remarques = await csv(`${COMMUNE}/remarques.csv`)
  const graves = Object.fromEntries(remarques.map((row) => [row[CODE], row.Gravité]))
  expect(graves).toMatchObject({ 'nom.absent': 'bloquante', 'telephone.invalide': 'à vérifier' })
  expect(new Set(Object.values(graves))).toEqual(new Set(['bloquante', 'à vérifier', 'remarque']))
  const { text } = await get(`${COMMUNE}?voir=erreurs`)
  expect(text).toContain('À vérifier : Ce n’est pas un numéro de téléphone français.')
  expect((await get(`${COMMUNE}?voir=hors-carte`)).text).toContain('Bloquante : Le nom manque')
})
