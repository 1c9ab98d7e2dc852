import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site

beforeAll(async () => {
  site = await startSite()
})

afterAll(() => site?.stop())

/** Counted by SQL of its own, not by the queries under test. */
function countLieux(where: string): number {
  const sql = `SELECT count(*) FROM lieu WHERE reseau = 'conseiller-numerique' AND ${where}`
  return site.db.$client.prepare<[], number>(sql).pluck().get() ?? 0
}

const french = (count: number) => count.toLocaleString('fr-FR')

test('a person filters by department and rurality, opens a place, and comes back with the filters kept', async () => {
  const page = await openPage(site, '/')
  await page.locator('#f-departements summary').click()
  // The home page leads to the list of what is ticked.
  await page.getByRole('checkbox', { name: /Creuse/ }).click()
  await page.waitForURL('**/?departement=23')
  await page.locator('#f-commune summary').click()
  await page.getByRole('checkbox', { name: /^Rural \(/ }).check()
  const expected = countLieux("departement_code = '23' AND ruralite = 'rural'")
  await page.waitForFunction((n) => document.querySelector('#resume')?.textContent?.startsWith(`${n} lieu`), expected)
  expect(new URL(page.url()).search).toBe('?departement=23&ruralite=rural')

  const first = page.locator('.fiches li').first().getByRole('link').first()
  const nom = (await first.textContent())?.trim()
  await first.click()
  await page.waitForURL('**/lieux/**')
  expect((await page.getByRole('heading', { level: 1 }).textContent())?.trim()).toBe(nom)

  await page.getByRole('link', { name: /Revenir/ }).click()
  await page.waitForURL((url) => url.pathname === '/')
  expect(new URL(page.url()).search).toBe('?departement=23&ruralite=rural')
  expect(await page.locator('#f-departement-23').isChecked()).toBe(true)
})

test('without JavaScript the same filters are a form, and the map is a drawing whose departments are links', async () => {
  const page = await openPage(site, '/', { javaScriptEnabled: false })
  await page.locator('#f-departements summary').click()
  await page.getByRole('checkbox', { name: /Creuse/ }).check()
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.waitForURL((url) => url.search.includes('departement=23'))
  const expected = countLieux("departement_code = '23'")
  expect(await page.locator('#resume').textContent()).toMatch(new RegExp(`^${french(expected)} lieux?`))
  const drawn = page.locator('svg a[href*="departement="]')
  const departements = site.db.$client
    .prepare("SELECT count(DISTINCT departement_code) FROM lieu WHERE reseau = 'conseiller-numerique'")
    .pluck()
    .get()
  expect(await drawn.count()).toBeGreaterThanOrEqual(departements as number)
})

test('what the map holds is what the list says: every place and every employer without a known place', async () => {
  const page = await openPage(site, '/')
  const points = await page.evaluate(async () => {
    const link = document.documentElement.innerHTML.match(/\/points\.json\?v=[0-9a-f]+/)?.[0] ?? ''
    return (await fetch(link)).json()
  })
  expect(points.couches.lieu.numero.length).toBe(countLieux('lat IS NOT NULL'))
  expect(await page.locator('#regions').textContent()).toContain(french(countLieux('1 = 1')))
})

test('the map comes alive after the list, holds nothing that the keyboard can reach, and a button shows a place on it', async () => {
  const page = await openPage(site, '/?departement=23')
  await page.waitForSelector('.leaflet-container canvas')
  const container = page
    .locator('[aria-hidden="true"]:has(.leaflet-container), .leaflet-container[aria-hidden="true"]')
    .first()
  expect(await container.count()).toBe(1)
  const focusable = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])'
  expect(await container.locator(focusable).count()).toBe(0)

  const localiser = page.getByRole('button', { name: /^Localiser sur la carte ?, / }).first()
  const nom = (await localiser.textContent())?.trim().replace('Localiser sur la carte, ', '') ?? ''
  await localiser.click()
  const panel = page.getByRole('region', { name: 'Lieu choisi sur la carte' })
  const fiche = panel.getByRole('link', { name: /^Voir la fiche du lieu ?, / })
  await fiche.waitFor()
  expect(await fiche.textContent()).toContain(nom)
  expect(await fiche.getAttribute('href')).toMatch(/^\/lieux\//)
})

test('each overseas territory is one click away on the map', async () => {
  const page = await openPage(site, '/')
  await page.waitForSelector('.leaflet-container canvas')
  for (const nom of ['Guadeloupe', 'Martinique', 'Guyane', 'La Réunion', 'Mayotte']) {
    expect(await page.getByRole('button', { name: nom }).count()).toBe(1)
  }
})

test('when every tile fails the map stays, on the outlines, and says so', async () => {
  const page = await openPage(site, '/')
  await page.waitForSelector('.leaflet-container canvas')
  await page
    .getByText(/fond de carte/i)
    .first()
    .waitFor()
})

test('an invalid filter is a page that names it and keeps the others, and a place that is not there offers the search', async () => {
  const invalid = await openPage(site, '/?departement=23&ruralite=lunaire&utm_source=lettre')
  expect(await invalid.locator('body').textContent()).toContain('ruralite')
  expect(await invalid.locator('#f-departement-23').isChecked()).toBe(true)
  const answer = await fetch(`${site.url}/?ruralite=lunaire`)
  expect(answer.status).toBe(400)
  expect((await fetch(`${site.url}/?utm_source=lettre`)).status).toBe(200)
  const absent = await openPage(site, '/lieux/inconnu000')
  expect(await absent.getByRole('search').count()).toBeGreaterThan(0)
  expect((await fetch(`${site.url}/lieux/inconnu000`)).status).toBe(404)
})

test('the demonstration says so on every page', async () => {
  const { id } = site.db.$client.prepare('SELECT id FROM lieu LIMIT 1').get() as { id: string }
  for (const path of ['/', `/lieux/${id}`, '/mentions-legales', '/accessibilite', '/nulle-part']) {
    expect(await (await fetch(`${site.url}${path}`)).text(), path).toContain('Données de démonstration')
  }
})
