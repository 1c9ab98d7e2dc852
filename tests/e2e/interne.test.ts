import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.stop())

test('no page asks for what only the client of Remix would: the server answers it by no route', async () => {
  const page = await openPage(site, '/')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  // One of each: the list that changes in place, pages that are whole, and the form.
  await page.locator('#f-departements summary').click()
  await page.locator('#f-departements input[type=checkbox]').first().check()
  await page.waitForURL('**/?departement=*')
  await page.locator('.fiches li').first().getByRole('link').first().click()
  await page.waitForURL('**/lieux/**')
  for (const path of ['/couverture', '/evolution', '/scenarios', '/besoins', '/collectivites', '/methode'])
    await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle' })
  await page.goto(`${site.url}/collectivites/verifier`, { waitUntil: 'networkidle' })
  await page.locator('textarea').fill('nom;commune;services\nA;Guéret;x\n')
  await page.locator('form[enctype="multipart/form-data"] button[type=submit]').first().click()
  await page.waitForSelector('text=1 ligne lue')
  const paths = asked.map((address) => new URL(address)).filter(({ origin }) => origin === site.url)
  expect(paths.length).toBeGreaterThan(20)
  const internal = paths.filter(({ pathname, search }) =>
    /\.data$|__manifest|[?&]_(?:data|routes)=/.test(pathname + search),
  )
  expect(internal.map(String)).toEqual([])
})
