import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.stop())

const PATHS = ['/couverture', '/couverture?maille=region&niveaux=7&trier=-lieux', '/couverture?indicateur=rien']
const PAPER = { forcedColors: 'none', media: 'print' } as const

test('axe finds no violation on the coverage, wide, narrow, dark, in forced colours and on paper', {
  timeout: 900_000,
}, async () => {
  const found: string[] = []
  for (const { width, colorScheme, medias } of [
    { width: 1280, colorScheme: 'light', medias: [{}, { forcedColors: 'active' }, PAPER] },
    // Forced colours and paper have neither theme nor phone.
    { width: 360, colorScheme: 'dark', medias: [{}] },
  ] as const) {
    const page = await openPage(site, '/sante', { viewport: { width, height: 800 }, colorScheme })
    for (const path of PATHS) {
      await page.goto(`${site.url}${path}`)
      for (const media of medias) {
        await page.emulateMedia({ forcedColors: 'none', media: 'screen', ...media })
        found.push(...(await axeViolations(page)).map((one) => `${path} ${width} ${JSON.stringify(media)}: ${one}`))
      }
    }
    await page.context().close()
  }
  expect(found).toEqual([])
})

test('at 320 px nothing runs out of the page: a wide table scrolls in its own box', async () => {
  const page = await openPage(site, '/couverture?niveaux=7', { viewport: { width: 320, height: 640 } })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.context().close()
})

test('with no script, from the keyboard, an indicator is chosen and a column sorts its table', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/couverture`)
  await page.getByLabel('Indicateur').selectOption('postes')
  await page.getByRole('button', { name: 'Afficher' }).press('Enter')
  await page.waitForURL(/indicateur=postes/)
  expect(await page.locator('h2').first().textContent()).toContain('Postes validés au')
  await page.locator('#indicateur').getByRole('link', { name: 'Employeurs' }).press('Enter')
  await page.waitForURL(/trier=-structures#indicateur/)
  expect(await page.locator('#indicateur [aria-sort=descending]').textContent()).toMatch(
    /^Employeurs de postes validés/,
  )
  await context.close()
})

test('on paper the long tables are whole', async () => {
  const page = await openPage(site, '/couverture')
  await page.emulateMedia({ media: 'print' })
  const cut = await page
    .locator('.tableau-boite')
    .evaluateAll((boxes) => boxes.filter((box) => box.scrollHeight > box.clientHeight + 1).length)
  expect(cut).toBe(0)
  expect(await page.locator('.choix-indicateur').isVisible()).toBe(false)
  await page.context().close()
})

test('a shape under the pointer shows its row, a row in focus marks its shape, and the page does not move', async () => {
  const page = await openPage(site, '/couverture')
  const shape = (code: string) => page.locator(`.choropleth a[data-code="${code}"]`)
  const classOf = async (selector: string) => (await page.locator(selector).getAttribute('class')) ?? ''
  await expect
    .poll(async () => {
      await page.mouse.move(0, 0)
      await shape('23').hover()
      return classOf('#t-23')
    })
    .toBe('lie')
  const seen = await page.locator('#t-23').evaluate((row) => {
    const [boite, line] = [row.closest('.tableau-boite')?.getBoundingClientRect(), row.getBoundingClientRect()]
    return boite !== undefined && line.top >= boite.top && line.bottom <= boite.bottom
  })
  expect(seen).toBe(true)
  const before = await page.evaluate(() => [scrollY, document.documentElement.scrollHeight])
  await shape('48').hover()
  expect([await classOf('#t-48'), await classOf('#t-23')]).toEqual(['lie', ''])
  expect(await page.evaluate(() => [scrollY, document.documentElement.scrollHeight])).toEqual(before)
  await page.mouse.move(0, 0)
  await page.locator('#t-31 a').focus()
  expect(await classOf('.choropleth a[data-code="31"]')).toContain('lie')
  await page.keyboard.press('Tab')
  expect(await classOf('.choropleth a[data-code="31"]')).not.toContain('lie')
  expect(await page.locator('.choropleth svg a:not([tabindex="-1"])').count()).toBe(0)
  await page.context().close()
})

test('a long table shows its first rows, all of them when asked without a script, and all of them on paper', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(`${site.url}/departements`)
  const rows = page.locator('#departements tbody tr')
  const visible = async () => (await rows.all()).length - (await rows.filter({ visible: false }).count())
  const all = await rows.count()
  expect(all).toBeGreaterThan(100)
  expect(await visible()).toBe(10)
  await page.emulateMedia({ media: 'print' })
  expect(await visible()).toBe(all)
  await page.emulateMedia({ media: 'screen' })
  await page.locator('#departements .tableau-suite summary').press('Enter')
  expect(await visible()).toBe(all)
  expect(await page.getByText('Ne voir que les 10 premières lignes').first().isVisible()).toBe(true)
  await context.close()
})
