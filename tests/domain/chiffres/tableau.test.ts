import { expect, test } from 'vitest'
import { formatValeur, readTri, sortTableau, type Tableau } from '#app/domain/chiffres/tableau.ts'
import { citation } from '#app/domain/citations/source-citee.ts'

const TABLEAU: Tableau = {
  id: 'essai',
  titre: 'Postes par département',
  colonnes: [
    { cle: 'nom', nom: 'Département', nature: 'texte' },
    { cle: 'postes', nom: 'Postes', nature: 'nombre' },
  ],
  lignes: [
    { valeurs: { nom: 'Évian', postes: 3 } },
    { valeurs: { nom: 'Zuydcoote', postes: null } },
    { valeurs: { nom: 'Ahun', postes: 12 } },
    { valeurs: { nom: 'eu', postes: 3 } },
  ],
  total: { valeurs: { nom: 'Ensemble', postes: 18 } },
  notes: [],
  sources: [],
}
const order = (trier: string | null) =>
  sortTableau(TABLEAU, readTri(TABLEAU, trier)).lignes.map(({ valeurs }) => valeurs.nom)

test.each([
  [null, ['Évian', 'Zuydcoote', 'Ahun', 'eu']],
  ['nom', ['Ahun', 'eu', 'Évian', 'Zuydcoote']],
  ['-nom', ['Zuydcoote', 'Évian', 'eu', 'Ahun']],
  ['postes', ['Évian', 'eu', 'Ahun', 'Zuydcoote']],
  ['-postes', ['Ahun', 'Évian', 'eu', 'Zuydcoote']],
  ['constructor', ['Évian', 'Zuydcoote', 'Ahun', 'eu']],
])(
  'trier=%s: words as French sorts them, what is unknown last either way, equals in their first order',
  (trier, expected) => {
    expect(order(trier)).toEqual(expected)
  },
)

test('an older word for a column still orders it', () => {
  const colonnes = [{ cle: 'a-10-km', nom: 'À 10 km', nature: 'part' as const, anciens: ['part_10km'] }]
  expect(readTri({ ...TABLEAU, colonnes }, '-part_10km')).toEqual({ cle: 'a-10-km', descendant: true })
})

test('the total is no row: it stays last', () => {
  expect(sortTableau(TABLEAU, { cle: 'postes', descendant: true }).total?.valeurs.postes).toBe(18)
})

test.each([
  ['nombre', 3925, '3\u202f925'],
  ['taux', 0.5, '0,50'],
  ['part', 0.4234, '42,3\u00a0%'],
  ['km', 12, '12,0'],
  ['ecart', 5, '+5'],
  ['ecart', -5, '−5'],
  ['ecart-taux', -0.5, '−0,50'],
  ['euros', -1200, '−1\u202f200\u00a0€'],
  ['ecart', 0, '0'],
  // A half goes away from zero, as people and spreadsheets round it; 0.285 is stored below its half.
  ['part', -0.0625, '−6,3\u00a0%'],
  ['part', 0.0625, '6,3\u00a0%'],
  ['taux', 0.285, '0,29'],
  ['ecart-taux', -0.004, '0,00'],
  ['nombre', null, '—'],
  ['texte', 'Creuse', 'Creuse'],
] as const)('%s %s is written %s', (nature, valeur, expected) => {
  expect(formatValeur(nature, valeur)).toBe(expected)
})

test('a citation says what, where, when, and from which data of which date', () => {
  const source = {
    titre: 'Structures',
    date: '2023-04-05',
    producteur: 'ANCT',
    licence: 'Licence Ouverte 2.0',
    url: null,
  }
  expect(citation('Postes par région', 'https://carte.example/couverture', [source], '2026-11-24')).toBe(
    '« Postes par région », Où sont les conseillers numériques ?, https://carte.example/couverture (consulté le 24 novembre 2026). Sources : ANCT – Structures, données du 5 avril 2023, Licence Ouverte 2.0.',
  )
})

test('a page whose data have no source yet is cited without an empty list', () => {
  expect(citation('Postes par région', 'https://carte.example/couverture', [], '2026-11-24')).toBe(
    '« Postes par région », Où sont les conseillers numériques ?, https://carte.example/couverture (consulté le 24 novembre 2026).',
  )
})

test('what was written once is written the same again, in its own nature, and a zero is never below itself', () => {
  for (let time = 0; time < 2; time += 1) {
    expect([formatValeur('nombre', -0), formatValeur('nombre', 0)]).toEqual(['0', '0'])
    expect([formatValeur('km', 12), formatValeur('nombre', 12), formatValeur('taux', 12)]).toEqual([
      '12,0',
      '12',
      '12,00',
    ])
  }
  for (let nombre = 0; nombre < 12_000; nombre += 1) formatValeur('nombre', nombre)
  expect(formatValeur('nombre', 11_999).replace(/\s/g, ' ')).toBe('11 999')
})
