import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { lieu, meta } from '#db/schema.ts'
import { pays } from '#tests/support/pays.ts'
import { siteOn, textOf } from './site.ts'

const CREDIT =
  'Adresses : Base Adresse Nationale, géocodées par le service de la Géoplateforme (IGN), Licence Ouverte 2.0'

/** A country where the position of one place was computed from its address. */
function geocoded() {
  const db = pays()
  db.insert(meta)
    .values([
      { cle: 'geocodees', valeur: '1' },
      { cle: 'geocodage_le', valeur: '2026-06-30' },
    ])
    .run()
  db.update(lieu).set({ precision: 'geocodee' }).where(eq(lieu.id, 'gueret-mediatheque')).run()
  return siteOn(db)
}

describe('a position that was computed from an address', () => {
  test.each([
    '/',
    '/lieux/gueret-mediatheque',
    '/structures/20003456700018',
    '/mentions-legales',
    '/methode/rapprochements',
  ])('%s cites the address base, as its licence asks; without such a position, nobody does', async (path) => {
    expect(textOf(await (await geocoded()(path)).text())).toContain(CREDIT)
    expect(textOf(await (await siteOn(pays())(path)).text())).not.toContain('géocodées par')
  })

  test('its own page says how it is known', async () => {
    const text = textOf(await (await geocoded()('/lieux/gueret-mediatheque')).text())
    expect(text).toContain('Position calculée à partir de l’adresse')
  })

  test('the API names the address base among the sources of the places, with the day it was asked', async () => {
    const { source } = await (await geocoded()('/api/v1/lieux')).json()
    expect(source.slice(1)).toEqual([
      {
        titre: 'Base Adresse Nationale, géocodée par la Géoplateforme (IGN)',
        date: '2026-06-30',
        licence: 'Licence Ouverte 2.0',
        url: 'https://adresse.data.gouv.fr',
        demonstration: false,
      },
    ])
    expect((await (await siteOn(pays())('/api/v1/lieux')).json()).source).toHaveLength(1)
  })

  test('the table of positions counts it and cites the base, in its file too', async () => {
    const csv = await (await geocoded()('/methode/positions-des-lieux.csv')).text()
    expect(csv).toMatch(/Position calculée à partir de l’adresse,1,/)
    expect(textOf(await (await geocoded()('/methode/rapprochements')).text()).split(CREDIT)).toHaveLength(3)
  })
})
