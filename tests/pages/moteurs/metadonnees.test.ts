import { expect, test } from 'vitest'
import { ORIGIN, siteOn } from '#tests/pages/site.ts'
import { insertLieux, insertStructures, lieuRow, structureRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
insertLieux(
  db,
  Array.from({ length: 60 }, (_, rang) => lieuRow({ numero: 200 + rang, departementCode: '75' })),
)
// The same name twice in a town: two places, one of France services, two employers.
const gueret = { departementCode: '23', communeCode: '23096', communeNom: 'Guéret', nom: 'Maison du Test' }
insertLieux(db, [
  lieuRow({ ...gueret, numero: 190, adresse: '1 rue du Test' }),
  lieuRow({ ...gueret, numero: 191, adresse: '2 rue du Test' }),
  lieuRow({ ...gueret, numero: 192, adresse: '2 rue du Test', reseau: 'france-services' }),
])
insertStructures(db, [
  structureRow({ id: 190, cle: 'aaaaaa', nom: 'Maison du Test', departementCode: '23', communeCode: '23096' }),
  structureRow({ id: 191, cle: 'bbbbbb', nom: 'Maison du Test', departementCode: '23', communeCode: '23096' }),
])
const site = siteOn(db)

async function saidBy(path: string, ask = site) {
  const html = await (await ask(path)).text()
  const read = (pattern: RegExp) => pattern.exec(html)?.[1] ?? ''
  const data = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
    ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
  )
  return {
    title: read(/<title>([^<]*)</),
    description: read(/<meta name="description" content="([^"]*)"/),
    data,
  }
}

/** Lists, and every page of the sitemap. */
async function paths(): Promise<string[]> {
  const locs = [...(await (await site('/sitemap.xml')).text()).matchAll(/<loc>([^<]*)</g)].map(([, loc = '']) => loc)
  return [
    ...locs.map((loc) => loc.replace(ORIGIN, '')).filter((path) => !/^\/lieux\/l2/.test(path)),
    ...['/?vue=liste', '/?vue=liste&page=2', '/?departement=23', '/?departement=75', '/?departement=75&page=2'],
    ...['/?ruralite=rural', '/?frr=1', '/?commune=23096', '/?gratuit=1', '/besoins?departement=23'],
  ]
}

test('no two pages have the same title, nor the same description', async () => {
  const [titles, descriptions] = [new Map<string, string>(), new Map<string, string>()]
  const twice: string[] = []
  for (const path of await paths()) {
    const { title, description } = await saidBy(path)
    expect([path, title.length > 10, description.length > 20]).toEqual([path, true, true])
    for (const [known, text] of [
      [titles, title],
      [descriptions, description],
    ] as const) {
      const other = known.get(text)
      if (other !== undefined) twice.push(`${other} and ${path}: ${text}`)
      known.set(text, path)
    }
  }
  expect(twice).toEqual([])
})

test('a place is a service of the State, provided there by its employer, and where it stands is said', async () => {
  const { data } = await saidBy('/lieux/gueret-mediatheque')
  const [service, fil] = data
  expect(service).toMatchObject({
    '@type': 'GovernmentService',
    provider: { '@type': 'Organization', identifier: { propertyID: 'SIRET' } },
    availableChannel: {
      serviceLocation: { '@type': 'Place', address: { addressLocality: 'Guéret', addressCountry: 'FR' } },
    },
  })
  const { provider } = service as { provider: { url: string } }
  expect((await site(provider.url.replace(ORIGIN, ''))).status).toBe(200)
  const steps = (fil as { itemListElement: { item: string; position: number }[] }).itemListElement
  expect(steps.map(({ position }) => position)).toEqual([1, 2, 3, 4])
  for (const { item } of steps) expect([item, (await site(item.replace(ORIGIN, ''))).status]).toEqual([item, 200])
})

test('of a place of another network no service is said', async () => {
  const own = pays()
  insertLieux(own, [lieuRow({ numero: 90, id: 'autre', reseau: 'autre', departementCode: '23' })])
  const html = await (await siteOn(own)('/lieux/autre')).text()
  expect(html).toContain('"@type":"Place"')
  expect(html).not.toContain('GovernmentService')
})

test('each table that one downloads is a dataset, whose files are there', async () => {
  const { data } = await saidBy('/donnees')
  const sets = data.filter((one) => one['@type'] === 'Dataset') as {
    name: string
    distribution: { contentUrl: string; encodingFormat: string }[]
    license: string[]
  }[]
  expect(sets).toHaveLength(5)
  for (const { name, distribution, license } of sets) {
    expect([name, license.length]).toEqual([name, 1])
    for (const { contentUrl, encodingFormat } of distribution) {
      const response = await site(contentUrl.replace(ORIGIN, ''))
      expect([contentUrl, response.status]).toEqual([contentUrl, 200])
      expect(response.headers.get('Content-Type')).toContain(encodingFormat)
    }
  }
})

test('each dataset says that it is a demonstration, in its name and in its description, and only then', async () => {
  const own = pays()
  const words = async () => {
    const { data } = await saidBy('/donnees', siteOn(own))
    const sets = data.filter((one) => one['@type'] === 'Dataset')
    return sets.flatMap(({ name, description }) =>
      [name, description].map((text) => /démonstration/.test(String(text))),
    )
  }
  expect(new Set(await words())).toEqual(new Set([false]))
  own.$client.prepare("update meta set valeur = 'oui' where cle = 'demonstration'").run()
  expect(new Set(await words())).toEqual(new Set([true]))
})

test.each(['/departements/23', '/communes/23096', '/structures/20003456700018', '/lieux/gueret-mediatheque'])(
  '%s tells its breadcrumb',
  async (path) => {
    const { data } = await saidBy(path)
    expect(data.map((one) => one['@type'])).toContain('BreadcrumbList')
  },
)
