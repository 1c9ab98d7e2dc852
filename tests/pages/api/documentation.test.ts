import { expect, test } from 'vitest'
import { CHEMINS } from '#app/pages/api/parametres.ts'
import { hrefsIn, siteOn, textOf } from '#tests/pages/site.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const site = siteOn(paysSitue())

test('the page gives every address, what it reads, and examples that answer', async () => {
  const html = await (await site('/api')).text()
  const text = textOf(html)
  for (const { chemin, format, cle } of CHEMINS)
    if (format === null && cle !== 'verifier') expect(text).toContain(chemin)
  for (const dit of ['bbox', 'fields', 'rayon', 'POST', 'OpenAPI 3.1', 'If-None-Match', '/api/v2'])
    expect(text).toContain(dit)
  const exemples = hrefsIn(html, /^\/api\/v1\//)
  expect(exemples.length).toBeGreaterThan(25)
  for (const exemple of exemples) expect([exemple, (await site(exemple)).status]).toEqual([exemple, 200])
})

test('a client is given for each tool, with the address of this site', async () => {
  const text = textOf(await (await site('/api')).text())
  for (const outil of ['curl', 'JavaScript', 'Python', 'Rscript', 'uMap', 'QGIS', 'LibreOffice'])
    expect(text).toContain(outil)
  expect(text).toContain('https://carte.example/api/v1/lieux.geojson')
  expect(text).not.toContain('localhost')
})
