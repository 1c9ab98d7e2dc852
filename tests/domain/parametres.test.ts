import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import { RAPPORT } from '#app/domain/collectivites/vues.ts'
import { parametresPeriode } from '#app/domain/evolution/periode.ts'
import { FILTERS } from '#app/domain/filters/table.ts'
import { many, one, oneOf } from '#app/domain/parametres/kinds.ts'
import { readTrier, withTrier } from '#app/domain/parametres/trier.ts'
import { echo, type ParamTable, readParams, writeParams } from '#app/domain/parametres.ts'
import { FIN, parametresDe } from '#app/domain/scenarios/demande.ts'
import { COUVERTURE } from '#app/pages/couverture/parametres.ts'
import { parametresDepartements } from '#app/pages/territoires/departements/parametres.ts'

const TABLEAU: Tableau = {
  id: 'essai',
  titre: 'Essai',
  colonnes: [
    { cle: 'nom', nom: 'Nom', nature: 'texte' },
    { cle: 'lieux_pour_10000', nom: 'Lieux', nature: 'taux' },
  ],
  lignes: [],
  notes: [],
  sources: [],
}
const SCENARIOS = parametresDe({ postes: 3925, departements: new Map([['2A', 'Corse-du-Sud']]) })

/** Every table of the site, and for each parameter something that it reads, not its default. */
const TABLES: [string, ParamTable, string][] = [
  [
    '/',
    FILTERS,
    'departement=2a&ruralite=rural&densite=7&frr=1&q=Été&commune=23096&lat=42,6&lon=2.4&cellule=42.6,2.4&rayon=5&service=aide-aux-demarches-administratives&public=jeunes&prise_en_charge=langues-etrangeres-anglais&acces=ce-lieu-n-accueille-pas-de-public&label=point-d-acces-numerique-caf&gratuit=1&acceslibre=1&employeur=prive&zrr=1&qpv=1&ouvert=LUN-14:00&tri=maj&couche=france-services&vue=carte&page=2',
  ],
  ['/couverture', COUVERTURE, 'indicateur=postes&maille=REGION&niveaux=7&classes=jenks'],
  [
    '/departements',
    parametresDepartements(['Bretagne', 'Île-de-France'], [TABLEAU]),
    'region=île-de-france&trier=-lieux_pour_10000',
  ],
  ['/evolution', parametresPeriode(['2021-05-19', '2023-04-05']), 'de=2021-05-19&a=2023-04-05'],
  ['/scenarios', FIN, 'fin=tirage'],
  ['/scenarios?fin=tirage', SCENARIOS.tirage, 'postes=1 200&part=12,5 %&graine=7'],
  ['/scenarios?fin=departement', SCENARIOS.departement, 'departement=2a'],
  ['/collectivites/…', RAPPORT, 'voir=sans-horaires&page=3'],
]

test.each(TABLES)('%s: each parameter is read, and what was written reads back the same', (_, table, sample) => {
  const { values, errors } = readParams(table, new URLSearchParams(sample))
  expect(errors).toEqual([])
  for (const [param, { initial }] of Object.entries(table)) expect(values[param], param).not.toEqual(initial)
  expect(readParams(table, writeParams(table, values))).toEqual({ values, errors: [] })
})

test.each(TABLES)('%s: whatever the address, what it means reads back the same', (_, table, sample) => {
  const samples = [...new URLSearchParams(sample)]
  const pair = fc.oneof(
    fc.constantFrom(...samples),
    fc.tuple(fc.constantFrom(...Object.keys(table), 'utm_source', '__proto__'), fc.string({ unit: 'binary' })),
    fc.tuple(fc.constantFrom(...Object.keys(table)), fc.constantFrom(...samples.map(([, value]) => value), '0', '1')),
  )
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const { values } = readParams(table, new URLSearchParams(pairs))
      const written = writeParams(table, values)
      expect(readParams(table, written)).toEqual({ values, errors: [] })
      expect(writeParams(table, readParams(table, written).values).toString()).toBe(written.toString())
    }),
  )
})

test.each(TABLES)(
  '%s: a value that means nothing is named in one sentence, the others are kept',
  (_, table, sample) => {
    const kept = readParams(table, new URLSearchParams(sample)).values
    for (const param of Object.keys(table)) {
      const params = new URLSearchParams([...new URLSearchParams(sample), [param, 'x'.repeat(7000)]])
      const { values, errors } = readParams(table, params)
      expect(values).toEqual(kept)
      expect(errors.map((error) => error.param)).toEqual([param])
      expect(errors[0]?.message).toMatch(
        new RegExp(`^Le paramètre « ${param} » ne connaît pas « x{40}… »\\. Valeur attendue : .+\\.$`),
      )
    }
  },
)

const PETITE = {
  vue: one<string>('liste', { read: oneOf(['liste', 'carte']), expected: 'liste ou carte' }),
  niveau: many([1, 2, 3], { read: (raw) => [1, 2, 3].find((one) => String(one) === raw), expected: '1, 2, 3' }),
}

test.each([
  ['', 'liste', [], []],
  ['vue=&niveau=%20', 'liste', [], []],
  ['vue=%20CARTE%20', 'carte', [], []],
  ['niveau=3&niveau=1&niveau=3', 'liste', [1, 3], []],
  ['vue=carte&vue=carte', 'carte', [], []],
  ['vue=carte&vue=liste', 'carte', [], ['Le paramètre « vue » ne peut être donné qu’une fois.']],
  [
    'vue=plan&niveau=9&niveau=2&autre=1',
    'liste',
    [2],
    [
      'Le paramètre « vue » ne connaît pas « plan ». Valeur attendue : liste ou carte.',
      'Le paramètre « niveau » ne connaît pas « 9 ». Valeur attendue : 1, 2, 3.',
    ],
  ],
])('"%s" is read', (search, vue, niveau, messages) => {
  const { values, errors } = readParams(PETITE, new URLSearchParams(search))
  expect(values).toEqual({ vue, niveau })
  expect(errors.map(({ message }) => message)).toEqual(messages)
})

test('what was typed is said back in 40 characters', () => {
  expect(echo('x'.repeat(40))).toBe('x'.repeat(40))
  expect(echo('x'.repeat(41))).toBe(`${'x'.repeat(40)}…`)
})

test('an order is one of a column of the tables, and there is none to ask of no table', () => {
  const trier = (search: string, tableaux = [TABLEAU]) => readTrier(tableaux, new URLSearchParams(search))
  expect(trier('trier=-nom')).toEqual({ trier: '-nom', errors: [] })
  expect(trier('trier=age')).toMatchObject({ trier: null, errors: [{ param: 'trier', value: 'age' }] })
  expect(trier('trier=age', [])).toEqual({ trier: null, errors: [] })
  expect([withTrier('a=1', '-nom'), withTrier('?a=1', null), withTrier('', null)]).toEqual([
    '?a=1&trier=-nom',
    '?a=1',
    '',
  ])
})
