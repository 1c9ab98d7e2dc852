import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { listDepartements } from '#db/departements.server.ts'
import { documentByNom, documentEtag } from '#db/documents.server.ts'
import { listSources, metaOf, postesSource } from '#db/sources.server.ts'
import { chiffresDesDepartements, chiffresEnsemble } from '#db/territoires.server.ts'
import { databaseOf } from '#tests/support/database.ts'
import { POINTS_JSON, pays } from '#tests/support/pays.ts'

const db = pays()

test('a department sums its posts, employers and places, and has a rate when its inhabitants are known', () => {
  const one = (query: string) => db.$client.prepare(query).pluck().get() as number
  const rows = chiffresDesDepartements(db).map(({ code, chiffres }) => {
    const habitants = one(`select total(population) from commune where departement_code = '${code}'`)
    expect(chiffres['postes-10000']).toEqual(
      habitants === 0 ? null : Number(((chiffres.postes * 10_000) / habitants).toFixed(6)),
    )
    return [code, chiffres.postes, chiffres.structures, chiffres.lieux]
  })
  expect(rows).toEqual([
    ['23', 2, 1, 4],
    ['48', 3, 1, 2],
    ['75', 3, 1, 2],
    ['974', 1, 1, 2],
  ])
  expect(chiffresDesDepartements(db)[3]).toMatchObject({ nom: 'La Réunion', region: 'La Réunion' })
})

test('the national totals are the sums of the departments', () => {
  expect(chiffresEnsemble(db)).toMatchObject({ postes: 9, structures: 4, lieux: 10 })
})

test('sources come by kind, newest first, and posts are dated by the current file', () => {
  expect(listSources(db).map((s) => [s.kind, s.date, s.courante])).toEqual([
    ['lieux', '2026-01-10', true],
    ['structures', '2023-04-05', true],
    ['structures', '2021-05-19', false],
  ])
  expect(postesSource(db)).toMatchObject({ titre: 'Structures 2023', date: '2023-04-05' })
})

test('a database without any file says so instead of failing', () => {
  const empty = databaseOf()
  expect([postesSource(empty), listSources(empty), listDepartements(empty)]).toEqual([null, [], []])
  expect(chiffresEnsemble(empty)).toMatchObject({ postes: 0, lieux: 0, population: null, 'postes-10000': null })
})

test.each([
  ['non', false],
  ['oui', true],
])('meta demonstration %s is %s', (demonstration, expected) => {
  expect(metaOf(databaseOf({ demonstration })).demonstration).toBe(expected)
})

test('the meta rows are read into one object', () => {
  const expected = {
    empreinte: 'e1',
    construiteLe: '2026-01-15T08:00:00Z',
    demonstration: false,
    ruraliteEstimee: false,
    recensement: null,
    geocodees: 0,
    geocodageLe: null,
  }
  expect(metaOf(db)).toEqual(expected)
  expect(metaOf(databaseOf({ ruralite: 'estimee' })).ruraliteEstimee).toBe(true)
  expect(metaOf(databaseOf({ recensement: '2023' })).recensement).toBe('2023')
})

test('a document is given as it was compressed at import', () => {
  const points = documentByNom(db, 'points')
  expect(points?.etag).toBe('abc123')
  expect(brotliDecompressSync(points?.brotli as Buffer).toString()).toBe(POINTS_JSON)
  expect(gunzipSync(points?.gzip as Buffer).toString()).toBe(POINTS_JSON)
  expect([documentByNom(db, 'autre'), documentEtag(db, 'autre'), documentEtag(db, 'points')]).toEqual([
    null,
    null,
    'abc123',
  ])
})
