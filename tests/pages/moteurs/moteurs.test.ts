import { expect, test } from 'vitest'
import { ORIGIN, siteOn } from '#tests/pages/site.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
const site = siteOn(db)

/** What robots.txt lets a crawler read, by its longest rule (RFC 9309 §2.2.2; of two as long, the one that allows). */
async function reader(): Promise<(path: string) => boolean> {
  const rules = [...(await (await site('/robots.txt')).text()).matchAll(/^(Allow|Disallow): (.*)$/gm)]
  const read = rules.map(([, verb, path = '']) => {
    const pattern = path.replace(/[.?+^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*')
    return { allows: verb === 'Allow', length: path.length, matches: new RegExp(`^${pattern}`) }
  })
  return (path) => {
    const found = read.filter(({ matches }) => matches.test(path))
    found.sort((a, b) => b.length - a.length || Number(b.allows) - Number(a.allows))
    return found[0]?.allows ?? true
  }
}

test('a crawler may read each page of the sitemap, a list of one filter, and its picture', async () => {
  const mayRead = await reader()
  const locs = [...(await (await site('/sitemap.xml')).text()).matchAll(/<loc>([^<]*)</g)].map(([, loc = '']) => loc)
  expect(locs.length).toBeGreaterThan(20)
  expect(locs.filter((loc) => !mayRead(loc.replace(ORIGIN, '')))).toEqual([])
  for (const path of ['/?departement=23', '/apercu.png?departement=23&frr=1', '/api/v1/lieux', '/embed.js'])
    expect([path, mayRead(path)]).toEqual([path, true])
})

test.each([
  ...['/?departement=23&ruralite=rural', '/?q=prades', '/?lat=1&lon=2', '/lieux/a?retour=frr%3D1', '/embed?frr=1'],
  ...['/couverture?trier=-lieux', '/besoins?departement=23&frr=1', '/integrer?departement=23', '/fiches.json?l=1'],
])('no crawler is led into %s', async (path) => {
  expect((await reader())(path)).toBe(false)
})

test('the sitemap has each commune that has a place, an employer, or a nearest place by land', async () => {
  const own = pays()
  for (const table of ['lieu', 'structure'])
    own.$client.exec(`update ${table} set commune_code = null where departement_code in ('48', '974')`)
  const codes = own.$client.prepare<[], string>('select code from commune').pluck().all()
  const withOwn = new Set(
    own.$client
      .prepare<[], string>(
        "select commune_code from lieu where reseau = 'conseiller-numerique' union select commune_code from structure where postes > 0",
      )
      .pluck()
      .all(),
  )
  const without = codes.filter((code) => !withOwn.has(code))
  expect(without.length).toBeGreaterThan(0)
  const listed = async () => {
    const text = await (await siteOn(own)('/sitemap.xml')).text()
    return [...text.matchAll(/\/communes\/(\w+)</g)].map(([, code]) => code).sort()
  }
  own.$client.prepare('update commune set lieu_proche = null').run()
  expect(await listed()).toEqual(codes.filter((code) => withOwn.has(code)).sort())
  const lieu = own.$client
    .prepare<[], number>("select numero from lieu where departement_code = '23' limit 1")
    .pluck()
    .get()
  own.$client.prepare('update commune set lieu_proche = ?').run(lieu)
  const seas = own.$client
    .prepare<[], string>('select code from commune where length(departement_code) = 3')
    .pluck()
    .all()
  expect(await listed()).toEqual(codes.filter((code) => withOwn.has(code) || !seas.includes(code)).sort())
})

test('llms.txt says what there is, of when, and each of its addresses answers', async () => {
  const text = await (await site('/llms.txt')).text()
  const lieux = db.$client.prepare("select count(*) from lieu where reseau = 'conseiller-numerique'").pluck().get()
  expect(text).toContain(`${lieux} lieux d’accueil connus au 10 janvier 2026.`)
  expect(text).toContain('Licence Ouverte 2.0')
  const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, href = '']) => href.replace(ORIGIN, ''))
  expect(links.length).toBeGreaterThan(8)
  for (const path of links) expect([path, (await site(path)).status]).toEqual([path, 200])
  expect(links[0]).toBe('/api/v1/openapi.json')
})
