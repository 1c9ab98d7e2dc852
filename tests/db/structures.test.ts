import { expect, test } from 'vitest'
import { countPostes } from '#db/postes.server.ts'
import { fichesStructures, structureByCle, structuresByIds } from '#db/structures.server.ts'
import { pays } from '#tests/support/pays.ts'
import { asking } from '#tests/support/selection.ts'

const db = pays()

test.each([
  ['', [2, 3]],
  ['departement=48', [2]],
  ['ruralite=inconnue', [3]],
  ['densite=6', [2]],
  ['frr=1', [2]],
  ['commune=48061', [2]],
  ['q=florac', [2]],
  ['q=gueret', []],
  ['service=loisirs-et-creations-numeriques', []],
  ['gratuit=1', []],
  ['label=france-services', []],
])('%s keeps the employers without a known place that suit', (search, expected) => {
  const ids = asking(db, search).structures()
  expect(ids).toEqual(expected)
  expect(structuresByIds(db, ids).map((s) => s.id)).toEqual(expected)
})

test('an employer comes with its rows of the current file and its places', () => {
  const found = structureByCle(db, '20003456700018')
  expect(found).toMatchObject({
    nom: 'CC du Pays de Guéret',
    departementNom: 'Creuse',
    communeNom: 'Guéret',
    postes: 3,
  })
  expect(found?.lignes.map((p) => [p.nombre, p.departementCode, p.source.date])).toEqual([
    [2, '23', '2023-04-05'],
    [1, '48', '2023-04-05'],
  ])
  expect(found?.lieuxConnus.map((l) => [l.id, l.rapprochement])).toEqual([
    ['l2', 'siren'],
    ['gueret-mediatheque', 'siret'],
  ])
})

test('an employer without SIRET is found by its key, and unknown keys find nothing', () => {
  expect(structureByCle(db, 'x7f3')).toMatchObject({ nom: 'Employeur non précisé', siret: null, lieuxConnus: [] })
  for (const cle of ['', 'null', '00000000000000', "' or 1=1 --"]) expect(structureByCle(db, cle)).toBeNull()
})

test('cards of employers say their posts and how exact their position is', () => {
  expect(fichesStructures(db, [3, 99, 2])).toEqual([
    expect.objectContaining({ id: 3, postes: 1, commune: null, approximate: true }),
    expect.objectContaining({ id: 2, postes: 2, commune: 'Florac Trois Rivières', approximate: true }),
  ])
})

test.each([
  ['', 9],
  ['departement=23', 2],
  ['departement=48', 3],
  ['ruralite=intermediaire', 3],
  ['densite=6', 2],
  ['frr=1', 4],
  ['commune=75056', null],
  ['q=gueret', 3],
  ['q=nulle', 0],
  ['service=loisirs-et-creations-numeriques', null],
])('%s keeps the posts of the current file, each in the department of its row', (search, expected) => {
  expect(countPostes(asking(db, search))).toBe(expected)
})
