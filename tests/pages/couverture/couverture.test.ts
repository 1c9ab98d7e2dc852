import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { INDICATEURS } from '#app/domain/couverture/indicateurs.ts'
import { hrefsIn, simple, siteOn, textOf } from '#tests/pages/site.ts'
import { sheetOf } from '#tests/support/classeur.ts'
import { databaseOf } from '#tests/support/database.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'
import { asOnPage, isShown, readCell as read, tablesIn } from '#tests/support/tableaux-page.ts'

const site = siteOn(paysCouvert())
const htmlOf = async (path: string) => simple(await (await site(path)).text())

const QUERIES = [
  '?trier=-structures',
  '?maille=region&trier=-structures',
  '?niveaux=7&trier=structures',
  '?indicateur=a-10-km&trier=-a-10-km',
  '?indicateur=investissement&trier=nom',
]

test.each(QUERIES)('every table of the page%s is its file, rounded', { timeout: 60_000 }, async (query) => {
  const tables = tablesIn(await htmlOf(`/couverture${query}`))
  expect([...tables.keys()]).toEqual([
    ...['indicateur', 'ruralite', 'heures', 'ruralite-taux', 'ruralite-nombres', 'distance', 'distance-courbe'],
    ...['distance-territoires', 'communes-eloignees', 'territoires-sans-lieu', 'couverture'],
  ])
  for (const [id, [header = [], ...rows]] of tables) {
    const text = (await htmlOf(`/couverture/${id}.csv${query}`)).trim()
    const [, ...whole] = Papa.parse<string[]>(text).data
    const csv = asOnPage(header, Papa.parse<string[]>(text).data)
    expect(csv.length, id).toBe(rows.length)
    for (const [rang, row] of rows.entries())
      for (const [place, cell] of row.entries()) {
        const filed = csv[rang]?.[place] ?? ''
        expect(isShown(cell, filed), `${id}: ${cell} on the page, ${filed} in the file`).toBe(true)
        expect(filed, id).not.toMatch(/\.\d{7}/)
      }
    const response = await site(`/couverture/${id}.xlsx${query}`)
    const [, ...xlsx] = await sheetOf(await response.arrayBuffer(), 'Tableau')
    const asText = (cell: unknown) => String(cell ?? '')
    expect(
      xlsx.map((row) => row.map(asText)),
      id,
    ).toEqual(whole)
  }
})

test('the table of every figure comes when it is asked', async () => {
  const html = await htmlOf('/couverture?maille=region')
  expect(tablesIn(html).has('couverture')).toBe(false)
  const [link = '', ...others] = hrefsIn(html, /#couverture$/)
  expect([link, others]).toEqual(['/couverture?maille=region&trier=-structures#couverture', []])
  const [header, ...rows] = tablesIn(await htmlOf(link)).get('couverture') ?? []
  expect(html).toContain(`(${rows.length - 1} lignes, `)
  expect(Number(/lignes, (\d+) colonnes/.exec(html)?.[1])).toBe(header?.length)
  expect(hrefsIn(html, /couverture\/couverture\./).sort()).toEqual(
    ['csv', 'xlsx'].map((extension) => `/couverture/couverture.${extension}?maille=region`),
  )
})

test('the page says what it shows, its sources with their dates, how to cite it, and carries no figure of a sea', async () => {
  const html = await htmlOf('/couverture')
  const text = textOf(html)
  expect(html).toContain(
    '<title>Postes validés au 5 avril 2023, pour 10\u202f000 habitants : la couverture du territoire',
  )
  expect(html).toContain('<link rel="canonical" href="https://carte.example/couverture"/>')
  expect(text).toContain('11 postes validés au 5 avril 2023 et 10 lieux d’accueil connus au 10 janvier 2026')
  expect(text).toContain('Structures 2023, données du 5 avril 2023')
  expect(text).toContain('Citer cette page')
  expect(text).toMatch(/Calculé sur \d\d,\d % de la population/)
  expect(hrefsIn(html, /^\/methode/).length).toBeGreaterThan(0)
  const [, eloignees = [], sansLieu = []] = ['', 'communes-eloignees', 'territoires-sans-lieu'].map((id) =>
    tablesIn(html).get(id),
  )
  expect(eloignees.slice(1).map(([nom]) => nom)).toEqual(['Villefort'])
  expect(sansLieu.slice(1)).toEqual([
    ['Polynésie française', '987', '26 000', '2'],
    ['Ensemble', '—', '26 000', '2'],
  ])
})

test.each(INDICATEURS.map(({ cle, nom }) => [cle, nom]))(
  'the indicator %s is shown, chosen in its form, the greatest first',
  async (cle, nom) => {
    const html = await htmlOf(`/couverture?indicateur=${cle}`)
    expect(html).toContain(`<option value="${cle}" selected="">${nom}</option>`)
    const [, ...rows] = tablesIn(html).get('indicateur') ?? []
    const values = rows.slice(0, -1).flatMap(([, , value = '']) => (value === '—' ? [] : [Number(read(value))]))
    expect(values.length).toBeGreaterThan(2)
    expect(values).toEqual([...values].sort((a, b) => b - a))
    expect(rows.at(-1)?.[0]).toBe('France')
  },
)

test('a shape of the map can lead to the row of its territory', async () => {
  const html = await htmlOf('/couverture')
  for (const code of ['23', '974', '987']) expect(html.split(` id="t-${code}"`)).toHaveLength(2)
})

test('a link of a header sorts that table on the same page, and once more the other way', async () => {
  const [link] = hrefsIn(await htmlOf('/couverture?maille=region&trier=-structures'), /trier=.*#couverture$/)
  expect(link).toMatch(/^\/couverture\?maille=region&trier=nom#couverture$/)
  const rows = async (trier: string) =>
    (tablesIn(await htmlOf(`/couverture?trier=${trier}`)).get('couverture') ?? []).slice(1, -1)
  expect((await rows('nom')).map(([nom]) => nom)).toEqual([
    'Creuse',
    'La Réunion',
    'Lozère',
    'Paris',
    'Polynésie française',
  ])
  expect((await rows('-nom')).map(([nom]) => nom)[0]).toBe('Polynésie française')
})

test.each([
  ['?indicateur=chomage', '« indicateur »'],
  ['?maille=commune', '« maille »'],
  ['?niveaux=5', '« niveaux »'],
  ['?maille=region&classes=egales', '« classes »'],
  ['?trier=age', '« trier »'],
  ['?maille=region&maille=departement', '« maille »'],
  ['?maille=%3Cscript%3E', '« &lt;script&gt; »'],
])('%s: 400, the parameter named, the rest kept; and no file', async (query, expected) => {
  const response = await site(`/couverture${query}&x=1`)
  expect(response.status).toBe(400)
  const html = simple(await response.text())
  expect(html).toContain(expected)
  expect(tablesIn(html).get('indicateur')?.length).toBeGreaterThan(5)
  const file = await site(`/couverture/couverture.csv${query}`)
  expect([file.status, file.headers.get('Content-Type')]).toEqual([400, 'text/plain; charset=utf-8'])
})

/** Of all the ways to cut sorted figures in three, how many fall in each class where they are the nearest to their mean. */
function cutInThree(sorted: number[]): number[] {
  const spread = (part: number[]) => {
    const mean = part.reduce((sum, one) => sum + one, 0) / part.length
    return part.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  }
  const cuts = sorted.flatMap((_, i) => sorted.flatMap((_, j) => (i > 0 && j > i ? [[i, j] as const] : [])))
  const parts = cuts.map(([i, j]) => [sorted.slice(0, i), sorted.slice(i, j), sorted.slice(j)])
  const total = (three: number[][]) => three.reduce((sum, part) => sum + spread(part), 0)
  return parts.sort((a, b) => total(a) - total(b))[0]?.map(({ length }) => length) ?? []
}

/** How many territories the legend gives to each class of figures above zero. */
const legendOf = (html: string) =>
  [
    ...textOf(`<body>${/class="classes-legende">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? ''}`).matchAll(
      /(\S+)\s*\((\d+) terr/g,
    ),
  ]
    .filter(([, borne]) => borne !== '0' && borne !== 'connu')
    .map(([, , nombre]) => Number(nombre))

test('natural breaks are a choice, which the legend, the links, the permanent address and the files keep', async () => {
  const html = await htmlOf('/couverture?classes=jenks')
  const values = (tablesIn(html).get('indicateur') ?? []).slice(1, -1).map(([, , value = '']) => Number(read(value)))
  const positives = values.filter((value) => value > 0).sort((a, b) => a - b)
  expect(legendOf(html)).toEqual(cutInThree(positives))
  expect(html).toContain('<option value="jenks" selected="">')
  expect(textOf(html)).toContain('Seuils naturels (Jenks)')
  expect(html).toContain('<link rel="canonical" href="https://carte.example/couverture?classes=jenks"/>')
  expect(hrefsIn(html, /trier=/).every((href) => href.includes('classes=jenks'))).toBe(true)
  const [svg, png] = hrefsIn(html, /carte\.(svg|png)/)
  expect([svg, png].every((href) => href?.includes('classes=jenks'))).toBe(true)
  const file = textOf(`<body>${await htmlOf(svg ?? '')}`)
  expect(file).toContain('Seuils naturels (Jenks)')
  expect(file).toContain('classes=jenks')
  expect(textOf(await htmlOf('/couverture'))).toContain('Classes de même effectif (quantiles)')
  expect(await htmlOf('/couverture?classes=quantiles')).toContain('href="https://carte.example/couverture"')
})

test('a class method that means nothing is named, and the other choices stay', async () => {
  const html = await htmlOf('/couverture?maille=region&classes=egales')
  expect(html).toContain('Valeur attendue : quantiles, jenks.')
  expect(html).toContain('<option value="region" selected="">')
})

test('in seven levels the curve keeps its three classes, says so, and its table gives the seven', async () => {
  const courbe = (html: string) => /<figure class="courbe"[^>]*>[\s\S]*?<\/figure>/.exec(html)?.[0] ?? ''
  const [trois, sept] = [await htmlOf('/couverture'), await htmlOf('/couverture?niveaux=7')]
  const lines = (html: string) =>
    [...courbe(html).matchAll(/<path d="(M[\d. ]+L[^"]*)" class="ton-serie/g)].map(([, d]) => d)
  expect(lines(trois).length).toBe(3)
  expect(lines(sept)).toEqual(lines(trois))
  expect(textOf(`<body>${courbe(sept)}`)).toContain('La courbe garde les trois classes')
  expect(courbe(trois)).not.toContain('La courbe garde')
  expect(
    tablesIn(sept)
      .get('distance-courbe')?.[0]
      ?.some((nom) => nom.startsWith('7. ')),
  ).toBe(true)
  const file = (query: string) => htmlOf(`/couverture/distance-courbe.svg${query}`)
  const drawn = (svg: string) => svg.match(/d="M[\d. ]+L[^"]*"/g)
  expect(drawn(await file('?niveaux=7'))).toEqual(drawn(await file('')))
  expect(textOf(`<body>${await file('?niveaux=7')}`)).toContain('La courbe garde les trois classes')
})

test('the curve is a file that stands alone: title, figures, sources, licence, address', async () => {
  const response = await site('/couverture/distance-courbe.svg')
  expect(response.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8')
  const svg = await response.text()
  expect(svg).toContain(
    '<title>Part des habitants selon la distance au lieu d’accueil connu au 10 janvier 2026 le plus proche</title>',
  )
  expect(textOf(`<body>${svg}`)).toContain('https://carte.example/couverture')
  expect(textOf(`<body>${svg}`)).toContain('Lieux de médiation, données du 10 janvier 2026, Licence Ouverte 2.0')
  expect(svg).not.toContain('class=')
})

test.each([
  ['lieux', ['Lieux de médiation']],
  ['postes', ['Structures 2023']],
])('the map of %s credits the files that its figure is counted from, and no other', async (indicateur, titres) => {
  const svg = textOf(`<body>${await htmlOf(`/couverture/carte.svg?indicateur=${indicateur}`)}`)
  const credites = ['Lieux de médiation', 'Structures 2023', 'Communes', 'Grille'].filter((titre) =>
    svg.includes(`${titre}, données du`),
  )
  expect(credites).toEqual(titres)
})

test.each(['rien.csv', 'couverture.pdf', 'distance.svg', '..%2Fx.csv'])(
  '%s is no file: 404 with the way out',
  async (fichier) => {
    const response = await site(`/couverture/${fichier}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('/couverture')
  },
)

test('without any file the page says which is missing', async () => {
  const response = await siteOn(databaseOf())('/couverture')
  expect(response.status).toBe(200)
  const text = textOf(await response.text())
  expect(text).toContain('Le fichier des lieux n’est pas importé')
  expect(text).toContain('Le fichier des postes validés n’est pas importé')
})
