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
