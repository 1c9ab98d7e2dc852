import { expect, test, vi } from 'vitest'
import { FIXES } from '#app/pages/moteurs/sitemap.server.ts'
import { writeSitemaps } from '#app/pages/moteurs/write-sitemaps.ts'
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

test('more addresses, or more bytes, than a file may hold make another: each address is in one of them', async () => {
  const pages = Array.from({ length: 25 }, (_, rang) => ({ chemin: `/lieux/é${rang}&`, maj: null }))
  const morceaux = [pages.slice(0, 9), [], pages.slice(9)]
  const locsOf = (files: string[][]) =>
    files.map((file) => [...file.join('').matchAll(/<loc>([^<]*)</g)].map(([, loc]) => loc))
  const expected = pages.map((_, rang) => `https://x.fr/lieux/é${rang}&amp;`)

  const byTen = locsOf(await writeSitemaps('https://x.fr', morceaux, { adresses: 10, octets: 1e6 }))
  expect([byTen.map(({ length }) => length), byTen.flat()]).toEqual([[10, 10, 5], expected])

  const files = await writeSitemaps('https://x.fr', morceaux, { adresses: 10_000, octets: 600 })
  for (const file of files) expect(Buffer.byteLength(file.join(''))).toBeLessThanOrEqual(600)
  expect(locsOf(files).flat()).toEqual(expected)
  expect(await writeSitemaps('https://x.fr', [])).toHaveLength(1)
})

test('who asks something else while the sitemap is made is heard between two pieces of it', async () => {
  let heard = 0
  const pieces = (function* () {
    for (let piece = 0; piece < 5; piece += 1) {
      setImmediate(() => {
        heard += 1
      })
      yield [{ chemin: `/lieux/${piece}`, maj: null }]
    }
  })()
  await writeSitemaps('https://x.fr', pieces)
  expect(heard).toBe(5)
})

test('a sitemap that does not exist is not looked for by making all of them again', async () => {
  expect((await site('/sitemap/1.xml')).status).toBe(200)
  const prepare = vi.spyOn(db.$client, 'prepare')
  const read = () => prepare.mock.calls.filter(([sql]) => sql.includes("'/communes/'")).length
  expect([(await site('/sitemap/2.xml')).status, (await site('/sitemap/9999.xml')).status]).toEqual([404, 404])
  expect(read()).toBe(0)
  expect([(await site('/sitemap/1.xml')).status, read()]).toEqual([200, 1])
  prepare.mockRestore()
})
