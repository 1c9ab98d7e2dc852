import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answersWith, feature, startGeocoder } from '#tests/support/geocoder.ts'
import { axeViolations, openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site
let geocoder: Awaited<ReturnType<typeof startGeocoder>>

beforeAll(async () => {
  geocoder = await startGeocoder(answersWith([feature(), feature({ name: '2 Rue Bonnyaud' }, [1.9, 46.2])]))
  site = await startSite({ geocoderUrl: geocoder.url })
})

afterAll(async () => {
  await site?.stop()
  await geocoder?.stop()
})

/** The field once it has come alive. */
async function fieldOf(page: Page) {
  const field = page.getByRole('combobox', { name: 'Votre commune, code postal ou adresse' })
  await field.waitFor()
  return field
}

// The form holds a list of moments too, whose options are others.
const options = (page: Page) => page.getByRole('listbox', { name: 'Propositions' }).getByRole('option')
const active = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    return id ? (document.getElementById(id)?.textContent ?? '') : null
  })
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)

test('from the keyboard: type, arrows, Enter, and the list is that of the commune, the other filters kept', async () => {
  const page = await openPage(site, '/?ruralite=rural')
  const field = await fieldOf(page)
  await page.evaluate(() => Object.assign(window, { notReloaded: true }))
  await field.focus()
  expect(await field.getAttribute('aria-expanded')).toBe('false')
  await page.keyboard.type('66500')
  await options(page).first().waitFor()
  expect(await field.getAttribute('aria-expanded')).toBe('true')
  const count = await options(page).count()
  expect(await page.locator('.propositions [role=status]').textContent()).toBe(
    `${count} résultat${count > 1 ? 's' : ''}`,
  )
  expect(await active(page)).toBeNull()
  await page.keyboard.press('ArrowDown')
  const first = await active(page)
  expect(first).toMatch(/, 66500, Pyrénées-Orientales, Commune$/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await active(page)).toBe(first)
  expect(await focusedId(page)).toBe('q')
  const nom = first?.split(',')[0] as string
  const code = site.db.$client.prepare<[string], string>(
    "select code from commune where nom = ? and departement_code = '66'",
  )
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('commune') === code.pluck().get(nom))
  expect(new URL(page.url()).searchParams.get('ruralite')).toBe('rural')
  expect(await page.locator('#resume').textContent()).toMatch(/^(\d+|Aucun) lieux? à moins de 20\skm/)
  expect(await focusedId(page)).toBe('resume')
  expect(await field.inputValue()).toBe(`${nom} (66)`)
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true)

  // The form was brought to its new state: the field is the same, and alive.
  await page.locator('#f-commune summary').click()
  await page.getByRole('checkbox', { name: /^Rural \(/ }).uncheck()
  await page.waitForURL((url) => !url.searchParams.has('ruralite'))
  await field.focus()
  await page.keyboard.type('gueret')
  await options(page).first().waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await active(page)).toMatch(/^Guéret, 23000, Creuse, Commune$/)
})

test('Escape closes and keeps the text, an arrow opens again, Home goes back to the text, Tab goes on', async () => {
  const page = await openPage(site, '/')
  const field = await fieldOf(page)
  await field.focus()
  await page.keyboard.type('saint')
  await options(page).nth(1).waitFor()
  await page.keyboard.press('Escape')
  expect([await options(page).count(), await field.getAttribute('aria-expanded')]).toEqual([0, 'false'])
  expect(await field.inputValue()).toBe('saint')
  await page.keyboard.press('ArrowDown')
  await options(page).first().waitFor()
  await page.keyboard.press('ArrowUp')
  expect(await active(page)).toBe(await options(page).last().textContent())
  await page.keyboard.press('Home')
  expect(await active(page)).toBeNull()
  expect(await field.evaluate((node: HTMLInputElement) => node.selectionStart)).toBe(0)
  await page.keyboard.press('End')
  expect(await field.evaluate((node: HTMLInputElement) => node.selectionStart)).toBe('saint'.length)
  await page.keyboard.press('Tab')
  expect(await options(page).count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Chercher')
})

test('letters typed in a row ask once, and Enter without a choice sends the form', async () => {
  const page = await openPage(site, '/')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/recherche')) asked.push(new URL(request.url()).searchParams.get('q') ?? '')
  })
  await (await fieldOf(page)).pressSequentially('aubusson', { delay: 5 })
  await options(page).first().waitFor()
  expect(asked.at(-1)).toBe('aubusson')
  expect(asked.length).toBeLessThan(4)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('q') === 'aubusson')
  expect(await options(page).count()).toBe(0)
})

test('on a phone a finger chooses, and neither React nor the map is fetched for it', async () => {
  const page = await openPage(site, '/', { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true })
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  const field = await fieldOf(page)
  await field.tap()
  await page.keyboard.type('mende')
  await options(page).first().tap()
  await page.waitForURL((url) => url.searchParams.get('commune') === '48095')
  expect(await page.locator('#resume').textContent()).toContain('de Mende')
  const scripts = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect([...fetched, ...scripts].filter((url) => /map-island|react|leaflet|points\.json/i.test(url))).toEqual([])
})

test('an address leads to what is nearest to it, a place and an employer to their pages', async () => {
  const page = await openPage(site, '/?frr=1')
  await (await fieldOf(page)).pressSequentially('2 place bonnyaud gueret')
  await page.getByRole('option', { name: '2 Rue Bonnyaud, 23000 Guéret, Adresse' }).click()
  await page.waitForURL((url) => url.searchParams.has('lat'))
  expect(new URL(page.url()).search).toBe('?frr=1&lat=46.2&lon=1.9')
  expect(await page.locator('#resume').textContent()).toContain('du point choisi')

  const { nom, id } = site.db.$client
    .prepare(
      `select nom, id from lieu where reseau = 'conseiller-numerique' group by nom having count(*) = 1
       order by length(nom) desc limit 1`,
    )
    .get() as { nom: string; id: string }
  await (await fieldOf(page)).fill(nom)
  await page
    .getByRole('option', { name: /Lieu d’accueil$/ })
    .first()
    .click()
  await page.waitForURL(`**/lieux/${id}`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(nom)
})

test('the field of a page that does not exist finds too', async () => {
  const page = await openPage(site, '/nulle-part')
  await (await fieldOf(page)).pressSequentially('gueret')
  await options(page).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/' && url.search === '?commune=23096')
})

test('when the network fails nothing is shown, nothing breaks, and the form is sent', async () => {
  const page = await openPage(site, '/')
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.route('**/api/**', (route) => route.abort())
  const field = await fieldOf(page)
  const failed = page.waitForEvent('requestfailed')
  await field.pressSequentially('gueret')
  await failed
  expect(await options(page).count()).toBe(0)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.search === '?commune=23096')
  expect(await page.locator('#resume').textContent()).toMatch(/ de Guéret/)
  expect(await field.inputValue()).toBe('Guéret (23)')
  expect(errors).toEqual([])
})

test('without JavaScript the same field is a form that leads to the place', async () => {
  const page = await openPage(site, '/', { javaScriptEnabled: false })
  expect(await page.getByRole('combobox').count()).toBe(0)
  await page.getByRole('textbox', { name: 'Votre commune, code postal ou adresse' }).fill('Guéret')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.waitForURL((url) => url.searchParams.get('commune') === '23096')
  expect(await page.getByRole('textbox', { name: 'Votre commune, code postal ou adresse' }).inputValue()).toBe(
    'Guéret (23)',
  )
})

test('axe finds nothing, the list open or closed, wide and narrow, and the list fits a small screen', async () => {
  for (const options_ of [
    { viewport: { width: 1280, height: 900 } },
    { viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const },
  ]) {
    const page = await openPage(site, '/nulle-part', options_)
    const field = await fieldOf(page)
    expect(await axeViolations(page)).toEqual([])
    await field.pressSequentially('saint')
    await options(page).nth(3).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await axeViolations(page)).toEqual([])
    for (const box of await options(page).evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect()))) {
      expect(box.height).toBeGreaterThanOrEqual(44)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(options_.viewport.width)
    await page.context().close()
  }
})
