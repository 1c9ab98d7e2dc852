import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workFolder } from '#tests/import/files.ts'
import { axeViolations, openPage, type Site, startSite } from '#tests/support/site.ts'

const DEMO = resolve(import.meta.dirname, '../../data/demo/structures-demonstration-2026-06-30.csv')
const POSTES = 'Nombre de conseillers validés par le COSELEC'
const folder = workFolder()
let site: Site
let attendu: { alors: number; maintenant: number; absents: number; nouveaux: number; deplaces: number }

/**
 * A list and one of a year before, invented from it: some employers were not there, some are no longer there, one
 * had its posts in another commune of the same department.
 */
function inventLists() {
  const text = readFileSync(DEMO, 'utf8')
  const { data: now, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  const count = (rows: Record<string, string>[]) => rows.reduce((sum, row) => sum + Number(row[POSTES]), 0)
  const perSiret = new Map<string, number>()
  for (const { SIRET = '' } of now) perSiret.set(SIRET, (perSiret.get(SIRET) ?? 0) + 1)
  // One row each, and a SIREN of their own: what happens to the row happens to the employer.
  const sirens = new Map<string, number>()
  for (const siret of perSiret.keys()) sirens.set(siret.slice(0, 9), (sirens.get(siret.slice(0, 9)) ?? 0) + 1)
  const single = now.filter(({ SIRET = '' }) => perSiret.get(SIRET) === 1 && sirens.get(SIRET.slice(0, 9)) === 1)
  const [added, moved] = [
    single.slice(0, 40),
    single.find((row, rang) => rang > 100 && row['Code département'] === '59'),
  ]
  const gone = single.slice(60, 90)
  const before = now.filter((row) => !added.includes(row)).map((row) => (row === moved ? toLille(row) : row))
  const after = now.filter((row) => !gone.includes(row))
  const write = (date: string, rows: Record<string, string>[]) =>
    folder.write(`structures-${date}.csv`, Papa.unparse({ fields: meta.fields ?? [], data: rows }, { delimiter: ';' }))
  attendu = {
    ...{ alors: count(before), maintenant: count(after), absents: gone.length, nouveaux: added.length },
    deplaces: Number(moved?.[POSTES]),
  }
  return [write('2025-06-30', before), write('2026-06-30', after)]
}

function toLille(row: Record<string, string>): Record<string, string> {
  return { ...row, 'Commune INSEE': 'Lille', 'Code commune INSEE': '59350', 'Code postal': '59000' }
}

beforeAll(async () => {
  site = await startSite({ files: inventLists() })
}, 300_000)

afterAll(async () => {
  await site?.stop()
  folder.remove()
})

test('the differences made by construction are those of the page and of its files', { timeout: 300_000 }, async () => {
  const page = await openPage(site, '/evolution')
  const words = (await page.locator('.evolution-resume').allInnerTexts()).join(' ').replace(/[\u202F\u00A0]/g, '')
  expect(words).toContain(`passée de ${attendu.alors} à ${attendu.maintenant} postes`)
  expect(words).toContain(`${attendu.nouveaux} employeurs y sont entrés, ${attendu.absents} n’y apparaissent plus`)
  const href = await page.locator('#employeurs-deplaces a', { hasText: 'Tableau en CSV' }).getAttribute('href')
  const csv = await (await fetch(`${site.url}${href}`)).text()
  const rows = Papa.parse<Record<string, string>>(csv.replace('\uFEFF', '').trim(), { header: true }).data
  expect(rows.map((row) => Number(row['Postes déplacés']))).toEqual([attendu.deplaces])
  expect(rows[0]?.['Communes au 30 juin 2025']).toBe('Lille (59)')
  await page.context().close()
})

test('the table by department is put in order by a link, and a closed table opens when its order is asked', {
  timeout: 300_000,
}, async () => {
  const page = await openPage(site, '/evolution')
  await page.getByText('Les postes par département').click()
  await page.locator('#departements').getByRole('link', { name: 'Écart', exact: true }).click()
  await page.waitForURL(/trier=-ecart/)
  const rang = await page
    .locator('#departements th[aria-sort]')
    .evaluate((th) => (th as HTMLTableCellElement).cellIndex)
  const cells = await page.locator(`#departements tbody tr > :nth-child(${rang + 1}):visible`).allInnerTexts()
  expect(cells.length).toBeGreaterThanOrEqual(10)
  const numbers = cells.map((cell) =>
    Number(
      cell
        .replace('+', '')
        .replace(/[\u202F\u00A0]/g, '')
        .replace('−', '-'),
    ),
  )
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  await page.getByText('Les employeurs par département').click()
  await page.locator('#departements-employeurs').getByRole('link', { name: 'Nouveaux' }).click()
  await page.waitForURL(/trier=-nouveaux/)
  expect(await page.locator('#departements-employeurs').isVisible()).toBe(true)
  await page.context().close()
})

test('axe finds nothing, in light and dark, wide and narrow, with an error, printed; nothing is wider than a phone', {
  timeout: 900_000,
}, async () => {
  const found: string[] = []
  for (const { viewport, ...options } of [
    { viewport: { width: 1280, height: 900 } },
    { viewport: { width: 320, height: 780 }, colorScheme: 'dark' as const },
  ]) {
    const page = await openPage(site, '/sante', { viewport, ...options })
    for (const path of ['/evolution', '/evolution?de=2020-01-01', '/evolution?trier=-nouveaux']) {
      await page.emulateMedia({ media: 'screen' })
      await page.goto(`${site.url}${path}`)
      found.push(...(await axeViolations(page)).map((one) => `${path} (${viewport.width}): ${one}`))
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      // Paper has neither theme nor phone.
      if (viewport.width < 1280) continue
      await page.emulateMedia({ media: 'print' })
      found.push(...(await axeViolations(page)).map((one) => `${path} (paper): ${one}`))
    }
    await page.context().close()
  }
  expect(found).toEqual([])
})

test('on a phone the text of the drawings keeps its size', { timeout: 300_000 }, async () => {
  const page = await openPage(site, '/evolution', { viewport: { width: 360, height: 780 } })
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('.dessin svg text')].map((text) => text.getBoundingClientRect().height),
  )
  expect(heights.length).toBeGreaterThan(100)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(14)
  await page.context().close()
})
