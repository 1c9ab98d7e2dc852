import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site

beforeAll(async () => {
  site = await startSite()
})

afterAll(() => site?.stop())

const GUERET = { latitude: 46.169123456, longitude: 1.871987654 }
const at = (geolocation: { latitude: number; longitude: number } | null) =>
  geolocation ? { geolocation, permissions: ['geolocation'] } : { permissions: [] }

test('"Autour de moi" asks on a click, shows the nearest first, and sends no more than three decimals', async () => {
  const page = await openPage(site, '/?ruralite=rural', at(GUERET))
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await page.waitForURL((url) => url.searchParams.has('lat'))
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    ruralite: 'rural',
    lat: '46.169',
    lon: '1.872',
  })
  expect(asked.join(' ')).not.toContain('46.1691')
  await page.waitForFunction(() => document.activeElement?.id === 'resume')
  expect(await page.locator('#resume').textContent()).toMatch(/à moins de 20\skm de vous\s— rural$/)
  const km = await page.locator('.fiche-distance').allTextContents()
  expect(km.length).toBeGreaterThan(0)
  expect(km.every((text) => text.endsWith(' de vous. '))).toBe(true)
  expect(await axeViolations(page)).toEqual([])
})

test('the address of one’s own position says "de vous" to oneself, and to nobody whom it is sent to', async () => {
  const page = await openPage(site, '/?vue=liste', at(GUERET))
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await page.waitForURL((url) => url.searchParams.has('lat'))
  const phrase = page.locator('#resume')
  await page
    .getByText(/à moins de 20\skm de vous$/)
    .first()
    .waitFor()
  // A card leads to its page, and back.
  await page.locator('.fiche h3 a').first().click()
  await page.waitForURL('**/lieux/**')
  await page.getByRole('link', { name: /Revenir/ }).click()
  await page.waitForFunction(() => document.querySelector('#resume')?.textContent?.endsWith('de vous'))
  expect(page.url()).not.toContain('moi')
  const other = await openPage(site, new URL(page.url()).pathname + new URL(page.url()).search)
  expect(await other.locator('#resume').textContent()).toContain('du point choisi, près de Guéret')
  expect(await phrase.textContent()).not.toContain('point choisi')
})

test('on a phone, where the form is folded on a list, a refusal unfolds it', async () => {
  const page = await openPage(site, '/?departement=23', { ...at(null), viewport: { width: 360, height: 740 } })
  await page.getByRole('link', { name: /changer/ }).click()
  await page.getByRole('button', { name: 'Autour de moi' }).waitFor()
  // Folded again before the answer comes.
  await page.evaluate(() => {
    const { geolocation } = navigator
    const ask = geolocation.getCurrentPosition.bind(geolocation)
    geolocation.getCurrentPosition = (done, refused, options) => {
      document.getElementById('chercher')?.classList.remove('deplie')
      ask(done, refused, options)
    }
  })
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await page.getByText('Écrivez plutôt votre commune ou votre code postal').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
  expect(await page.locator('#q').isVisible()).toBe(true)
})

test('a position that is refused is said in words, with the field in focus', async () => {
  const page = await openPage(site, '/', at(null))
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await page.getByText('Écrivez plutôt votre commune ou votre code postal').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
  expect(new URL(page.url()).search).toBe('')
  expect(await axeViolations(page)).toEqual([])
})

test('a position abroad is said in words, with the field in focus', async () => {
  const page = await openPage(site, '/?vue=liste', at({ latitude: 45.5, longitude: -73.6 }))
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await page.getByText('Votre position ne semble pas être en France').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
  expect(await page.locator('[data-hors-de-france]').count()).toBe(1)
})

test('a moment is chosen in the form: the list answers at once, and the choice can be removed', async () => {
  const page = await openPage(site, '/?departement=23')
  await page.locator('#f-quand summary').click()
  await page.getByLabel('Ouvert quand ?').selectOption('mar-10:00')
  await page.waitForURL((url) => url.searchParams.get('ouvert') === 'mar-10:00')
  // Counted on the stored weeks of 18 months at most, slot by slot: Tuesday 10:00 is minute 2040.
  const weeks = site.db.$client
    .prepare<[], string>(
      "SELECT semaine FROM lieu WHERE reseau = 'conseiller-numerique' AND departement_code = '23' AND semaine IS NOT NULL AND date_maj >= date('now', '-18 months')",
    )
    .pluck()
    .all()
  const open = weeks.filter((week) => {
    const [minutes] = JSON.parse(week) as [number[]]
    return minutes.some((debut, i) => i % 2 === 0 && debut <= 2040 && 2040 < (minutes[i + 1] as number))
  })
  expect(open.length).toBeGreaterThan(0)
  expect(await page.locator('#resume').textContent()).toMatch(new RegExp(`^${open.length} lieux? d’accueil`))
  await page.getByRole('link', { name: /^Ouvert le mardi à 10 h ?, retirer ce filtre/ }).click()
  await page.waitForURL((url) => !url.searchParams.has('ouvert'))
  expect(await page.getByLabel('Ouvert quand ?').inputValue()).toBe('')
})

test('Saturday is asked in one press, the page changes in place, and the same press lets it go', async () => {
  const page = await openPage(site, '/?departement=23')
  await page.getByRole('link', { name: 'le samedi' }).click()
  await page.waitForURL((url) => url.searchParams.get('ouvert') === 'samedi')
  expect(await page.locator('#resume').textContent()).toContain('ouvert le samedi')
  expect(await axeViolations(page)).toEqual([])
  await page.locator('a[aria-current]', { hasText: 'le samedi' }).click()
  await page.waitForURL((url) => !url.searchParams.has('ouvert'))
})

test('the map offers to search in its zone once it was moved, and not before', async () => {
  const page = await openPage(site, '/?departement=23&gratuit=1', { viewport: { width: 1280, height: 900 } })
  await page.waitForSelector('.leaflet-container canvas')
  const here = page.getByRole('link', { name: 'Rechercher dans cette zone' })
  await page.waitForTimeout(500)
  expect(await here.count()).toBe(0)
  const box = await page.locator('.carte-leaflet').boundingBox()
  if (box === null) throw new Error('no map')
  await page.mouse.move(box.x + 100, box.y + 100)
  await page.mouse.down()
  await page.mouse.move(box.x + 400, box.y + 300, { steps: 8 })
  await page.mouse.up()
  await here.waitFor()
  const href = new URL((await here.getAttribute('href')) ?? '', site.url)
  expect([...href.searchParams.keys()]).toEqual(['gratuit', 'lat', 'lon', 'rayon'])
  await here.click()
  await page.waitForURL((url) => url.searchParams.has('lat'))
  expect(await page.locator('#resume').textContent()).toContain('du point choisi')
  await here.waitFor({ state: 'detached' })
})
