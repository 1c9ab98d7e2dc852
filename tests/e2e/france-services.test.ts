import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site

beforeAll(async () => {
  site = await startSite()
})

afterAll(() => site?.stop())

/** Counted by SQL of its own, not by the queries under test. */
function count(reseau: string, where: string): number {
  const sql = `SELECT count(*) FROM lieu WHERE reseau = ? AND ${where}`
  return site.db.$client.prepare<[string], number>(sql).pluck().get(reseau) ?? 0
}

/** The department with the most France services. */
function departement(): string {
  const sql = `SELECT departement_code FROM lieu WHERE reseau = 'france-services' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`
  return site.db.$client.prepare<[], string>(sql).pluck().get() ?? ''
}

const box = (page: Page) => page.getByRole('checkbox', { name: /Montrer aussi les France services/ })
/** The box is in a fold of the form. */
const unfold = (page: Page) => page.locator('#f-couches > summary').click()
const layers = (page: Page) => page.waitForSelector('.leaflet-container canvas', { state: 'attached' })

test('a person ticks the box: the France services come on the map and in the list, with their own count', async () => {
  const code = departement()
  const page = await openPage(site, `/?departement=${code}`)
  await page.locator('.carte-cadre').scrollIntoViewIfNeeded()
  await layers(page)
  const phrase = await page.locator('#resume').textContent()
  expect(phrase).toMatch(new RegExp(`^${count('conseiller-numerique', `departement_code = '${code}'`)} lieux?`))
  expect(await page.getByText('France services, un autre réseau').count()).toBe(0)

  const fetched = page.waitForResponse((response) => response.url().includes('/points-france-services.json?v='))
  await unfold(page)
  await box(page).check()
  const answer = await fetched
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  const heading = page.getByRole('heading', { level: 2, name: /^\d+ France services/ })
  await heading.waitFor()
  expect(await heading.textContent()).toContain(
    `${count('france-services', `departement_code = '${code}'`)} France services`,
  )
  expect(await page.locator('#resume').textContent()).toBe(phrase)
  expect(new URL(page.url()).searchParams.get('couche')).toBe('france-services')
  await page.getByText('France services, un autre réseau').waitFor()

  await box(page).uncheck()
  await heading.waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.has('couche')).toBe(false)
  await page.context().close()
})

test('a layer is switched on beside the map by a link, on the map alone, and off again, the focus staying on it', async () => {
  const page = await openPage(site, '/?vue=carte', { viewport: { width: 1280, height: 900 } })
  await layers(page)
  const total = site.db.$client.prepare<[], number>('SELECT count(*) FROM structure WHERE lieux = 0').pluck().get() ?? 0
  const phrase = await page.locator('#resume').textContent()
  const link = page.locator('#couche-employeurs')
  expect((await link.textContent())?.replace(/\s/g, '')).toBe(`Montrer${total}employeurssanslieuconnu`)
  const fetched = page.waitForResponse((response) => response.url().includes('/points-employeurs.json?v='))
  await link.press('Enter')
  expect((await fetched).status()).toBe(200)
  await page.getByText('Employeur sans lieu d’accueil connu').waitFor()
  expect(new URL(page.url()).searchParams.get('couche')).toBe('employeurs')
  await page.waitForFunction(() => document.activeElement?.id === 'couche-employeurs')
  expect(await page.locator('#resume').textContent()).toBe(phrase)
  await link.press('Enter')
  await page.getByText('Employeur sans lieu d’accueil connu').waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.has('couche')).toBe(false)
  await page.context().close()
})

test('a France services is shown on the map by its button, and said to be of another network', async () => {
  const page = await openPage(site, `/?departement=${departement()}&couche=france-services`)
  await page.locator('.carte-cadre').scrollIntoViewIfNeeded()
  await layers(page)
  const link = page.getByRole('link', { name: /^Voir les/ })
  // Where the places fill a page, the layer is on the next.
  if ((await link.count()) > 0) await link.click()
  const shown = page.locator('.france-services .fiches li').first()
  const nom = (await shown.getByRole('heading').textContent())?.trim() ?? ''
  await shown.getByRole('button', { name: /^Localiser/ }).click()
  const panel = page.getByRole('region', { name: 'Lieu choisi sur la carte' })
  const fiche = panel.getByRole('link', { name: /^Voir la fiche/ })
  await fiche.waitFor()
  expect(await panel.textContent()).toContain(nom)
  expect(await panel.textContent()).toContain('un autre réseau')
  await fiche.click()
  await page.waitForURL('**/lieux/**')
  expect(await page.locator('main').textContent()).toContain('Nous ne savons pas si un conseiller numérique y reçoit')
})

test('axe finds no violation with the layer, on the list, on the map and on a page, in light and in dark', async () => {
  const id = site.db.$client
    .prepare<[], string>(`SELECT id FROM lieu WHERE reseau = 'france-services' LIMIT 1`)
    .pluck()
    .get()
  const found: string[] = []
  for (const path of [
    `/?departement=${departement()}&couche=france-services`,
    '/?couche=france-services&vue=carte',
    `/lieux/${id}`,
  ]) {
    for (const options of [
      { viewport: { width: 1280, height: 900 } },
      { viewport: { width: 360, height: 780 }, colorScheme: 'dark' as const },
    ]) {
      const page = await openPage(site, path, options)
      if (path.includes('vue=carte')) {
        await page.locator('.carte-cadre').scrollIntoViewIfNeeded()
        await layers(page)
      }
      found.push(...(await axeViolations(page)).map((one) => `${path} (${options.viewport.width}): ${one}`))
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        options.viewport.width,
      )
      await page.context().close()
    }
  }
  expect(found).toEqual([])
})

test('without JavaScript the box and the link to the layer work', async () => {
  const page = await openPage(site, '/?couche=france-services', { javaScriptEnabled: false })
  await page.getByRole('link', { name: /^Voir les \d+ France services/ }).click()
  await page.waitForURL((url) => url.hash === '#france-services')
  expect(await page.locator('.france-services .fiches li').count()).toBeGreaterThan(0)
  await unfold(page)
  expect(await box(page).isChecked()).toBe(true)
})
