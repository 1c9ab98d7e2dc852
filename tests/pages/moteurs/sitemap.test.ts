import { expect, test } from 'vitest'
import { FIXES } from '#app/pages/moteurs/sitemap.server.ts'
import { ORIGIN, siteOn } from '#tests/pages/site.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
const site = siteOn(db)

test('every fixed page of the sitemap answers, and each address of it is of this site', async () => {
  const response = await site('/sitemap.xml')
  expect(response.headers.get('Content-Type')).toContain('xml')
  const locs = [...(await response.text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc ?? '')
  for (const path of FIXES) {
    expect(locs).toContain(`${ORIGIN}${path}`)
    expect((await site(path)).status, path).toBe(200)
  }
  for (const loc of locs) expect(loc.startsWith(`${ORIGIN}/`), loc).toBe(true)
  const ids = db.$client.prepare("select id from lieu where reseau = 'conseiller-numerique'").pluck().all()
  for (const id of ids) expect(locs).toContain(`${ORIGIN}/lieux/${id}`)
})

test('robots.txt names the sitemap', async () => {
  expect(await (await site('/robots.txt')).text()).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
})
