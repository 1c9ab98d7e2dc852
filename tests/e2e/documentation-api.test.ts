import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.stop())

/** A busy machine is no failure: what comes is waited for. */
const WAIT = { timeout: 120_000 }
/** Of an answer, as many characters as the page shows. */
const MONTRES = 4000

test('each example of the API runs in the page, and shows under it the answer that its address gives', {
  timeout: 900_000,
}, async () => {
  const page = await openPage(site, '/api')
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true
  })
  // Before the script has come an example is a link: the page stays, and it is clicked again.
  await page.route(
    (url) => url.pathname.startsWith('/api/v1/'),
    (route) => (route.request().isNavigationRequest() ? route.fulfill({ status: 204 }) : route.continue()),
  )
  await expect
    .poll(async () => {
      await page.locator('.exemples-api a').first().click()
      return page.locator('.exemples-api pre').count()
    }, WAIT)
    .toBe(1)
  const exemples = await page.locator('.exemples-api li').all()
  expect(exemples.length).toBeGreaterThan(25)
  for (const exemple of exemples) {
    const lien = exemple.getByRole('link')
    const href = await lien.getAttribute('href')
    await lien.click()
    await exemple.locator('pre', { hasText: /^\d{3} / }).waitFor()
    const reponse = await fetch(`${site.url}${href}`)
    const [type, texte] = [reponse.headers.get('Content-Type') ?? '', await reponse.text()]
    const entier = type.includes('json') ? JSON.stringify(JSON.parse(texte), null, 2) : texte
    const montre = entier.length > MONTRES ? `${entier.slice(0, MONTRES)}\n…` : entier
    expect([href, await exemple.locator('pre').textContent()]).toEqual([href, `200 ${type}\n\n${montre}`])
  }
  expect(new URL(page.url()).pathname).toBe('/api')
  await page.context().close()
})
