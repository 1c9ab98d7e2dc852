import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { writeCsv } from '#app/pages/commun/table-files.server.ts'
import { evolutionOf } from '#app/pages/evolution/evolution.server.ts'
import { evolutionTableaux } from '#app/pages/evolution/tableaux.server.ts'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { databaseOf } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'
import { type DateDeListe, paysEvolution } from '#tests/support/pays-evolution.ts'
import { asOnPage, tablesIn } from '#tests/support/tableaux-page.ts'

const TOUTES: DateDeListe[] = ['2021-05-19', '2022-06-01', '2023-04-05']
const site = siteOn(paysEvolution())

async function get(path: string, on = site) {
  const response = await on(path)
  const html = await response.text()
  return { status: response.status, html, text: textOf(html) }
}

async function csv(path: string, on = site): Promise<Record<string, string>[]> {
  const response = await on(path)
  expect(response.status, path).toBe(200)
  const text = (await response.text()).replace('\uFEFF', '').trim()
  return Papa.parse<Record<string, string>>(text, { header: true }).data
}

const values = (rows: Record<string, string>[]) => rows.map((row) => Object.values(row).join(' | '))

test('the page says what changed between the two lists, with their dates and without a script', async () => {
  const { status, html, text } = await get('/evolution')
  expect(status).toBe(200)
  expect(text).toContain('la liste des postes validés est passée de 14 à 18 postes, soit 4 de plus.')
  expect(text).toContain('1 employeur y est entré, 1 n’y apparaît plus, 5 sont dans les deux listes.')
  expect(html).toContain('<link rel="canonical" href="https://carte.example/evolution"/>')
  expect(text).toContain('https://carte.example/evolution?de=2021-05-19&a=2023-04-05 (consulté le ')
  expect(text).toContain('ANCT – Structures validées, données du 19 mai 2021, Licence Ouverte 2.0')
  // The one script is the starter, which brings the copy button.
  expect([...html.matchAll(/<script/g)]).toHaveLength(1)
  expect(html).not.toContain('style=')
})

test('where each post went, counted by hand: those without SIRET have their own line', async () => {
  expect(values(await csv('/evolution/bilan.csv'))).toEqual([
    'Dans les deux listes, avec plus de postes | 1 | 3 | 4 | 1',
    'Dans les deux listes, avec autant de postes | 3 | 4 | 4 | 0',
    'Dans les deux listes, avec moins de postes | 1 | 4 | 3 | -1',
    'Nouveaux dans la liste | 1 | 0 | 5 | 5',
    'N’apparaissent plus dans la liste | 1 | 2 | 0 | -2',
    'Lignes sans SIRET, non suivies |  | 1 | 2 | 1',
    'Ensemble | 7 | 14 | 18 | 4',
  ])
})

test('an employer that is in the list with 0 posts has its own line, column and table: it is not called gone', async () => {
  const on = siteOn(paysEvolution(['2021-05-19', '2024-01-01']))
  expect(values(await csv('/evolution/bilan.csv', on))).toEqual([
    'Dans les deux listes, avec plus de postes | 0 | 0 | 0 | 0',
    'Dans les deux listes, avec autant de postes | 1 | 3 | 3 | 0',
    'Dans les deux listes, avec moins de postes | 0 | 0 | 0 | 0',
    'Nouveaux dans la liste | 0 | 0 | 0 | 0',
    'Dans la liste, avec 0 poste | 2 | 3 | 0 | -3',
    'N’apparaissent plus dans la liste | 3 | 7 | 0 | -7',
    'Lignes sans SIRET, non suivies |  | 1 | 0 | -1',
    'Ensemble | 6 | 14 | 3 | -11',
  ])
  const parts = await csv('/evolution/departements-employeurs.csv', on)
  // The nomads' posts were in Creuse, where they are no longer; their row of 0 posts is in Lozère.
  expect(parts.map((row) => [row.Code, row['Dans la liste, avec 0 poste'], row['N’apparaissent plus']])).toEqual([
    ['23', '0', '2'],
    ['48', '1', '0'],
    ['75', '0', '1'],
    ['974', '0', '1'],
    ['', '2', '3'],
  ])
  const names = async (fichier: string) => (await csv(`/evolution/${fichier}.csv`, on)).map((row) => row.Employeur)
  expect(await names('employeurs-sans-poste')).toEqual(['Florac', 'Association nomade'])
  expect(await names('employeurs-absents')).not.toContain('Florac')
  expect((await get('/evolution', on)).text).toContain('3 n’y apparaissent plus, 2 y sont avec 0 poste, 1 est dans')
})

test('by department: a post that changes department leaves one and comes to the other, not in the whole', async () => {
  const rows = await csv('/evolution/departements.csv')
  expect(Object.keys(rows[0] ?? {})).toEqual([
    ...['Code', 'Département', 'Postes validés au 19 mai 2021', 'Postes validés au 5 avril 2023', 'Écart'],
    ...['Écart en %', 'Postes apparus', 'Postes qui n’apparaissent plus', 'Écart des lignes non suivies'],
  ])
  expect(values(rows)).toEqual([
    '23 | Creuse | 5 | 5 | 0 | 0 | 1 | 1 | 0',
    '48 | Lozère | 2 | 8 | 6 | 3 | 6 | 0 | 0',
    '75 | Paris | 5 | 3 | -2 | -0.4 | 0 | 1 | -1',
    '974 | La Réunion | 2 | 2 | 0 | 0 | 0 | 2 | 2',
    ` | Ensemble | 14 | 18 | 4 | ${(4 / 14).toFixed(6)} | 6 | 3 | 1`,
  ])
  const { text } = await get('/evolution')
  expect(text).toContain('1 poste est passé d’une ligne du tableau à une autre (département)')
})

test('employers by department, by region, by rurality of the seat', async () => {
  expect(values(await csv('/evolution/departements-employeurs.csv'))).toEqual([
    '23 | Creuse | 3 | 1 | 1 | 0 | 1 | 0 | 2',
    '48 | Lozère | 1 | 0 | 1 | 0 | 0 | 2 | 3',
    '75 | Paris | 1 | 0 | 0 | 1 | 0 | 0 | 1',
    '974 | La Réunion | 1 | 0 | 0 | 0 | 1 | 0 | 0',
    ' | Ensemble | 6 | 1 | 3 | 1 | 1 | 1 | 6',
  ])
  const posts = (rows: Record<string, string>[]) => rows.map((row) => Object.values(row).slice(0, 4).join(' | '))
  // The codes of INSEE come first.
  expect(posts(await csv('/evolution/regions.csv'))).toEqual([
    '11 | Île-de-France | 5 | 3',
    '04 | La Réunion | 2 | 2',
    '75 | Nouvelle-Aquitaine | 5 | 5',
    '76 | Occitanie | 2 | 8',
    ' | Ensemble | 14 | 18',
  ])
  expect(posts(await csv('/evolution/ruralite.csv'))).toEqual([
    'Rural | 4 | 5 | 1',
    'Urbain intermédiaire | 3 | 8 | 5',
    'Urbain dense | 5 | 3 | -2',
    'Non classé | 2 | 2 | 0',
    'Ensemble | 14 | 18 | 4',
  ])
})

test('who came, who is no longer in the list, whose posts are elsewhere', async () => {
  expect(values(await csv('/evolution/employeurs-nouveaux.csv'))).toEqual([
    '48095 | Ville de Mende | 5 | Mende | Lozère (48) |  | 10000000700018',
  ])
  expect(values(await csv('/evolution/employeurs-absents.csv'))).toEqual([
    '97411 | Association partie | 2 | Saint-Denis | La Réunion (974) |  | 10000000500012',
  ])
  expect(values(await csv('/evolution/employeurs-deplaces.csv'))).toEqual([
    '23096 | Agglo de Guéret | 1 | Guéret (23) | Guéret (23), Aubusson (23) | non | 3 | 4 | SIRET | 10000000100011',
    '48095 | Association nomade | 1 | Aubusson (23) | Mende (48) | oui | 1 | 1 | SIRET | 10000000400015',
  ])
})

test('the numbers of every file are those of the page, in the order asked', async () => {
  const db = paysEvolution()
  const tableaux = evolutionTableaux(evolutionOf(db, new URLSearchParams()))
  expect(tableaux).toHaveLength(12)
  const { html } = await get('/evolution?trier=-ecart')
  for (const { id } of tableaux) {
    expect((await site(`/evolution/${id}.xlsx`)).status, id).toBe(200)
    const figure = html.slice(html.indexOf(`id="${id}"`)).split('</figure>')[0] ?? ''
    const body = figure.slice(figure.indexOf('<tbody'))
    const cells = [...body.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => plain(cell ?? ''))
    const header = (tablesIn(html).get(id) ?? [[]])[0] ?? []
    const text = (await (await site(`/evolution/${id}.csv?trier=-ecart`)).text()).replace('\uFEFF', '').trim()
    const rows = asOnPage(header, Papa.parse<string[]>(text).data)
    expect(cells, id).toEqual(rows.flat().map((cell, rang) => shown(cell, cells[rang] ?? '')))
  }
  expect((await csv('/evolution/departements.csv?trier=-ecart')).map(({ Code }) => Code)).toEqual([
    '48',
    '23',
    '974',
    '75',
    '',
  ])
})

/** A cell of the page as a file would hold it, markup and French spaces taken away. */
function plain(cell: string): string {
  return textOf(`<body>${cell.replace(/[\u202F\u00A0]/g, '')}`)
    .trim()
    .replace(/^\+/, '')
    .replace(/^—$/, '')
}
/** A percentage is rounded on the page only. */
function shown(cell: string, onPage: string): string {
  const plein = onPage.endsWith('%') ? `${(Number(cell) * 100).toFixed(1).replace('.', ',')}%` : cell
  return plein.replace(/^-(?=\d)/, '−')
}

test('a list of employers is cut after twenty on the page, and whole in the file', async () => {
  const db = paysEvolution()
  const insert = db.$client.prepare(
    "insert into poste (source_id, line, siret, nom, departement_code, ruralite, nombre) values (2, ?, ?, ?, '23', 'rural', 1)",
  )
  for (let n = 0; n < 30; n += 1) insert.run(100 + n, `2000000${String(n).padStart(2, '0')}00011`, `Commune ${n}`)
  const on = siteOn(db)
  const { html, text } = await get('/evolution', on)
  expect(text).toContain('Les 20 premiers sont montrés ici, sur 31 employeurs : les fichiers les contiennent tous.')
  const figure = html.slice(html.indexOf('id="employeurs-nouveaux"')).split('</figure>')[0] ?? ''
  expect(figure.match(/<tr>/g)).toHaveLength(21)
  expect(await csv('/evolution/employeurs-nouveaux.csv', on)).toHaveLength(31)
})

test('with three lists, two can be chosen, the wrong way round too; by default the first and the last', async () => {
  const on = siteOn(paysEvolution(TOUTES))
  expect((await get('/evolution', on)).text).toContain('passée de 14 à 18 postes')
  const early = await get('/evolution?de=2021-05-19&a=2022-06-01', on)
  expect(early.text).toContain('passée de 14 à 5 postes, soit 9 de moins')
  expect(early.html).toContain(
    '<link rel="canonical" href="https://carte.example/evolution?de=2021-05-19&amp;a=2022-06-01"/>',
  )
  const turned = await get('/evolution?a=2021-05-19&de=2022-06-01', on)
  expect(turned.status).toBe(200)
  expect(turned.text).toContain('Du 19 mai 2021 au 1er juin 2022')
  expect(values(await csv('/evolution/listes.csv', on))).toEqual([
    '19 mai 2021 | 14 | ',
    '1er juin 2022 | 5 | -9',
    '5 avril 2023 | 18 | 13',
  ])
  expect(values(await csv('/evolution/bilan.csv?de=2022-06-01&a=2023-04-05', on)).at(-1)).toBe(
    'Ensemble | 6 | 5 | 18 | 13',
  )
  expect(early.html).toMatch(/<option value="2022-06-01" selected="">1er juin 2022<\/option>/)
})

test.each(['de=2020-01-01', 'a=hier', 'de=2021-05-19&a=2021-05-19', 'trier=hasard'])(
  '?%s answers 400, names it, and shows the page',
  async (query) => {
    const { status, text } = await get(`/evolution?${query}`)
    expect(status).toBe(400)
    expect(text).toMatch(/aram.tres? « (de|a|trier) »/)
    expect(text).toContain('passée de 14 à 18 postes')
    const file = await site(`/evolution/bilan.csv?${query}`)
    expect(file.status).toBe(400)
    expect((await file.json()).erreur).toMatch(/« (de|a|trier) »/)
  },
)

test('with one list the page says which is missing, and shows when its posts were validated', async () => {
  const on = siteOn(paysEvolution(['2023-04-05']))
  const { status, text } = await get('/evolution', on)
  expect(status).toBe(200)
  expect(text).toContain('Une seule liste de postes est importée, celle du 5 avril 2023.')
  expect(text).toContain('Quand les postes ont été validés')
  // 18 posts, of which 2 have no date: 2 + 2, then 3 + 1, then 2 + 1, then 5.
  const rows = await csv('/evolution/validations.csv', on)
  expect(
    rows.filter((row) => row['Postes validés ce mois'] !== '0').map((row) => Object.values(row).join(' | ')),
  ).toEqual(['mars 2021 | 4 | 4', 'avril 2021 | 4 | 8', 'janvier 2022 | 3 | 11', 'avril 2023 | 5 | 16'])
  expect(text).toContain('2 postes sans date de validation : hors de ce tableau.')
  expect((await on('/evolution/validations-par-mois.svg')).status).toBe(200)
  expect((await on('/evolution/bilan.csv')).status).toBe(404)
})

test('with no list at all the page says so', async () => {
  const on = siteOn(databaseOf())
  const { status, text } = await get('/evolution', on)
  expect(status).toBe(200)
  expect(text).toContain('Aucune liste de postes n’est importée.')
  for (const fichier of ['validations.csv', 'validations-par-mois.svg', 'postes-par-liste.png'])
    expect((await on(`/evolution/${fichier}`)).status, fichier).toBe(404)
})

test('a list whose rows say no SIRET is not dropped', async () => {
  const { text } = await get('/evolution', siteOn(pays()))
  expect(text).toContain('passée de 5 à 9 postes')
  expect(values(await csv('/evolution/bilan.csv', siteOn(pays())))).toContain(
    'Lignes sans SIRET, non suivies |  | 5 | 6 | 1',
  )
})

test.each(['postes-par-liste', 'ecarts-regions', 'ecarts-departements', 'validations-par-mois'])(
  '%s is a drawing that stands alone: title, figures, sources, address',
  async (nom) => {
    const response = await site(`/evolution/${nom}.svg`)
    expect(response.headers.get('content-type')).toContain('image/svg+xml')
    const svg = await response.text()
    expect(svg).toContain('<title>')
    expect(svg).toContain('données du 5 avril 2023')
    expect(svg).toContain('carte.example/evolution?de=2021-05-19&amp;a=2023-04-05')
    expect(svg).not.toMatch(/NaN|undefined|class="ton/)
    const png = await site(`/evolution/${nom}.png`)
    expect(
      Buffer.from(await png.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  },
)

test('the bars say the differences of the table, greatest first, on both sides of zero', async () => {
  const svg = await (await site('/evolution/ecarts-departements.svg')).text()
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
  const bars = texts.slice(texts.indexOf('Lozère (48)'), texts.indexOf('Lozère (48)') + 8)
  expect(bars).toEqual(['Lozère (48)', '+6', 'Creuse (23)', '0', 'La Réunion (974)', '0', 'Paris (75)', '−2'])
  const widths = [...svg.matchAll(/<rect x="(\d+)" y="\d+" width="(\d+)" height="15"/g)].map(([, x, w]) => [
    Number(x),
    Number(w),
  ])
  const [plus, none, , minus] = widths as [number, number][]
  expect(none?.[1]).toBe(0)
  // The same scale on both sides, to the pixel; what is lost ends at zero, what is gained starts there.
  expect(Math.abs((plus?.[1] ?? 0) / 6 - (minus?.[1] ?? 0) / 2)).toBeLessThan(1)
  expect((minus?.[0] ?? 0) + (minus?.[1] ?? 0)).toBe(plus?.[0])
})

test('no file of another name', async () => {
  for (const fichier of ['autre.csv', 'bilan.pdf', 'bilan', 'bilan.svg', '..%2Fbilan.csv'])
    expect((await site(`/evolution/${fichier}`)).status, fichier).toBe(404)
})

test('a name that begins like a formula is written as text in the CSV', () => {
  const db = paysEvolution()
  db.$client.exec("update poste set nom = '=cmd()' where siret = '10000000700018'")
  const tableaux = evolutionTableaux(evolutionOf(db, new URLSearchParams()))
  const nouveaux = tableaux.find(({ id }) => id === 'employeurs-nouveaux')
  expect(nouveaux && [...writeCsv(nouveaux)].join('')).toContain("'=cmd()")
})
