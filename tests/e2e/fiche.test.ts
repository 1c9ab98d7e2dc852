import type { ConsoleMessage, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site

beforeAll(async () => {
  site = await startSite()
})

afterAll(() => site?.stop())

const WEEK = 'semaine IS NOT NULL AND structure_id IS NOT NULL'

function pathOf(where: string): string {
  const id = site.db.$client.prepare<[], string>(`SELECT id FROM lieu WHERE ${where} LIMIT 1`).pluck().get()
  if (id === undefined) throw new Error(`The demonstration has no place where ${where}`)
  return `/lieux/${id}`
}

const PLUS_BAVARD = `id = (SELECT id FROM lieu JOIN lieu_valeur ON lieu_numero = numero
  GROUP BY id ORDER BY sum(length(valeur)) DESC LIMIT 1)`

async function pagesOf(page: Page): Promise<{ pdf: string; nombre: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return { pdf, nombre: pdf.match(/\/Type \/Page\b/g)?.length ?? 0 }
}

test.each([
  ['with a phone', `telephone IS NOT NULL AND ${WEEK}`],
  ['without a phone', `telephone IS NULL AND ${WEEK}`],
  ['itinerant', 'itinerant = 1 AND telephone IS NOT NULL'],
  ['overseas', "departement_code LIKE '97%' AND lat IS NOT NULL"],
  ['of which the position is not sure', "precision <> 'adresse' AND lat IS NOT NULL"],
  ['that offers the most', PLUS_BAVARD],
])('a place %s is printed on one sheet of A4', async (_, where) => {
  const page = await openPage(site, pathOf(where))
  const { pdf, nombre } = await pagesOf(page)
  expect(nombre).toBe(1)
  const [largeur, hauteur] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []).slice(1).map(Number)
  // A4 is 210 by 297 mm, in points of 1/72 inch.
  expect(largeur).toBeCloseTo((210 / 25.4) * 72, -1)
  expect(hauteur).toBeCloseTo((297 / 25.4) * 72, -1)
  await page.context().close()
})

test('the sheet holds the name, the address, the phone, the hours, the source and the date, and nothing to press', async () => {
  const page = await openPage(site, pathOf(`telephone IS NOT NULL AND ${WEEK}`))
  await page.emulateMedia({ media: 'print' })
  const nom = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const telephone = (await page.locator('.telephone .chiffres').textContent()) ?? ''
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would also hold what the print style hides
  const texte = await page.evaluate(() => document.body.innerText)
  for (const dit of [nom, telephone, 'Horaires', 'Mis à jour', 'données du', 'Fiche en ligne']) {
    expect(texte).toContain(dit)
  }
  for (const tu of [
    'Revenir',
    'Signaler',
    'Envoyer',
    'Itinéraire',
    'Mentions légales',
    'Employeur',
    'Ouvert, ferme',
    'Copier',
  ]) {
    expect(texte).not.toContain(tu)
  }
  const taille = (locator: string) =>
    page.locator(locator).evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize))
  // 30, 13 and 12 points, in pixels of 1/96 inch.
  expect(await taille('.telephone')).toBe(40)
  expect(await taille('.horaires')).toBeGreaterThanOrEqual(17)
  expect(await taille('.plan')).toBeGreaterThanOrEqual(16)
  const millimetres = (locator: string) =>
    page.locator(locator).evaluate((node) => (node.getBoundingClientRect().width / 96) * 25.4)
  expect(await millimetres('.code-qr svg')).toBeGreaterThanOrEqual(25)
  expect(await millimetres('.plan svg')).toBeGreaterThanOrEqual(40)
  await page.context().close()
})

test('hostile lengths stay on one sheet, and what is cut is neither the name, the phone, the map nor the code', async () => {
  const page = await openPage(site, pathOf(`telephone IS NOT NULL AND lat IS NOT NULL AND ${WEEK}`))
  await page.evaluate(() => {
    const fill = (selector: string, texte: string, fois: number) => {
      for (const node of document.querySelectorAll(selector)) node.textContent = texte.repeat(fois)
    }
    document.querySelector('h1')?.classList.add('nom-long')
    fill('h1', 'Établissement 😀 <b> ', 15)
    fill('.offre dd', 'Aide aux démarches ', 40)
    fill('.horaires td', '9 h – 12 h, 14 h – 18 h 30, ', 8)
  })
  expect((await pagesOf(page)).nombre).toBe(1)
  await page.setViewportSize({ width: 688, height: 1017 })
  await page.emulateMedia({ media: 'print' })
  for (const seul of ['h1', '.telephone', '.plan svg', '.code-qr svg', '.code-qr figcaption']) {
    const { y, height } = (await page.locator(seul).boundingBox()) ?? { y: -1, height: 0 }
    expect(y, seul).toBeGreaterThanOrEqual(0)
    expect(y + height, seul).toBeLessThanOrEqual(1017)
  }
  await page.context().close()
})

test('the page works without scripts and shows no button that would do nothing', async () => {
  const page = await openPage(site, pathOf('telephone IS NOT NULL'), { javaScriptEnabled: false })
  expect(await page.locator('main button').count()).toBe(0)
  expect(await page.locator('a[href^="sms:"]').isVisible()).toBe(true)
  expect(await page.locator('.partager .a-copier').isVisible()).toBe(true)
  await page.context().close()
})

test('the address and the identifier are copied from the keyboard, and it is said', async () => {
  const page = await openPage(site, pathOf('telephone IS NOT NULL'), {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const blocked: string[] = []
  // The tiles of the small map are of another server, which no test calls.
  const own = (message: ConsoleMessage) => message.location().url.startsWith(site.url)
  page.on('console', (message) => message.type() === 'error' && own(message) && blocked.push(message.text()))
  await page.reload()
  await page.getByRole('button', { name: 'Copier l’adresse' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Adresse copiée' }).waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await page.locator('link[rel=canonical]').getAttribute('href'))
  await page.getByRole('button', { name: 'Copier l’identifiant' }).first().press('Enter')
  await page.getByRole('status').filter({ hasText: 'Identifiant copié' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await page.locator('.signaler .a-copier').first().textContent(),
  )
  expect(await axeViolations(page)).toEqual([])
  // The policy lets the data block and the island through: nothing is reported.
  expect(blocked).toEqual([])
  await page.context().close()
})

test('a copy that the browser refuses selects the text and says so', async () => {
  const page = await openPage(site, pathOf('telephone IS NOT NULL'))
  const copier = page.getByRole('button', { name: 'Copier l’adresse' })
  await copier.waitFor()
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await copier.click()
  await page.getByRole('status').filter({ hasText: 'sélectionné' }).waitFor()
  expect(await page.evaluate(() => String(getSelection()))).toBe(
    await page.locator('.partager .a-copier').textContent(),
  )
  await page.context().close()
})

test('the share sheet of the browser gets the message of the links, with the canonical address', async () => {
  const page = await openPage(site, '/mentions-legales')
  await page.addInitScript(() => {
    const shared = { data: null as ShareData | null }
    Object.assign(window, { shared })
    navigator.canShare = () => true
    navigator.share = async (data) => void Object.assign(shared, { data })
  })
  await page.goto(`${site.url}${pathOf(`telephone IS NOT NULL AND adresse IS NOT NULL AND ${WEEK}`)}`)
  await page.getByRole('button', { name: 'Partager' }).click()
  const { data } = await page.evaluate(() => (window as unknown as { shared: { data: ShareData } }).shared)
  expect(data.title).toBe(await page.getByRole('heading', { level: 1 }).textContent())
  expect(data.url).toBe(await page.locator('link[rel=canonical]').getAttribute('href'))
  expect(data.text).toContain('Téléphone : ')
  expect(data.text).not.toContain('/lieux/')
  await page.context().close()
})

test('no place of the list is cut by the end of a sheet, and the sheet says its day and its source', async () => {
  const page = await openPage(site, '/?departement=23')
  await page.emulateMedia({ media: 'print' })
  const coupes = await page
    .locator('.fiche')
    .evaluateAll((fiches) => fiches.map((f) => getComputedStyle(f).breakInside))
  expect(new Set(coupes)).toEqual(new Set(['avoid']))
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would also hold what the print style hides
  const texte = await page.evaluate(() => document.body.innerText)
  expect(texte).toMatch(/Liste du (1er|\d+) \S+ \d{4}/)
  expect(texte).toMatch(/Source\s:\s.* données du/)
  expect(texte).not.toContain('comment joindre')
  expect(await axeViolations(page)).toEqual([])
  await page.context().close()
})

test('the list is printed with the name, the address and the phone of each place, without filters nor map', async () => {
  const page = await openPage(site, '/?departement=23')
  const noms = await page.locator('.fiche:not(.fiche-structure) h3').allTextContents()
  await page.emulateMedia({ media: 'print' })
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would also hold what the print style hides
  const texte = await page.evaluate(() => document.body.innerText)
  for (const nom of noms) expect(texte).toContain(nom.trim())
  for (const tu of ['Chercher', 'Localiser', 'Mentions légales', 'Agrandir']) expect(texte).not.toContain(tu)
  await page.context().close()
})

test('the map of the phone is offered to a finger, not to a mouse', async () => {
  const path = pathOf('telephone IS NOT NULL')
  const souris = await openPage(site, path)
  expect(await souris.locator('a[href^="geo:"]').isVisible()).toBe(false)
  const doigt = await openPage(site, path, { hasTouch: true, isMobile: true, viewport: { width: 360, height: 780 } })
  expect(await doigt.locator('a[href^="geo:"]').isVisible()).toBe(true)
  const { height } = (await doigt.locator('a[href^="geo:"]').boundingBox()) ?? { height: 0 }
  expect(height).toBeGreaterThanOrEqual(44)
  expect(await axeViolations(doigt)).toEqual([])
  await souris.context().close()
  await doigt.context().close()
})

test.each([
  ['of hours to check', `itinerant = 1 AND ${WEEK}`],
  ['without a phone', `telephone IS NULL AND ${WEEK}`],
  ['without hours', 'semaine IS NULL'],
])('axe finds no violation on a place %s, on screen and printed', async (_, where) => {
  const page = await openPage(site, pathOf(where), { viewport: { width: 320, height: 640 } })
  expect(await axeViolations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.emulateMedia({ media: 'print' })
  expect(await axeViolations(page)).toEqual([])
  await page.context().close()
})

test('a small live map takes the place of the drawing once it is in sight, and not before; on paper the drawing is there', async () => {
  const page = await openPage(site, pathOf(`precision = 'adresse' AND ${WEEK}`), {
    viewport: { width: 360, height: 400 },
  })
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(request.url()))
  await page.getByRole('button', { name: 'Copier l’adresse' }).waitFor()
  expect(await page.locator('.leaflet-container').count()).toBe(0)
  expect(scripts.filter((url) => url.includes('place-map'))).toEqual([])
  await page.locator('.plan').scrollIntoViewIfNeeded()
  await page.waitForSelector('.plan-anime .leaflet-container canvas', { state: 'attached' })
  expect(await page.getByRole('button', { name: 'Agrandir la carte' }).isVisible()).toBe(true)
  // Who does not see it still hears where the place is, and the points of all the others are not asked for.
  expect(await page.getByRole('img', { name: /position du lieu/ }).count()).toBe(1)
  expect(scripts.filter((url) => url.includes('/points'))).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await axeViolations(page)).toEqual([])
  // The width of a sheet.
  await page.setViewportSize({ width: 688, height: 1017 })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.carte-lieu').isVisible()).toBe(false)
  expect((await page.locator('.plan svg').boundingBox())?.width).toBeGreaterThan(100)
  expect((await pagesOf(page)).nombre).toBe(1)
  await page.context().close()
})

test('without scripts the drawing is there', async () => {
  const page = await openPage(site, pathOf("precision = 'adresse'"), { javaScriptEnabled: false })
  expect(await page.locator('.plan svg').isVisible()).toBe(true)
  await page.context().close()
})
