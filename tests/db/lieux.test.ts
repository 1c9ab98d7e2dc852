import { expect, test } from 'vitest'
import { emptyFilters } from '#app/domain/filters.ts'
import { fichesByNumeros, lieuById, lieuxByNumeros } from '#db/lieux.server.ts'
import { select } from '#db/selection.server.ts'
import { pays } from '#tests/support/pays.ts'
import { ascending, asking, MARDI } from '#tests/support/selection.ts'

const db = pays()
const found = (q: string) => select(db, { ...emptyFilters(), q }, new Date(MARDI)).lieux()

test('places come by department, commune and name as French sorts them', () => {
  // Évaux before Guéret, not after Z; "Bibliothèque" and the other network's place are in their place or absent.
  expect(asking(db, '').lieux()).toEqual([3, 4, 2, 1, 6, 5, 8, 7, 10, 9])
})

test.each([
  ['departement=23', [1, 2, 3, 4]],
  ['departement=23&departement=974', [1, 2, 3, 4, 9, 10]],
  ['ruralite=rural', [3, 4, 6]],
  ['ruralite=rural&ruralite=urbain', [3, 4, 6, 7, 8]],
  ['ruralite=inconnue', [10]],
  ['departement=23&ruralite=rural', [3, 4]],
  ['densite=6', [4, 6]],
  ['frr=1', [1, 2, 3, 4, 6]],
  ['commune=75056', [7, 8]],
  ['commune=99999', []],
  ['service=loisirs-et-creations-numeriques', [1, 3]],
  ['service=loisirs-et-creations-numeriques&service=aide-aux-demarches-administratives', [1, 3, 7]],
  ['service=loisirs-et-creations-numeriques&public=seniors', [1]],
  ['gratuit=1', [1]],
  ['label=france-services', [9]],
  ['acces=ce-lieu-n-accueille-pas-de-public', [7]],
  ['prise_en_charge=surdite', []],
])('%s keeps the places that suit', (search, expected) => {
  expect(ascending(asking(db, search).lieux())).toEqual(expected)
})

test.each([
  ['mediatheque', [1]],
  ['MÉDIATHÈQUE GUÉRET', [1]],
  ['gueret media', [1]],
  ['st etienne', [7]],
  ['Saint-Étienne', [7]],
  ['évaux', [4]],
  ['evaux-les-bains', [4]],
  ['numerique', [3, 7, 9]],
  ['rue saint', [7]],
  ['xyz', []],
])('the search for "%s" finds what it means', (q, expected) => {
  expect(ascending(found(q))).toEqual(expected)
})

test.each([
  'numerique OR mairie',
  'NEAR(mairie point)',
  'mairie*',
  '"mairie',
  "mairie' OR '1'='1",
  'nom:mairie',
  '-mairie',
  '^mairie',
  '(',
  ')',
  '*',
  '{nom commune}: x',
  'mairie AND',
  'NOT',
  '🙂',
  '🙂 mairie',
  '\u0301',
  '\u{1e900}',
  '\ud800',
  '%_',
  '; drop table lieu',
  '\u0000',
  'É'.repeat(10_000),
  'a '.repeat(5_000),
  '"'.repeat(10_000),
])('the search for %j never fails', (q) => {
  expect(found(q).length).toBeLessThan(10)
})

test('operators of the search engine are plain words: "OR" must be found too', () => {
  expect(found('numerique OR mairie')).toEqual([])
  expect(found('🙂 mairie')).toEqual([2])
  expect(found('🙂')).toEqual([])
})

test('a listed place carries its department and what it offers', () => {
  const [first] = lieuxByNumeros(db, asking(db, 'q=mediatheque').lieux())
  expect(first).toMatchObject({
    id: 'gueret-mediatheque',
    departementNom: 'Creuse',
    communeNom: 'Guéret',
    courriels: [],
  })
  expect(first?.valeurs.service).toEqual(['Aide aux démarches administratives', 'Loisirs et créations numériques'])
})

test('a place comes with its employer, its published rows and their problems, worst first', () => {
  const lieu = lieuById(db, 'gueret-mediatheque')
  expect(lieu).toMatchObject({ nom: 'Médiathèque de Guéret', regionNom: 'Nouvelle-Aquitaine', ruraliteEstimee: false })
  expect(lieu?.structure).toMatchObject({ siret: '20003456700018', postes: 3 })
  expect(lieu?.publications.map((p) => [p.titre, p.date, p.line])).toEqual([
    ['Lieux de médiation', '2026-01-10', 2],
    ['Lieux de médiation', '2026-01-10', 9],
  ])
  expect(lieu?.anomalies.map((a) => [a.severity, a.line, a.raw])).toEqual([
    ['error', 9, '12'],
    ['info', 2, '1000'],
  ])
  expect(lieu?.valeurs.frais).toEqual(['Gratuit'])
})

test('a place without employer, commune or rows is still whole', () => {
  expect(lieuById(db, 'l10')).toMatchObject({ structure: null, publications: [], anomalies: [], valeurs: {} })
})

test.each(['', 'unknown', '__proto__', "' or 1=1 --", 'x'.repeat(100_000)])('no place has the id %j', (id) => {
  expect(lieuById(db, id)).toBeNull()
})

test('a place of another network has a page, but is never listed', () => {
  expect(lieuById(db, 'l11')?.reseau).toBe('france-services')
  expect(asking(db, '').lieux()).not.toContain(11)
})

test('cards come in the order asked, unknown numbers left out', () => {
  const fiches = fichesByNumeros(db, [8, 999, 1, 2, -1, 1.5])
  expect(fiches.map((f) => [f.numero, f.commune, f.approximate])).toEqual([
    [8, 'Paris', false],
    [1, 'Guéret', false],
    [2, 'Guéret', true],
  ])
  expect(fichesByNumeros(db, [])).toEqual([])
})
