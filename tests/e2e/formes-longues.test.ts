import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site

// The longest shapes of the published files: a word of 27 letters, an address of the web for a name, three lines of street.
beforeAll(async () => {
  site = await startSite({ files: ['tests/fixtures/lieux-longs.csv'] })
})
afterAll(() => site?.stop())

function paths(): string[] {
  const ids = site.db.$client.prepare('SELECT id FROM lieu').pluck().all() as string[]
  expect(ids).toHaveLength(3)
  return [
    '/',
    '/?vue=liste',
    '/?commune=23096',
    '/besoins',
    '/collectivites/commune/23096',
    ...ids.map((id) => `/lieux/${id}`),
  ]
}

/** WCAG 1.4.12: what a visitor may ask of any text. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`

test.each([
  { what: 'at 320 px', width: 320, css: '' },
  { what: 'at 320 px with the spacing of WCAG 1.4.12', width: 320, css: SPACED },
  { what: 'at 360 px with a text of 200 %', width: 360, css: 'html { font-size: 225% !important }' },
])('the longest names and addresses widen no page $what, and none is cut', async ({ width, css }) => {
  // The style of a visitor is not the page's: its policy has no say in it.
  const page = await openPage(site, '/sante', { viewport: { width, height: 740 }, bypassCSP: true })
  for (const path of paths()) {
    await page.goto(`${site.url}${path}`)
    if (css) await page.addStyleTag({ content: css })
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
    const cut = await page
      .locator('h1, .fiche h3, .fiche-adresse, .telephone')
      .evaluateAll(
        (parts) => parts.filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0).length,
      )
    expect(cut, path).toBe(0)
  }
  await page.context().close()
})
