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

test.each([
  ['with a phone', `telephone IS NOT NULL AND ${WEEK}`],
  ['without a phone', `telephone IS NULL AND ${WEEK}`],
  ['itinerant', 'itinerant = 1 AND telephone IS NOT NULL'],
])('a place %s is printed on one sheet of A4', async (_, where) => {
  const page = await openPage(site, pathOf(where))
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
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
  for (const tu of ['Revenir', 'Signaler', 'Envoyer', 'Itinéraire', 'Mentions légales', 'Employeur', 'Ouvert, ferme']) {
    expect(texte).not.toContain(tu)
  }
  const taille = (locator: string) =>
    page.locator(locator).evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize))
  expect(await taille('.telephone')).toBe(40)
  expect(await taille('.semaine')).toBeGreaterThanOrEqual(21)
  await page.context().close()
})

test('the list is printed with the name, the address and the phone of each place, without filters nor map', async () => {
  const page = await openPage(site, '/?departement=23')
  const noms = await page.locator('.fiche h3').allTextContents()
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
