import { expect, test } from 'vitest'
import * as t from '#db/schema.ts'
import { writeDistances } from '#scripts/import/build/write-distances.ts'
import { databaseOf, insertLieux, lieuRow } from '#tests/support/database.ts'

test('each commune knows its distance; other networks, unknown centres and an empty list count for nothing', () => {
  const db = databaseOf()
  db.insert(t.departement).values({ code: '23', nom: 'Creuse', population: 3 }).run()
  const commune = { departementCode: '23', population: 1, ruralite: 'rural' as const, ruraliteEstimee: false }
  db.insert(t.commune)
    .values([
      { ...commune, code: '23096', nom: 'Guéret', lat: 46.17, lon: 1.87 },
      { ...commune, code: '23008', nom: 'Aubusson', lat: 45.96, lon: 2.17 },
      { ...commune, code: '23001', nom: 'Ahun' },
    ])
    .run()
  writeDistances(db)
  const rows = () =>
    db.$client.prepare('select code, distance_km as km, lieu_proche as numero from commune order by code').all()
  expect(rows()).toEqual(['23001', '23008', '23096'].map((code) => ({ code, km: null, numero: null })))
  insertLieux(db, [
    lieuRow({ numero: 1, departementCode: '23', lat: 46.17, lon: 1.87 }),
    lieuRow({ numero: 2, departementCode: '23', lat: 45.96, lon: 2.17, reseau: 'france-services' }),
  ])
  writeDistances(db)
  expect(rows()).toEqual([
    { code: '23001', km: null, numero: null },
    // By the law of cosines, with the same mean radius: 32.9 km.
    { code: '23008', km: expect.closeTo(32.9, 1), numero: 1 },
    { code: '23096', km: 0, numero: 1 },
  ])
})
