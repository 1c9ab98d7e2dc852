import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site

beforeAll(async () => {
  site = await startSite()
})

afterAll(() => site?.stop())

const PHONE = { viewport: { width: 360, height: 740 } }
const panelOf = (page: Page) => page.getByRole('region', { name: 'Lieu choisi sur la carte' })
const live = (page: Page) => page.waitForSelector('.leaflet-container canvas', { state: 'attached' })
const top = (page: Page) => page.locator('.vue-carte').evaluate((node) => node.getBoundingClientRect().top)

/** A place with a number, in a list of several. */
function lieu(): { id: string; departement: string; telephone: string } {
  const sql = `SELECT id, departement_code AS departement, telephone FROM lieu WHERE reseau = 'conseiller-numerique'
    AND telephone IS NOT NULL AND lat IS NOT NULL AND departement_code = '23' ORDER BY id LIMIT 1`
  return site.db.$client.prepare<[], ReturnType<typeof lieu>>(sql).get() as ReturnType<typeof lieu>
}

test('the panel has the number to call, the way there and the page of the place, and nothing that axe refuses', async () => {
  const { id, departement, telephone } = lieu()
  const page = await openPage(site, `/?departement=${departement}`)
  await page.locator(`#l-${id} .localiser`).click()
  const panel = panelOf(page)
  await panel.locator(`a[href="tel:${telephone}"]`).waitFor()
  expect(await panel.locator('.etat').textContent()).toBe(await page.locator(`#l-${id} .etat`).textContent())
  expect(await panel.getByRole('link', { name: /^Itinéraire sur OpenStreetMap/ }).count()).toBe(1)
  expect(await panel.locator('a[href^="sms:"]').count()).toBe(1)
  expect(await axeViolations(page)).toEqual([])
})

test('on a phone "Carte" brings the map into view and starts it, and the list is a press away', async () => {
  const page = await openPage(site, '/?departement=23', PHONE)
  await page.evaluate(() => scrollTo(0, 1200))
  await page.locator('#onglets a[data-vue="carte"]').click()
  await live(page)
  await page.waitForURL((url) => url.searchParams.get('vue') === 'carte')
  const { height } = PHONE.viewport
  const y = await top(page)
  expect(y).toBeGreaterThan(-height / 4)
  expect(y).toBeLessThan(height / 2)
  // A filter that is applied there is answered in sight, on the map still.
  await page.evaluate(() => document.querySelector<HTMLElement>('#f-gratuit-1, #f-ruralite-rural')?.click())
  await page.waitForURL((url) => url.searchParams.has('gratuit') || url.searchParams.has('ruralite'))
  const phrase = (await page.locator('#resume').textContent()) ?? ''
  const [nombre = ''] = /^[\d\s]+/.exec(phrase) ?? []
  const pill = page.locator('#onglets a[data-vue="liste"]')
  expect(await pill.textContent()).toContain(nombre.trim() === '1' ? 'Voir le lieu' : `Voir les ${nombre.trim()}`)
  const box = await pill.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
  expect(await page.locator('#vues').getAttribute('class')).toContain('montre-carte')
})

test('on a phone "back", after a place was shown on the map, returns to the list as it was, at its card', async () => {
  const page = await openPage(site, '/?departement=23', PHONE)
  const card = page.locator('.fiche').nth(2)
  const button = card.locator('.localiser')
  await page.waitForFunction(() => document.documentElement.classList.contains('avec-carte'))
  await button.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await button.click()
  await panelOf(page).locator('.carte-panneau-titre').waitFor()
  await page.waitForFunction(() => document.activeElement?.className === 'carte-panneau-titre')
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goBack()
  await button.waitFor({ state: 'visible' })
  expect(new URL(page.url()).search).toBe('?departement=23')
  await page.waitForFunction((y) => Math.abs(scrollY - y) <= 2, before)
  expect(await button.evaluate((node) => node === document.activeElement)).toBe(true)
  // The list is the one that was left: it was not asked for again.
  expect(requests.filter((path) => path === '/')).toEqual([])
})

test('on a phone a place that is shown on the map is whole in sight with its panel, whose page leads back there', async () => {
  const page = await openPage(site, '/?departement=23', PHONE)
  await page.waitForFunction(() => document.documentElement.classList.contains('avec-carte'))
  await page.locator('.fiche .localiser').first().click()
  const lien = panelOf(page).getByRole('link', { name: /^Voir la fiche/ })
  await lien.waitFor()
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('.carte-boite')?.getBoundingClientRect() ?? { top: -1, bottom: 0 }
    return top >= 0 && bottom < innerHeight + 1
  })
  await lien.click()
  await page.getByRole('link', { name: 'Revenir à la carte' }).click()
  await live(page)
  expect(new URL(page.url()).search).toBe('?departement=23&vue=carte')
  // Two steps of the map later, the list has its buttons still.
  await page.locator('#onglets a[data-vue="liste"]').click()
  await page.locator('.fiche .localiser').nth(1).click()
  await panelOf(page).locator('.carte-panneau-lien').waitFor()
  expect(await page.locator('.carte-boite').isVisible()).toBe(true)
})

test('on a phone the panel that is closed gives the focus back to the button that had opened it, in the list', async () => {
  const page = await openPage(site, '/?departement=23', PHONE)
  await page.waitForFunction(() => document.documentElement.classList.contains('avec-carte'))
  const button = page.locator('.fiche').nth(1).locator('.localiser')
  await button.click()
  const panel = panelOf(page)
  await panel.locator('.etat, .carte-panneau-lien').first().waitFor()
  await panel.getByRole('button', { name: /^Fermer/ }).click()
  await button.waitFor({ state: 'visible' })
  await page.waitForFunction(() => document.activeElement?.classList.contains('localiser'))
  expect(await button.evaluate((node) => node === document.activeElement)).toBe(true)
})

test('on a wide screen a place that is shown on the map leaves the address and the list alone', async () => {
  const page = await openPage(site, '/?departement=23')
  await page.locator('.fiche .localiser').nth(1).click()
  await panelOf(page).locator('.carte-panneau-titre').waitFor()
  expect(new URL(page.url()).search).toBe('?departement=23')
  await page.locator('#f-commune summary').click()
  await page.locator('#f-ruralite-rural').check()
  await page.waitForURL((url) => url.search === '?departement=23&ruralite=rural')
})

test('on a phone on its side one finger scrolls the page from the map, and two move the map', async () => {
  const viewport = { width: 740, height: 360 }
  const page = await openPage(site, '/?departement=23&vue=carte', { viewport, hasTouch: true, isMobile: true })
  await live(page)
  await page.getByText('Deux doigts pour déplacer la carte').waitFor()
  const fingers = await page.context().newCDPSession(page)
  const drag = async (starts: number[], dx: number, dy: number) => {
    await page.evaluate(() => scrollTo(0, 0))
    await page.locator('.carte-leaflet').scrollIntoViewIfNeeded()
    const y = ((await page.locator('.carte-leaflet').boundingBox())?.y ?? 0) + 150
    const at = (part: number) => starts.map((x, id) => ({ id, x: x + dx * part, y: y + dy * part }))
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (const part of [0.2, 0.4, 0.6, 0.8, 1])
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) })
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  // Offered once the map has moved.
  const ici = page.locator('.carte-ici')
  await drag([370], 0, -100)
  const framed = await page.evaluate(() => document.querySelector('.carte-leaflet')?.getBoundingClientRect().top)
  expect(framed).toBeLessThan(100)
  expect(await ici.count()).toBe(0)
  await drag([250, 330], 200, 0)
  await ici.waitFor()
})

test.each([
  { width: 360, height: 740 },
  { width: 740, height: 360 },
  { width: 640, height: 320 },
])('at $width × $height the map leaves a third of the screen to the finger that scrolls the page', async (viewport) => {
  const page = await openPage(site, '/?departement=23&vue=carte', { viewport, hasTouch: true })
  await live(page)
  const box = await page.locator('.carte-leaflet').boundingBox()
  expect((box?.height ?? 0) / viewport.height).toBeLessThanOrEqual(0.69)
})

/** Opaque pixels of the points' canvas. */
const painted = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-overlay-pane canvas')
    if (!canvas || canvas.hidden) return 0
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let count = 0
    for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 0) count += 1
    return count
  })

test.each([
  { what: 'the points', pattern: '**/points.json*', said: 'Les points n’ont pas pu être chargés' },
  { what: 'the worker', pattern: '**/clusters.worker*', said: 'Les points n’ont pas pu être chargés' },
  { what: 'the map itself', pattern: '**/places-map*', said: 'La carte n’a pas pu se charger' },
])(
  'when $what cannot be fetched it is said, and another try shows the map and takes the sentence away',
  async ({ pattern, said }) => {
    const page = await openPage(site, '/?departement=23')
    await page.context().route(pattern, (route) => route.abort())
    await page.goto(`${site.url}/?vue=carte`)
    const phrase = page.getByText(said)
    await phrase.waitFor()
    expect(await painted(page)).toBe(0)
    await page.context().unroute(pattern)
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await expect.poll(() => painted(page), { timeout: 30_000 }).toBeGreaterThan(1000)
    await expect.poll(() => phrase.count()).toBe(0)
  },
)

test.each([{ viewport: { width: 1280, height: 900 } }, PHONE])(
  'at $viewport.width what is under the map does not move when it comes at last',
  async (size) => {
    const page = await openPage(site, '/?departement=19', size)
    await page.context().route('**/places-map*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    await page.goto(`${site.url}/?departement=23&vue=carte`)
    const attente = page.getByText('La carte se charge…')
    await attente.waitFor()
    const bottom = (css: string) =>
      page
        .locator(css)
        .evaluate((node) => Math.round(node.getBoundingClientRect().bottom - document.body.getBoundingClientRect().top))
    const before = await bottom('p.carte-attente')
    await live(page)
    expect(Math.abs((await bottom('.carte-leaflet')) - before)).toBeLessThan(2)
  },
)
