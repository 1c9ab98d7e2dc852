import { expect, test } from 'vitest'
import { ORIGIN, siteOn } from '#tests/pages/site.ts'
import { pays } from '#tests/support/pays.ts'

const site = siteOn(pays())

async function seen(path: string) {
  const html = await (await site(path)).text()
  const robots = /<meta name="robots" content="([^"]*)"/.exec(html)?.[1] ?? null
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  return { robots, canonical: canonical?.replace(ORIGIN, '') }
}

test.each([
  ['/', '/'],
  ['/?departement=23', '/?departement=23'],
  ['/?gratuit=1', '/?gratuit=1'],
  ['/besoins?departement=23', '/besoins?departement=23'],
])('search engines may show %s', async (path, canonical) => {
  expect(await seen(path)).toEqual({ robots: null, canonical })
})

test.each([
  ['/?departement=23&gratuit=1', '/?departement=23'],
  ['/?departement=23&gratuit=1&frr=1', '/?departement=23'],
  ['/?ruralite=rural&gratuit=1&frr=1', '/?vue=liste'],
  ['/?departement=01&departement=19&departement=23', '/?vue=liste'],
  ['/besoins?departement=23&gratuit=1&frr=1', '/besoins?departement=23'],
])('several filters together, as %s, are shown by none and lead no further', async (path, canonical) => {
  expect(await seen(path)).toEqual({ robots: 'noindex, nofollow', canonical })
})
