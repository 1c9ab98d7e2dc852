import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { LIEU } from '#app/pages/api/lieux-objets.server.ts'
import type { Liste } from '#app/pages/api/ressource.server.ts'
import { answerClasseur } from '#app/pages/api/xlsx.server.ts'
import { hrefsIn, siteOn } from '#tests/pages/site.ts'
import { sheetOf } from '#tests/support/classeur.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const db = paysSitue()
db.$client.exec("update lieu set date_maj = '2026-05-04' where id = 'gueret-mediatheque'")
const site = siteOn(db)

test.each([
  'departement=23&ruralite=rural',
  'q=mediatheque',
  'commune=23096&rayon=50',
  'lat=46.17&lon=1.87',
  'vue=liste',
])('the list ?%s leads to its three files, which hold its places', async (search) => {
  const html = await (await site(`/?${search}&page=1`)).text()
  const ids = [...html.matchAll(/ id="l-([^"]+)"/g)].map(([, id]) => id)
  const hrefs = hrefsIn(html, /^\/api\/v1\/lieux\./)
  expect(hrefs.map((href) => href.split(/[?.]/)[1])).toEqual(['csv', 'xlsx', 'geojson'])
  const [csv = '', xlsx = '', geojson = ''] = hrefs
  const rows = Papa.parse<{ id: string }>(await (await site(csv)).text(), { header: true, skipEmptyLines: true }).data
  expect(rows.map(({ id }) => id)).toEqual(ids)
  const [, ...lignes] = await sheetOf(await (await site(xlsx)).arrayBuffer(), 'Lieux')
  expect(lignes.map(([id]) => id)).toEqual(ids)
  const { features } = await (await site(geojson)).json()
  expect(features.map(({ id }: { id: string }) => id)).toEqual(ids)
})

test('in the workbook a date is a date, a code and a telephone are texts, and a sheet says where it comes from', async () => {
  const bytes = await (await site('/api/v1/lieux.xlsx?q=mediatheque')).arrayBuffer()
  const [noms = [], ligne = []] = await sheetOf(bytes, 'Lieux')
  const cell = (nom: string) => ligne[noms.indexOf(nom)]
  expect(cell('date_maj')).toEqual(new Date('2026-05-04T00:00:00Z'))
  expect([cell('code_postal'), cell('code_insee'), cell('telephone')]).toEqual(['23000', '23096', '+33555412345'])
  expect([cell('latitude'), cell('services')]).toEqual([
    46.169,
    'Aide aux démarches administratives|Loisirs et créations numériques',
  ])
  expect(JSON.stringify(await sheetOf(bytes, 'Sources'))).toContain('Licence Ouverte 2.0')
})

test('a workbook is sent as its rows are read, and other requests are answered between its pieces', async () => {
  const CENTAINES = 12
  let lues = 0
  function* morceaux() {
    for (lues = 1; lues <= CENTAINES; lues++)
      yield Array.from({ length: 100 }, (_, i) => ({ id: `${lues}-${i} < & "` }))
  }
  const liste = { morceaux: morceaux(), sans: [], source: [], total: 100 * CENTAINES } as unknown as Liste
  const { body } = await answerClasseur(liste, LIEU, ({ id }) => ({ id }), {})
  const pieces: Uint8Array[] = []
  const lectures: number[] = []
  let finie = false
  const lecture = (async () => {
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
      pieces.push(piece)
      lectures.push(lues)
    }
    finie = true
  })()
  let tours = 0
  while (!finie) {
    // As a request that waits its turn.
    await new Promise((resolve) => setImmediate(resolve))
    tours++
  }
  await lecture
  expect(tours).toBeGreaterThanOrEqual(CENTAINES)
  for (let n = 1; n <= CENTAINES; n++) expect(lectures).toContain(n)
  const [, ...lignes] = await sheetOf(await new Blob(pieces as BlobPart[]).arrayBuffer(), 'Lieux')
  expect(lignes).toHaveLength(100 * CENTAINES)
  expect(lignes.at(-1)?.[0]).toBe('12-99 < & "')
})

test('for a spreadsheet a formula is made harmless, and the file of programs is exact', async () => {
  const nomsOf = async (query: string) =>
    Papa.parse<{ nom: string }>(await (await site(`/api/v1/lieux.csv?${query}`)).text(), { header: true }).data.map(
      ({ nom }) => nom,
    )
  expect(await nomsOf('')).toContain('=cmd()|<b>Élan</b>')
  expect(await nomsOf('tableur=1')).toContain("'=cmd()|<b>Élan</b>")
})

test('each row of a file says where it comes from', async () => {
  const { data } = Papa.parse<Record<string, string>>(await (await site('/api/v1/lieux.csv')).text(), {
    header: true,
    skipEmptyLines: true,
  })
  for (const { donnees_titre, donnees_date, donnees_licence, donnees_demonstration } of data)
    expect([donnees_titre, donnees_date, donnees_licence, donnees_demonstration]).toEqual([
      'Lieux de médiation',
      '2026-01-10',
      'Licence Ouverte 2.0',
      'false',
    ])
})
