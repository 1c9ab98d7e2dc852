import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { distanceKm } from '#app/domain/distance/distance.ts'
import type { Db } from '#db/connect.server.ts'
import * as schema from '#db/schema.ts'
import { departement } from '#db/schema.ts'
import { secoursOf } from '#db/secours.server.ts'
import Database from '#db/sqlite.ts'
import { databaseOf, insertLieux, lieuRow, temporaryDirectory } from '#tests/support/database.ts'

const directory = temporaryDirectory()
const path = `${directory.path}/annuaire.sqlite`
/** A spiral around Rodez, one place in four with a telephone. */
const RANGS = Array.from({ length: 400 }, (_, rang) => rang)
const PLACES = RANGS.map((rang) => {
  const point = { lat: 44.35 + (rang / 400) * Math.sin(rang), lon: 2.57 + (rang / 400) * Math.cos(rang) }
  return {
    numero: rang + 1,
    reseau: 'conseiller-numerique' as const,
    telephone: rang % 4 ? null : '+33536490001',
    ...point,
  }
})
const made = databaseOf()
made.insert(departement).values({ code: '12', nom: 'Aveyron', population: 1 }).run()
insertLieux(
  made,
  PLACES.map((place) => lieuRow({ ...place, departementCode: '12' })),
)
made.$client.exec(`vacuum into '${path}'`)
const statements: string[] = []
const client = new Database(path, { readonly: true, verbose: (sql) => statements.push(String(sql)) })
const db: Db = drizzle(client, { schema, casing: 'snake_case' })
afterAll(() => {
  client.close()
  directory.remove()
})

test('the nearest telephone is that of a plain reading of every place', () => {
  const found = secoursOf(db, PLACES)
  const muets = PLACES.filter(({ telephone }) => telephone === null)
  expect(found.size).toBe(muets.length)
  for (const place of muets) {
    const distances = PLACES.filter(({ telephone }) => telephone).map((other) => distanceKm(place, other))
    expect(found.get(place.numero)?.voisin?.km).toBe(Math.min(...distances))
  }
})

test('three hundred places ask the database as often as one, and none asks it not at all', () => {
  const asked = (places: typeof PLACES) => {
    statements.length = 0
    secoursOf(db, places)
    return statements.filter((sql) => !sql.includes('total_changes')).length
  }
  asked(PLACES)
  expect([asked(PLACES), asked(PLACES.slice(1, 2)), asked(PLACES.slice(0, 1))]).toEqual([1, 1, 0])
})

test('nobody is sent to a point that the file gives to places of two postcodes', () => {
  const own = databaseOf()
  own.insert(departement).values({ code: '75', nom: 'Paris', population: 1 }).run()
  const place = (numero: number, codePostal: string, lat: number, telephone: string | null) =>
    lieuRow({ numero, departementCode: '75', codePostal, lat, lon: 2.37, telephone })
  const muet = place(1, '75010', 48.845, null)
  insertLieux(own, [muet, place(2, '75013', 48.845, '+33153010001'), place(3, '75012', 48.85, '+33153010002')])
  const found = secoursOf(own, [
    { ...muet, numero: 1, reseau: 'conseiller-numerique', telephone: null, lat: 48.845, lon: 2.37 },
  ])
  expect(found.get(1)?.voisin).toMatchObject({ telephone: '+33153010002' })
  expect(found.get(1)?.voisin?.km).toBeGreaterThan(0.5)
})
