import { expect, test } from 'vitest'
import { choosePages } from '#scripts/bench/chosen-pages.ts'
import { figuresOf, type Report } from '#scripts/bench/figures.ts'
import { spreadOf, table } from '#scripts/bench/measure.ts'
import { readOptions } from '#scripts/bench/options.ts'
import { pagesTable } from '#scripts/bench/pages-table.ts'
import { databaseOf, insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'

test.each([
  ['one value', [4], { median: 4, min: 4, max: 4 }],
  ['an odd number of values', [10, 2, 9], { median: 9, min: 2, max: 10 }],
  ['an even number: the mean of the two in the middle', [1, 100, 3, 2], { median: 2.5, min: 1, max: 100 }],
])('the median of %s', (_, values, spread) => {
  expect(spreadOf(values)).toEqual(spread)
})

test('a table is as wide as its widest cells, and no line ends with spaces', () => {
  const text = table([
    ['', 'page', ''],
    ['largest paint', '2 s', 'ok'],
  ])
  expect(text).toBe(`${' '.repeat(17)}page\n  largest paint  2 s   ok`)
})

test('without arguments every part is measured, five loads a page', () => {
  expect(readOptions([])).toEqual({
    parts: ['pages', 'queries', 'points', 'map', 'verifications', 'serve', 'import', 'annee'],
    runs: 5,
    lieux: null,
    database: null,
  })
})

test('parts are named in any order, with their numbers and database', () => {
  expect(readOptions(['import', 'pages', '--runs', '3', '--lieux', '5000', '--database', 'a.sqlite'])).toEqual({
    parts: ['pages', 'import'],
    runs: 3,
    lieux: 5000,
    database: 'a.sqlite',
  })
})

test.each([
  [['page'], /"page".*pages, queries, points, map, verifications, serve, import/],
  [['--runs', '0'], /--runs.*"0"/],
  [['--lieux', '1e9'], /--lieux.*"1e9"/],
  [['--lieux', ''], /--lieux.*""/],
  [['--speed'], /--speed/],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(sentence)
})

test('the list of Prades is measured when it has places, beside the fullest commune, the whole list and a place', () => {
  const db = databaseOf()
  db.$client.exec(`insert into region values ('76', 'Occitanie');
    insert into departement values ('66', 'Pyrénées-Orientales', '76', 480000), ('34', 'Hérault', '76', 1200000)`)
  const commune = db.$client.prepare(
    "insert into commune (code, nom, departement_code, population, lat, lon, ruralite, ruralite_estimee) values (?, ?, ?, 1000, ?, ?, 'rural', 0)",
  )
  commune.run('66149', 'Prades', '66', 42.617, 2.426)
  commune.run('34172', 'Montpellier', '34', 43.61, 3.87)
  insertLieux(db, [
    lieuRow({ numero: 1, departementCode: '66', communeCode: '66149', lat: 42.62, lon: 2.43 }),
    lieuRow({ numero: 2, departementCode: '34', communeCode: '34172', lat: 43.61, lon: 3.87, resume: 'Un mot.' }),
    lieuRow({ numero: 3, departementCode: '34', communeCode: '34172', lat: 43.6, lon: 3.88, resume: 'Deux mots ici.' }),
  ])
  expect(choosePages(db)).toEqual([
    { kind: 'commune', path: '/?commune=66149&rayon=20', what: 'places: 1' },
    { kind: 'commune', path: '/?commune=34172&rayon=20', what: 'places: 2' },
    { kind: 'liste', path: '/?vue=liste', what: 'whole list' },
    { kind: 'accueil', path: '/', what: 'home page' },
    { kind: 'lieu', path: '/lieux/l3', what: 'one place' },
  ])
})

test('every page that is chosen has something to show, in a country without Prades', () => {
  const pages = choosePages(pays())
  expect(pages.map(({ kind }) => kind)).toEqual(['commune', 'liste', 'accueil', 'lieu'])
  expect(pages.some(({ path }) => path.includes('66149'))).toBe(false)
})

test('a database without any place still has its whole list measured', () => {
  expect(choosePages(databaseOf())).toEqual([
    { kind: 'liste', path: '/?vue=liste', what: 'whole list' },
    { kind: 'accueil', path: '/', what: 'home page' },
  ])
})

const request = (resourceType: string, transferSize: number, networkRequestTime: number) => ({
  resourceType,
  transferSize,
  networkRequestTime,
})
const measure = (numericValue: number) => ({ numericValue })

function reportOf(requests: ReturnType<typeof request>[]): Report {
  return {
    audits: {
      'largest-contentful-paint': measure(2400),
      'first-contentful-paint': measure(2000),
      'cumulative-layout-shift': measure(0.01),
      'total-blocking-time': measure(30),
      'network-requests': { details: { items: requests } },
      'largest-contentful-paint-element': {
        details: { items: [{ items: [{ node: { selector: 'main > p.chapeau' } }] }, { items: [{}] }] },
      },
      'layout-shifts': { details: { items: [{ node: { selector: 'div.carte-cadre' } }] } },
    },
  }
}

const REQUESTS = [
  request('Document', 9000, 0),
  request('Stylesheet', 6000, 100),
  request('Script', 2000, 200),
  request('Fetch', 30_000, 300),
]

test('a page before its scripts is what is asked for before the first of them', () => {
  const figures = figuresOf(reportOf(REQUESTS))
  expect(figures).toMatchObject({ bytes: 47_000, html: 9000, scripts: 2000, beforeScripts: 15_000, requests: 4 })
  expect(figures).toMatchObject({ largest: 'main > p.chapeau', moved: ['div.carte-cadre'] })
})

test('a page without scripts is all of it', () => {
  expect(figuresOf(reportOf(REQUESTS.slice(0, 2))).beforeScripts).toBe(15_000)
})

test('a load that failed is no measure', () => {
  const report = reportOf(REQUESTS)
  expect(() => figuresOf({ ...report, runtimeError: { message: 'no paint' } })).toThrow('no paint')
  expect(() => figuresOf({ audits: {} })).toThrow('largest-contentful-paint')
})

test('medians stand beside their bounds: ok at the bound, OVER beyond it, no verdict where there is no bound', () => {
  const figures = (largestPaint: number) => ({ ...figuresOf(reportOf(REQUESTS)), largestPaint })
  const text = pagesTable([
    { page: { kind: 'commune', path: '/?a', what: 'x' }, runs: [2500, 2400, 9000].map(figures) },
    { page: { kind: 'lieu', path: '/b', what: 'y' }, runs: [2600].map(figures) },
    { page: { kind: 'accueil', path: '/', what: 'z' }, runs: [2600].map(figures) },
  ])
  const cells = (name: string) =>
    text
      .split('\n')
      .find((one) => one.includes(name))
      ?.trim()
      .split(/ {2,}/)
  expect(cells('LCP')).toEqual([
    'largest paint (LCP)',
    '2.50 s (2.40–9.00) ok',
    '2.60 s OVER',
    '2.60 s OVER',
    '≤ 2.50 s',
  ])
  expect(cells('before scripts')?.map((cell) => /ok|OVER/.test(cell))).toEqual([false, false, true, false, false])
})
