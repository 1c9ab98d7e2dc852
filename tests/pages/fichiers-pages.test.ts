import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { paysCouvert } from '#tests/support/pays-couvert.ts'
import { asOnPage, isShown, tablesIn } from '#tests/support/tableaux-page.ts'
import { siteOn } from './site.ts'

const site = siteOn(paysCouvert())

test.each([
  '/departements',
  '/departements/23',
  '/departements/48',
  '/methode/rural-urbain',
  '/methode/rapprochements',
])('every table of %s is, cell for cell, in the file that it leads to, rounded', async (path) => {
  const html = await (await site(path)).text()
  const files = [...html.matchAll(/href="([^"]+\.csv(?:\?[^"]*)?)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
  const tables = [...tablesIn(html)].filter(([id]) => files.some((href) => href.includes(`/${id}.csv`)))
  expect(tables.length).toBeGreaterThan(0)
  for (const [id, [header = [], ...rows]] of tables) {
    const href = files.find((one) => one.includes(`/${id}.csv`)) ?? ''
    const response = await site(href.replace(/^https?:\/\/[^/]+/, ''))
    expect(response.status, href).toBe(200)
    const lines = asOnPage(header, Papa.parse<string[]>((await response.text()).trim()).data)
    for (const row of rows) {
      const found = lines.some((cells) => row.every((cell, rang) => isShown(cell, cells[rang] ?? '')))
      expect(found, `${id}: ${row.join(' | ')}`).toBe(true)
    }
  }
})

test.each([
  ['/couverture/couverture.csv', 6],
  ['/couverture/distance-territoires.csv', 6],
  ['/couverture/indicateur.csv?indicateur=a-10-km', 1],
  ['/departements/fichier/departements.csv', 1],
  ['/departements/23/lieux.csv', 4],
])(
  '%s has the inhabitants that its %i shares within a distance are made of, and gives the same share',
  async (path, shares) => {
    const text = (await (await site(path)).text()).replace('\uFEFF', '').trim()
    const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true })
    const parts = (meta.fields ?? []).filter((nom) => nom.startsWith('Population à '))
    const whole = meta.fields?.find((nom) => nom.includes('pris en compte')) ?? ''
    expect(parts).toHaveLength(shares)
    for (const nom of parts) {
      const known = data.filter((row) => row[nom] !== '')
      expect(known.length, nom).toBeGreaterThan(0)
      for (const row of known) {
        const habitants = Number(row[nom.replace('Population', 'Habitants')])
        expect(Math.abs(habitants / Number(row[whole]) - Number(row[nom])), nom).toBeLessThan(1e-6)
      }
    }
  },
)

test.each([
  '/departements/fichier/departements.csv',
  '/departements/fichier/regions.csv',
  '/departements/23/lieux.csv',
  '/departements/23/postes.csv',
  '/departements/23/ruralite.csv',
  '/departements/23/employeurs.csv',
  '/departements/48/communes-sans-lieu.csv',
  '/communes/23096/chiffres.csv',
  '/communes/23096/employeurs.csv',
  '/couverture/indicateur.csv?maille=region',
  '/couverture/couverture.csv',
  '/couverture/ruralite-taux.csv',
  '/couverture/distance-territoires.csv',
  '/donnees/communes.csv',
  '/scenarios/scenario-departements.csv?fin=prives',
])('the first column of %s is the code of its territory, on each of its rows', async (path) => {
  const [header = [], ...rows] = Papa.parse<string[]>(
    (await (await site(path)).text()).replace('\uFEFF', '').trim(),
  ).data
  expect(header[0]).toMatch(/^Code/)
  // France has none, nor have the totals of a list of employers.
  const own = rows.filter(([code, nom]) => code !== '' || !/^(?:France|Ensemble|La Creuse|Guéret)$/.test(nom ?? ''))
  expect(own.length).toBeGreaterThan(0)
  for (const [code] of own) expect(code).toMatch(/^(?:\d{2,3}|2[AB]|\d{5}|2[AB]\d{3}|\d{9})$/)
})

test('a territory of which a file says nothing is unknown in each of its tables, and in those of its communes', async () => {
  const site = siteOn(paysCouvert())
  for (const [path, id] of [
    ['/departements/987', 'lieux'],
    ['/departements/987', 'ruralite'],
    ['/communes/98735', 'chiffres'],
  ] as const) {
    const [header = [], ...rows] = tablesIn(await (await site(path)).text()).get(id) ?? []
    const rang = header.findIndex((nom) => nom.startsWith('Lieux d’accueil connus'))
    const own = rows.filter(([nom]) => nom !== 'France')
    expect(own.length, `${path} ${id}`).toBeGreaterThan(0)
    expect(new Set(own.map((row) => row[rang])), `${path} ${id}`).toEqual(new Set(['—']))
  }
})
