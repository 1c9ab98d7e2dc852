import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openPage, type Site, startSite } from '#tests/support/site.ts'

/** A busy machine is no failure: what comes is waited for. */
const WAIT = { timeout: 120_000 }

let site: Site
let host: { server: Server; url: string; body: string }

beforeAll(async () => {
  site = await startSite()
  host = await startHost()
})

afterAll(async () => {
  host?.server.close()
  await site?.stop()
})

/** The page of another site, of another origin, whose policy lets it load nothing but what the guide asks for. */
async function startHost(): Promise<typeof host> {
  const policy = `default-src 'none'; frame-src ${site.url}; script-src ${site.url}`
  const server = createServer((_req, res) => {
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy })
    res.end(`<!doctype html><html lang="fr"><title>Mairie</title><h1>Mairie</h1>${host.body}`)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, body: '' }
}

/** The page of the other site with this body; `blocked`: what its policy, or that of the frame, refused. */
async function openHost(body: string, options: BrowserContextOptions = {}) {
  host.body = body
  const context = await site.browser.newContext({ viewport: { width: 1000, height: 900 }, ...options })
  context.setDefaultTimeout(WAIT.timeout)
  const page = await context.newPage()
  const blocked: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|X-Frame-Options|frame-ancestors/i.test(message.text())) blocked.push(message.text())
  })
  await page.route(
    ({ origin }) => origin !== site.url && origin !== host.url,
    (route) => route.abort(),
  )
  await page.goto(host.url, { waitUntil: 'load' })
  return { page, blocked }
}

/** The code that /integrer gives, as one would copy it. */
async function codesOf(query: string): Promise<{ cadre: string; script: string; element: string }> {
  const page = await openPage(site, `/integrer${query}`, { javaScriptEnabled: false })
  const [cadre, script, element] = await Promise.all(
    ['cadre', 'script', 'element'].map((name) => page.locator(`#code-${name}`).textContent()),
  )
  await page.context().close()
  // The site of the tests has no address of its own, and writes that of its port.
  const own = (code: string | null | undefined) => (code ?? '').replace(/http:\/\/localhost:\d+/g, site.url)
  return { cadre: own(cadre), script: own(script), element: own(element) }
}

const heightOf = (page: Page) => page.locator('iframe').evaluate((frame) => Number((frame as HTMLIFrameElement).height))

test('the copied frame shows the list and the live map within another site of a strict policy, without a cookie', async () => {
  const { cadre } = await codesOf('?departement=23')
  const { page, blocked } = await openHost(cadre)
  const frame = page.frameLocator('iframe')
  const [first] = site.db.$client
    .prepare<[], string>("SELECT id FROM lieu WHERE departement_code = '23' AND reseau = 'conseiller-numerique'")
    .pluck()
    .all()
  expect(first).toBeDefined()
  await frame.locator('.fiche').first().waitFor()
  await frame.locator('.leaflet-container canvas').first().waitFor({ state: 'attached' })
  const ids = await frame.locator('.fiche').evaluateAll((cards) => cards.map(({ id }) => id.slice(2)))
  const own = site.db.$client
    .prepare<[], string>("SELECT id FROM lieu WHERE departement_code = '23' AND reseau = 'conseiller-numerique'")
    .pluck()
    .all()
  expect(ids.length).toBeGreaterThan(0)
  expect(ids.filter((id) => !own.includes(id))).toEqual([])
  expect(await page.context().cookies()).toEqual([])
  expect(blocked).toEqual([])
  // The frame alone keeps the height that was chosen.
  expect(await heightOf(page)).toBe(600)
  await page.context().close()
})

test('with the script a frame is as high as what it holds, and an element is such a frame', async () => {
  const { cadre, script, element } = await codesOf('?departement=23&hauteur=210')
  for (const code of [cadre + script, element]) {
    const { page, blocked } = await openHost(code)
    const frame = page.frameLocator('iframe')
    await frame.locator('.fiche').first().waitFor()
    await expect.poll(() => heightOf(page), WAIT).toBeGreaterThan(400)
    const content = () => frame.locator('.embed').evaluate((embed) => Math.ceil(embed.getBoundingClientRect().height))
    await expect.poll(async () => (await heightOf(page)) - (await content()), WAIT).toBe(0)
    expect(blocked).toEqual([])
    await page.context().close()
  }
})

test('an element follows its attributes', async () => {
  const { page } = await openHost(
    `<carte-conseillers-numeriques departement="23,19" vue="liste" class="x"></carte-conseillers-numeriques><script src="${site.url}/embed.js" async></script>`,
  )
  const src = () => page.locator('iframe').getAttribute('src')
  await expect.poll(src, WAIT).toBe(`${site.url}/embed?departement=23&departement=19&vue=liste`)
  await page.locator('carte-conseillers-numeriques').evaluate((element) => element.setAttribute('figure', 'plan'))
  await expect.poll(src, WAIT).toBe(`${site.url}/embed/plan?departement=23&departement=19&vue=liste`)
  expect(await page.locator('iframe').count()).toBe(1)
  await page.context().close()
})

test('a height that anyone else says is not believed', async () => {
  const { page } = await openHost(
    `<iframe src="${site.url}/embed?departement=23&vue=liste" title="x" height="333"></iframe><script src="${site.url}/embed.js"></script>`,
  )
  await page.frameLocator('iframe').locator('.fiche').first().waitFor()
  await expect.poll(() => heightOf(page), WAIT).not.toBe(333)
  const before = await heightOf(page)
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')
    const data = { type: 'conseillers-numeriques', hauteur: 9999 }
    // From this page, and from a frame of an origin of its own, as if from ours.
    window.postMessage(data, '*')
    window.dispatchEvent(
      new MessageEvent('message', { data, origin: 'https://ailleurs.example', source: frame?.contentWindow }),
    )
  })
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
  expect(await heightOf(page)).toBe(before)
  await page.context().close()
})

test.each(['/', '/?departement=23', '/couverture', '/integrer', '/embed/../couverture', '/sante'])(
  'no other page stands within another site: %s',
  async (path) => {
    const { page, blocked } = await openHost(`<iframe src="${site.url}${path}" title="x"></iframe>`)
    await expect.poll(() => blocked.length, WAIT).toBeGreaterThan(0)
    expect(page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/')
    await page.context().close()
  },
)

test('at 320 pixels and without scripts, the list is there, nothing is wider than the frame', async () => {
  for (const javaScriptEnabled of [false, true]) {
    const { page } = await openHost(
      `<iframe src="${site.url}/embed?departement=23" title="x" width="320" height="700">`,
      {
        javaScriptEnabled,
      },
    )
    const frame = page.frames().find((one) => one.url().includes('/embed'))
    if (!frame) throw new Error('No frame')
    await frame.locator('.fiche h3').first().waitFor()
    expect(await frame.locator('.fiche h3').first().isVisible()).toBe(true)
    expect(await frame.locator('.embed-signature').textContent()).toContain('données du')
    if (javaScriptEnabled) {
      // It is fetched once in sight, under the list.
      await frame.locator('.carte-cadre').scrollIntoViewIfNeeded()
      await frame.locator('.leaflet-container canvas').first().waitFor({ state: 'attached' })
      expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
    await page.context().close()
  }
})

test('a link of a frame opens beside the page that holds it; the next places come within it', async () => {
  const { page } = await openHost(
    `<iframe src="${site.url}/embed?vue=liste" title="x" width="600" height="700"></iframe>`,
  )
  const frame = page.frameLocator('iframe')
  const opened = page.context().waitForEvent('page')
  await frame.locator('.fiche h3 a').first().click()
  expect(new URL((await opened).url()).pathname).toMatch(/^\/lieux\//)
  expect(page.url()).toBe(`${host.url}/`)
  await frame.getByRole('link', { name: 'Page suivante' }).click()
  await frame.locator('[aria-current=page]', { hasText: '2' }).waitFor()
  expect(page.context().pages()).toHaveLength(2)
  await page.context().close()
})

test.each([
  '/embed?departement=23',
  '/embed?vue=carte&theme=sombre',
  '/embed/couverture',
  '/embed/plan?departement=23',
])('axe finds no violation in %s, narrow and wide', async (path) => {
  for (const width of [320, 900]) {
    const page = await openPage(site, path, { viewport: { width, height: 800 } })
    if (!path.includes('embed/')) await page.waitForSelector('.leaflet-container canvas', { state: 'attached' })
    expect(await axeViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.context().close()
  }
})

test('where a frame is chosen, it follows what is chosen, and so does its code; the address keeps it', async () => {
  const page = await openPage(site, '/integrer', { viewport: { width: 360, height: 780 } })
  const frame = page.frames().find((one) => one.url().includes('/embed'))
  await page.getByRole('button', { name: 'Copier le code' }).first().waitFor()
  await page.locator('#f-departements summary').click()
  await page.locator('#f-departement-23').check()
  await expect.poll(() => frame?.url(), WAIT).toContain('/embed?departement=23')
  await page.getByLabel('Sombre').check()
  await page.getByLabel('Sa hauteur').fill('450')
  await page.getByLabel('Sa hauteur').blur()
  await expect.poll(() => page.locator('#code-cadre').textContent(), WAIT).toContain('height="450"')
  expect(await page.locator('#code-cadre').textContent()).toContain('/embed?departement=23&amp;theme=sombre"')
  expect(page.url()).toContain('/integrer?departement=23&theme=sombre&hauteur=450')
  expect(await axeViolations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.context().close()
})

test('without scripts the form shows the frame and its code', async () => {
  const page = await openPage(site, '/integrer?departement=23', { javaScriptEnabled: false })
  await page.getByLabel('La liste seule').check()
  await page.getByRole('button', { name: 'Voir le cadre' }).click()
  await page.waitForURL('**/integrer?**vue=liste**')
  expect(await page.locator('#code-cadre').textContent()).toContain('/embed?departement=23&amp;vue=liste"')
  const frame = page.frames().find((one) => one.url().includes('/embed?'))
  expect(await frame?.locator('.fiche').count()).toBeGreaterThan(0)
  await page.context().close()
})
