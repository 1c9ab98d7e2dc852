import type { Page } from 'playwright-core'
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

/** All that a page sends: addresses, headers, bodies. */
function sentBy(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    sent.push(JSON.stringify([decodeURIComponent(request.url()), request.headers(), request.postData()]))
  })
  return sent
}

const kmOf = (text: string) => {
  const [, number = '', unit] = /([\d,]+)\s(km|m)\b/.exec(text) ?? []
  return Number(number.replace(',', '.')) / (unit === 'm' ? 1000 : 1)
}

test('"Autour de moi" asks on a click, ranks here, and sends nothing finer than a tenth of a degree', async () => {
  const page = await openPage(site, '/?ruralite=rural', at(GUERET))
  const sent = sentBy(page)
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await page.waitForURL((url) => url.searchParams.has('cellule'))
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ ruralite: 'rural', cellule: '46.1,1.8' })
  await page.waitForFunction(() => document.activeElement?.id === 'resume')
  const count = await page.locator('#fiches-lieux > .fiche').count()
  expect(await page.locator('#resume').textContent()).toMatch(
    new RegExp(`^${count} lieux? à moins de 20\\skm de vous\\s— rural$`),
  )
  // The same as the server ranks, for who gives a position to it: no more, no less, in the same order.
  const asked = await openPage(site, `/?ruralite=rural&lat=46.169&lon=1.872`)
  const names = (shown: Page) => shown.locator('#fiches-lieux h3').allTextContents()
  expect(await names(page)).toEqual(await names(asked))
  const km = await page.locator('#fiches-lieux .fiche-distance').allTextContents()
  expect(km.length).toBeGreaterThan(0)
  expect(km.every((text) => text.endsWith(' de vous. '))).toBe(true)
  expect(km.map(kmOf)).toEqual(km.map(kmOf).toSorted((a, b) => a - b))
  // A card, a filter, Back: the position is still there, and still nowhere else.
  await page.locator('.fiche h3 a').first().click()
  await page.waitForURL('**/lieux/**')
  await page.goBack()
  await page
    .getByText(/à moins de 20\skm de vous/)
    .first()
    .waitFor()
  await page.getByRole('link', { name: '50 km' }).click()
  await page
    .getByText(/à moins de 50\skm de vous/)
    .first()
    .waitFor()
  await page.goBack()
  await page
    .getByText(/à moins de 20\skm de vous/)
    .first()
    .waitFor()
  expect(sent.length).toBeGreaterThan(3)
  expect(sent.join(' ')).toContain('cellule=46.1,1.8')
  expect(sent.filter((one) => /46[.,]1[67]|1[.,]8[78]|[?&](lat|lon)=/.test(one))).toEqual([])
  expect(await axeViolations(page)).toEqual([])
})

test('the address of one’s own list says "de vous" to oneself, and a sector to whom it is sent to', async () => {
  const page = await openPage(site, '/?vue=liste', at(GUERET))
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await page.getByText('Votre position reste dans votre appareil').waitFor()
  await page.reload()
  await page
    .getByText(/à moins de 20\skm de vous$/)
    .first()
    .waitFor()
  const map = JSON.parse((await page.locator('[data-island=carte]').getAttribute('data-props')) ?? '{}')
  expect(map.repere).toEqual({ lat: 46.1691, lon: 1.872, nom: 'Vous êtes ici' })
  const other = await openPage(site, new URL(page.url()).pathname + new URL(page.url()).search)
  expect(await other.locator('#resume').textContent()).toContain('environ du secteur de')
  expect(await other.locator('#actifs').textContent()).toContain('Ce lien dit un secteur, et la position de personne')
  expect(await axeViolations(other)).toEqual([])
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

test('where one is beside a place that has no telephone, the first card has the number of another as a button', async () => {
  // A place with no other within a tenth of a degree would be first for the server too.
  const muets = site.db.$client
    .prepare<[], { id: string; latitude: number; longitude: number }>(
      `SELECT id, lat AS latitude, lon AS longitude FROM lieu m
       WHERE reseau = 'conseiller-numerique' AND telephone IS NULL AND lat BETWEEN 42 AND 51 AND precision = 'adresse'
         AND EXISTS (SELECT 1 FROM lieu v WHERE v.telephone IS NOT NULL AND v.numero <> m.numero AND v.reseau = m.reseau
                     AND abs(v.lat - m.lat) < 0.1 AND abs(v.lon - m.lon) < 0.1)
       ORDER BY id LIMIT 3`,
    )
    .all()
  expect(muets.length).toBe(3)
  for (const { id, ...here } of muets) {
    const page = await openPage(site, '/', { ...at(here), viewport: { width: 360, height: 740 } })
    await page.getByRole('button', { name: 'Autour de moi' }).click()
    await page.waitForURL((url) => url.searchParams.has('cellule'))
    await page
      .getByText(/ de vous/)
      .first()
      .waitFor()
    const first = page.locator('#fiches-lieux > .fiche:not([hidden])').first()
    expect(await first.getAttribute('id')).toBe(`l-${id}`)
    const button = first.locator('a[href^="tel:"]')
    expect(await button.count()).toBe(1)
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(48)
    const others = page.locator('#fiches-lieux > .fiche:not([hidden]) ~ .fiche .secours .telephone')
    for (const other of await others.all()) {
      expect(await other.evaluate((one) => getComputedStyle(one).display)).toBe('inline')
    }
    await page.context().close()
  }
})
