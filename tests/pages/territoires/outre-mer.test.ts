import { expect, test } from 'vitest'
import * as t from '#db/schema.ts'
import { writeDistances } from '#scripts/import/build/write-distances.ts'
import { hrefsIn, siteOn, textOf } from '#tests/pages/site.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'

/**
 * The small country with Nice, whose nearest place is in Corsica, 180 km over the sea, and Marigot, whose nearest is in
 * Saint-Barthélemy; and a place that is gone from each.
 */
function paysDesMers() {
  const db = paysCouvert()
  const departements = [
    ['06', 'Alpes-Maritimes'],
    ['2B', 'Haute-Corse'],
    ['977', 'Saint-Barthélemy'],
    ['978', 'Saint-Martin'],
  ] as const
  db.insert(t.departement)
    .values(departements.map(([code, nom]) => ({ code, nom, population: 1000 })))
    .run()
  const communes = [
    { code: '06088', nom: 'Nice', departementCode: '06', lat: 43.7, lon: 7.27 },
    { code: '2B050', nom: 'Calvi', departementCode: '2B', lat: 42.57, lon: 8.76 },
    { code: '97701', nom: 'Saint-Barthélemy', departementCode: '977', lat: 17.9, lon: -62.83 },
    { code: '97801', nom: 'Saint-Martin', departementCode: '978', lat: 18.07, lon: -63.08 },
  ]
  db.insert(t.commune)
    .values(communes.map((one) => ({ ...one, population: 1000, ruralite: 'rural' as const, ruraliteEstimee: false })))
    .run()
  const [, calvi, gustavia] = communes.map(({ code, nom, ...where }) => ({
    ...where,
    communeCode: code,
    communeNom: nom,
  }))
  insertLieux(db, [
    lieuRow({ numero: 200, id: 'calvi', nom: 'Maison de Calvi', ...(calvi as NonNullable<typeof calvi>) }),
    lieuRow({ numero: 201, id: 'gustavia', nom: 'Case de Gustavia', ...(gustavia as NonNullable<typeof gustavia>) }),
  ])
  const ancien = { reseau: 'conseiller-numerique', vuLe: '2025-01-01', disparuLe: '2026-01-10' } as const
  db.insert(t.lieuAncien)
    .values([
      { ...ancien, id: 'nice', nom: 'Ancien de Nice', departementCode: '06', lat: 43.7, lon: 7.27 },
      { ...ancien, id: 'marigot', nom: 'Ancien de Marigot', departementCode: '978', lat: 18.07, lon: -63.08 },
    ])
    .run()
  writeDistances(db)
  return db
}

const site = siteOn(paysDesMers())
const get = async (path: string) => {
  const html = await (await site(path)).text()
  return { text: textOf(html), lieux: hrefsIn(html, /^\/lieux\//) }
}

test('the nearest places of a commune are those that no sea parts from it', async () => {
  const nice = await get('/communes/06088')
  expect(nice.text).not.toContain('Calvi')
  // On the mainland, by the law of cosines: Mende is 310 km away, Guéret and Paris are farther.
  expect(nice.lieux[0]).toBe('/lieux/l5')
  expect((await get('/communes/97801')).lieux).toEqual([])
})

test('a department lists no commune as near to a place beyond the sea', async () => {
  for (const code of ['06', '978']) {
    const { text } = await get(`/departements/${code}`)
    expect(text).not.toMatch(/Calvi|Gustavia|Saint-Barthélemy/)
  }
})

test('of a place that is gone, the nearest ones are those that no sea parts from it', async () => {
  const nice = await get('/lieux/nice')
  expect(nice.text).toContain('Ancien de Nice n’est plus dans l’annuaire')
  expect(nice.lieux.length).toBeGreaterThan(0)
  expect(nice.lieux).not.toContain('/lieux/calvi')
  expect((await get('/lieux/marigot')).lieux).toEqual([])
})
