import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site
/** A department of the demonstration that has a place whose published row holds something wrong. */
let code: string

beforeAll(async () => {
  site = await startSite()
  const query = `select l.departement_code from lieu l join lieu_publication p on p.lieu_numero = l.numero
    join ligne_publiee g on g.source_id = p.source_id and g.line = p.line
    where l.reseau = 'conseiller-numerique' order by 1 limit 1`
  code = site.db.$client.prepare<[], string>(query).pluck().get() ?? ''
})

afterAll(() => site?.stop())

test('by the keyboard alone, without JavaScript: search, territory, its errors, a published row', async () => {
  const page = await openPage(site, '/collectivites', { javaScriptEnabled: false })
  await page.getByRole('textbox', { name: /Votre commune, intercommunalité/ }).focus()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?q=/)
  const territoire = page.locator(`a[href="/collectivites/departement/${code}"]`)
  await territoire.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/collectivites\/departement\//)
  await page.getByRole('link', { name: /erreur probable/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?voir=erreurs/)
  const ligne = page.getByText(/^La ligne \d+ telle que publiée$/).first()
  await ligne.focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('.ligne-publiee').first().isVisible()).toBe(true)
  await page.context().close()
})

test('nothing sticks out of a narrow screen, and paper leaves out what cannot be pressed', async () => {
  for (const path of [`/collectivites/departement/${code}`, '/collectivites/aide', '/collectivites?q=saint']) {
    const page = await openPage(site, path, { viewport: { width: 320, height: 640 } })
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.ecran:visible, .pagination:visible').count()).toBe(0)
    await page.context().close()
  }
})
