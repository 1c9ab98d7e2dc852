import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HAS_REAL_FILES, NO_REAL_FILES, PUBLISHED_TOGETHER, realFile } from '#tests/import/files.ts'
import { openPage, type Site, startSite } from '#tests/support/site.ts'

/** Large and small, in mountains, on islands and overseas, with and without a telephone at their first place. */
const COMMUNES = {
  Mauriac: '15120',
  Aurillac: '15014',
  Paris: '75056',
  Marseille: '13055',
  Lyon: '69123',
  Lille: '59350',
  Guéret: '23096',
  Mende: '48095',
  Prades: '66149',
  Quimper: '29232',
  Ajaccio: '2A004',
  Étrépagny: '27226',
  'Condat-en-Combraille': '63118',
  Ouessant: '29155',
  Reims: '51454',
  'Fort-de-France': '97209',
  'Saint-Denis (La Réunion)': '97411',
  Cayenne: '97302',
  Mamoudzou: '97611',
  'Basse-Terre': '97105',
}

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 900 }

const bottomOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one) => Math.round(one.getBoundingClientRect().bottom))
const heightOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one) => Math.round(one.getBoundingClientRect().height))

describe.skipIf(!HAS_REAL_FILES)(`on the published files${NO_REAL_FILES}`, () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite({ files: PUBLISHED_TOGETHER.map(realFile) })
  })
  afterAll(() => site?.stop())

  test('on a phone the sentence, the first name and a number are in sight around twenty communes', async () => {
    const page = await openPage(site, '/', { viewport: PHONE })
    const rows: { commune: string; phrase: number; nom: number; numero: number }[] = []
    for (const [commune, code] of Object.entries(COMMUNES)) {
      await page.goto(`${site.url}/?commune=${code}`)
      // Its own number, or the one of the nearest place that has one.
      const numero = await bottomOf(page, '.fiche a[href^="tel:"]')
      rows.push({ commune, phrase: await bottomOf(page, '#resume'), nom: await bottomOf(page, '.fiche h3'), numero })
    }
    console.table(rows)
    for (const row of rows) expect(row, row.commune).toSatisfy(() => Math.max(row.phrase, row.nom, row.numero) <= 640)
  })

  test('on a phone the communes of the same name and those of the same postcode are seen whole, many folded', async () => {
    const page = await openPage(site, '/', { viewport: PHONE })
    // Of one name, of one postcode; and of more communes than a phone should hold before the list.
    for (const [asked, least] of [
      ['?commune=15120', 1],
      ['?commune=66149', 2],
      ['?q=15200', 7],
      ['?q=51300', 6],
    ] as const) {
      await page.goto(`${site.url}/${asked}`)
      const links = page.locator('.homonymes a:visible')
      expect(await links.count(), asked).toBeGreaterThanOrEqual(least)
      const boxes = await links.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
      for (const { left, right } of boxes) expect([left >= 0, right <= PHONE.width], asked).toEqual([true, true])
      const cut = await page
        .locator('.homonymes')
        .evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth).length)
      expect(cut, asked).toBe(0)
    }
    await page.locator('.homonymes summary').click()
    expect(await page.locator('.homonymes a:visible').count()).toBeGreaterThan(20)
  })

  test('and so they are around where one is', async () => {
    const spots = {
      Paris: [48.8667, 2.3331],
      Ouessant: [48.456, -5.096],
      Guéret: [46.1691, 1.872],
      Prades: [42.617, 2.422],
    }
    for (const [nom, [latitude, longitude]] of Object.entries(spots) as [string, [number, number]][]) {
      const given = { geolocation: { latitude, longitude }, permissions: ['geolocation'] }
      const page = await openPage(site, '/', { viewport: PHONE, ...given })
      await page.getByRole('button', { name: 'Autour de moi' }).click()
      await page
        .getByText(/à moins de 20\skm de vous/)
        .first()
        .waitFor()
      await page.evaluate(() => scrollTo(0, 0))
      const seen = await Promise.all(
        ['#resume', '.fiche h3', '.fiche a[href^="tel:"]'].map((one) => bottomOf(page, one)),
      )
      expect(Math.max(...seen), nom).toBeLessThanOrEqual(640)
      await page.context().close()
    }
  })

  test.each([
    { viewport: PHONE, median: 240, most: 300, longest: 380 },
    { viewport: DESK, median: 180, most: 220, longest: 280 },
  ])('a card is short at $viewport.width px, whatever its name', async ({ viewport, median, most, longest }) => {
    const page = await openPage(site, '/?vue=liste', { viewport })
    const heights: number[] = []
    // Pages drawn over the whole list, from the first to the last of its places.
    for (const rang of [1, 7, 13, 19, 25, 31, 37, 43, 49, 53]) {
      await page.goto(`${site.url}/?vue=liste&page=${rang}`)
      heights.push(
        ...(await page
          .locator('.fiche:not(.fiche-structure)')
          .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().height))),
      )
      const cut = await page
        .locator('.fiche h3')
        .evaluateAll((names) => names.filter((name) => name.scrollHeight > name.clientHeight + 1).length)
      expect(cut).toBe(0)
    }
    heights.sort((a, b) => a - b)
    const at = (share: number) => heights[Math.min(heights.length - 1, Math.floor(share * heights.length))] as number
    console.log(
      `${heights.length} cards at ${viewport.width} px: ${[0.5, 0.95, 1].map((share) => Math.round(at(share)))}`,
    )
    expect(heights.length).toBeGreaterThan(400)
    expect(at(0.5)).toBeLessThanOrEqual(median)
    expect(at(0.95)).toBeLessThanOrEqual(most)
    expect(at(1)).toBeLessThanOrEqual(longest)
  })

  test('the home page is short on a phone, has no list at any width, and shows every place on a wide screen', async () => {
    for (const viewport of [PHONE, DESK]) {
      const page = await openPage(site, '/', { viewport })
      expect(await page.locator('.fiche').count()).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
      if (viewport === PHONE) {
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(3500)
        expect(await page.getByRole('link', { name: 'Voir la carte' }).getAttribute('href')).toBe('/?vue=carte')
        // The drawn map stays drawn: the live one is a press away.
        await page.locator('.carte-cadre').scrollIntoViewIfNeeded()
        expect(await page.locator('.leaflet-container').count()).toBe(0)
      } else {
        const map = page.locator('.leaflet-container')
        await map.waitFor()
        const box = await map.boundingBox()
        expect(box?.height).toBeGreaterThanOrEqual(560)
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height)
        for (const fold of ['#f-departements', '#f-commune'])
          expect(await page.locator(`${fold} > summary`).isVisible()).toBe(true)
        expect(await bottomOf(page, '.region')).toBeLessThan(viewport.height)
      }
      await page.context().close()
    }
  })

  test('on a wide screen the field and the filters are low, and the map fills what is left while the list scrolls', async () => {
    const page = await openPage(site, '/?commune=75056', { viewport: DESK })
    expect(await heightOf(page, '.filtres')).toBeLessThanOrEqual(190)
    const map = page.locator('.leaflet-container')
    await map.waitFor()
    const top = (await map.boundingBox())?.y ?? 0
    expect(top).toBeLessThan(300)
    expect(top + (await heightOf(page, '.leaflet-container'))).toBeGreaterThan(DESK.height - 60)
    await page.mouse.wheel(0, 3000)
    await page.waitForFunction(() => scrollY > 2500)
    const scrolled = await map.boundingBox()
    expect(scrolled?.y).toBeGreaterThanOrEqual(0)
    expect(scrolled?.y).toBeLessThan(60)
  })

  test('the head and the foot of a page leave the screen of a phone to what one came for', async () => {
    const page = await openPage(site, '/', { viewport: PHONE })
    const lieu = site.db.$client.prepare('select id from lieu limit 1').pluck().get()
    for (const path of [
      '/',
      '/?commune=15120',
      `/lieux/${lieu}`,
      '/besoins',
      '/couverture',
      '/collectivites',
      '/a-propos',
    ]) {
      await page.goto(`${site.url}${path}`)
      expect(await heightOf(page, '.entete'), path).toBeLessThanOrEqual(60)
      expect(await heightOf(page, '.pied'), path).toBeLessThanOrEqual(500)
    }
  })
})

describe('without a script', () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site?.stop())

  test('the menu and the search of a phone open, and close', async () => {
    const page = await openPage(site, '/?departement=23', { viewport: PHONE, javaScriptEnabled: false })
    const menu = page.getByRole('navigation', { name: 'Navigation principale' })
    expect(await menu.isVisible()).toBe(false)
    await page.getByRole('link', { name: 'Menu', exact: true }).click()
    expect(await menu.getByRole('link', { name: 'Vos besoins' }).isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Fermer le menu' }).click()
    expect(await menu.isVisible()).toBe(false)

    const field = page.getByLabel('Votre commune, code postal ou adresse')
    expect(await field.isVisible()).toBe(false)
    await page.getByRole('link', { name: /changer$/ }).click()
    await field.fill('Guéret')
    await field.press('Enter')
    await page.waitForURL(/commune=23096/)
    expect(await field.isVisible()).toBe(false)
  })

  test('with scripts the search opens on its field, and folds again once it has answered', async () => {
    const page = await openPage(site, '/?departement=23', { viewport: PHONE })
    await page.waitForFunction(() => document.documentElement.classList.contains('avec-carte'))
    await page.getByRole('link', { name: /changer$/ }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    await page.getByLabel('Votre commune, code postal ou adresse').fill('Guéret')
    await page.keyboard.press('Enter')
    await page.waitForURL(/commune=23096/)
    await page.locator('.changer').waitFor()
    expect(await page.locator('.changer').textContent()).toContain('Guéret')
  })
})
