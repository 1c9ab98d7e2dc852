import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEPARTEMENT_CODES, slugOf } from '#app/domain/filters/codes.ts'
import { FILTERS } from '#app/domain/filters/table.ts'
import {
  describeFilters,
  emptyFilters,
  FILTER_KEYS,
  type Filters,
  isFiltered,
  parseFilters,
  removals,
  writeFilters,
} from '#app/domain/filters.ts'
import { CHAMPS } from '#app/domain/lieu/champs.ts'
import { unknownNames } from '#app/domain/parametres.ts'
import { COUCHES, RURALITES } from '#app/domain/vocabulary.ts'

const parse = (search: string) => parseFilters(new URLSearchParams(search))
const names = {
  departements: new Map([
    ['23', 'Creuse'],
    ['48', 'Lozère'],
  ]),
  commune: null,
}

test.each([
  ['departement=23&departement=48', { departement: ['23', '48'] }],
  ['departement=1', { departement: ['01'] }],
  ['departement=2a&departement=2B', { departement: ['2A', '2B'] }],
  ['departement=974&departement=01', { departement: ['01', '974'] }],
  ['departement=23&departement=23', { departement: ['23'] }],
  ['ruralite=rural&ruralite=inconnue', { ruralite: ['rural', 'inconnue'] }],
  ['densite=7&densite=5', { densite: [5, 7] }],
  ['frr=1', { frr: true }],
  ['frr=0', { frr: false }],
  ['q=%20%20mediatheque%20%20de%20%20pr%C3%A9s%20', { q: 'mediatheque de prés' }],
  ['q=e%CC%81t%C3%A9', { q: 'été' }],
  ['commune=2a004', { commune: '2A004' }],
  ['commune=75113', { commune: '75113' }],
  ['service=aide-aux-demarches-administratives', { service: ['Aide aux démarches administratives'] }],
  ['service=Loisirs et créations numériques', { service: ['Loisirs et créations numériques'] }],
  ['public=etudiants&public=jeunes', { public: ['Jeunes', 'Étudiants'] }],
  ['prise_en_charge=langues-etrangeres-anglais', { prise_en_charge: ['Langues étrangères (anglais)'] }],
  ['acces=ce-lieu-n-accueille-pas-de-public', { acces: ["Ce lieu n'accueille pas de public"] }],
  ['label=point-d-acces-numerique-caf', { label: ["Point d'accès numérique CAF"] }],
  ['gratuit=1', { gratuit: true }],
  ['acceslibre=1', { acceslibre: true }],
  ['employeur=prive&employeur=PUBLIC', { employeur: ['public', 'prive'] }],
  ['zrr=1&qpv=1', { zrr: true, qpv: true }],
  ['ouvert=LUN-14:00', { ouvert: 'lun-14:00' }],
  ['ouvert=maintenant', { ouvert: 'maintenant' }],
  ['tri=maj', { tri: 'maj' }],
  ['lat=42.61749&lon=2,4221', { lat: 42.617, lon: 2.422 }],
  ['lat=-0.0001&lon=-180', { lat: 0, lon: -180 }],
  ['lat=90&lon=+180&rayon=5', { lat: 90, lon: 180, rayon: 5 }],
  ['commune=66149&rayon=50', { commune: '66149', rayon: 50 }],
  ['couche=france-services&couche=france-services', { couche: ['france-services'] }],
  ['vue=carte', { vue: 'carte' }],
  ['page=12', { page: 12 }],
  ['departement=&q=&commune=&ruralite=&frr=&page=', {}],
  ['utm_source=lettre&fbclid=x', {}],
])('%s is read', (search, expected) => {
  expect(parse(search)).toEqual({ filters: { ...emptyFilters(), ...expected }, errors: [] })
})

test.each([
  ['departement', '99'],
  ['departement', '20'],
  ['departement', '00'],
  ['departement', '96'],
  ['departement', '979'],
  ['departement', '<script>'],
  ['departement', '23,48'],
  ['ruralite', 'campagne'],
  ['densite', '0'],
  ['densite', '8'],
  ['densite', '1.5'],
  ['densite', '1e0'],
  ['frr', 'oui'],
  ['q', 'x'.repeat(201)],
  ['commune', '2309'],
  ['commune', '2C001'],
  ['commune', "23096' or 1=1"],
  ['service', 'plomberie'],
  ['service', '__proto__'],
  ['public', 'constructor'],
  ['gratuit', 'true'],
  ['employeur', 'mixte'],
  ['ouvert', 'lun-25:00'],
  ['ouvert', '2026-11-24T14:00'],
  ['ouvert', 'lundi'],
  ['tri', 'population'],
  ['lat', '90.001'],
  ['lat', '1e9'],
  ['lat', 'Infinity'],
  ['lat', '0x10'],
  ['lon', '-180.5'],
  ['lon', 'NaN'],
  ['rayon', '1000000000'],
  ['rayon', '7'],
  ['rayon', '-5'],
  ['couche', 'conseiller-numerique'],
  ['couche', 'autre'],
  ['vue', 'table'],
  ['page', '0'],
  ['page', '-1'],
  ['page', '99999999999999999999'],
  ['page', 'NaN'],
])('%s=%s is refused by name, and the valid filters are kept', (param, value) => {
  const params = new URLSearchParams([
    [param, value],
    ['departement', '48'],
    ['ruralite', 'rural'],
  ])
  const { filters, errors } = parseFilters(params)
  expect(errors).toEqual([{ param, value, message: expect.stringContaining(`« ${param} »`) }])
  expect(errors[0]?.message.length).toBeLessThan(200)
  expect(filters).toEqual({ ...emptyFilters(), departement: ['48'], ruralite: ['rural'] })
})

test('a filter that is not repeatable is refused when given twice with two meanings', () => {
  const { filters, errors } = parse('q=mairie&q=poste&commune=2A004&commune=2a004')
  expect(filters).toMatchObject({ q: 'mairie', commune: '2A004' })
  expect(errors).toEqual([
    { param: 'q', value: 'poste', message: 'Le paramètre « q » ne peut être donné qu’une fois.' },
  ])
})

test('10,000 repeated or invalid values are read without trouble', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ['departement', String(i)])
  const { filters, errors } = parseFilters(new URLSearchParams(many as [string, string][]))
  expect(filters.departement).toEqual(
    DEPARTEMENT_CODES.filter((code) => !code.startsWith('2A') && !code.startsWith('2B')),
  )
  expect(errors).toHaveLength(10_000 - filters.departement.length)
})

test('the departments are those of the closed list, in order', () => {
  expect(DEPARTEMENT_CODES).toHaveLength(94 + 2 + 11)
  expect(DEPARTEMENT_CODES.slice(18, 22)).toEqual(['19', '2A', '2B', '21'])
  for (const code of DEPARTEMENT_CODES) expect(parse(`departement=${code}`).errors).toEqual([])
})

test('no two values of a field share the form they have in URLs', () => {
  for (const { values } of Object.values(CHAMPS)) expect(new Set(values.map(slugOf)).size).toBe(values.length)
})

const someOf = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 0 }) as unknown as fc.Arbitrary<T[]>
const NOWHERE = {
  commune: fc.constant(null),
  lat: fc.constant(null),
  lon: fc.constant(null),
  cellule: fc.constant(null),
}
const degrees = (max: number) => fc.integer({ min: -max * 1000, max: max * 1000 }).map((milli) => milli / 1000 + 0)
const position = fc.oneof(
  fc.record(NOWHERE),
  fc.record({ ...NOWHERE, commune: fc.constantFrom('23096', '2A004', '97411') }),
  fc.record({ ...NOWHERE, lat: degrees(90), lon: degrees(180) }),
  fc.record({ ...NOWHERE, cellule: fc.constantFrom('46.1,1.8', '-21.0,55.4', '-0.1,0.0') }),
)
const anyFilters: fc.Arbitrary<Filters> = fc.record({
  departement: someOf(DEPARTEMENT_CODES),
  ruralite: someOf(RURALITES),
  densite: someOf([1, 2, 3, 4, 5, 6, 7]),
  frr: fc.boolean(),
  q: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => FILTERS.q.read(text) ?? ''),
  ...NOWHERE,
  rayon: fc.constantFrom(5, 10, 20, 50),
  service: someOf<string>(CHAMPS.service.values),
  public: someOf<string>(CHAMPS.public.values),
  prise_en_charge: someOf<string>(CHAMPS.prise_en_charge.values),
  acces: someOf<string>(CHAMPS.acces.values),
  label: someOf<string>(CHAMPS.label.values),
  gratuit: fc.boolean(),
  acceslibre: fc.boolean(),
  employeur: someOf(['public', 'prive'] as const),
  zrr: fc.boolean(),
  qpv: fc.boolean(),
  ouvert: fc.constantFrom(null, 'maintenant', 'lun-00:00', 'sam-09:30', 'dim-23:59'),
  tri: fc.constantFrom(null, 'distance', 'commune', 'nom', 'maj'),
  couche: someOf(COUCHES),
  vue: fc.constantFrom('liste', 'carte'),
  page: fc.integer({ min: 1, max: 1_000_000 }),
})

test('reading what was written gives the same filters', () => {
  fc.assert(
    fc.property(anyFilters, position, (others, near) => {
      const filters = { ...others, ...near }
      const search = writeFilters(filters).toString()
      expect(parse(search)).toEqual({ filters, errors: [] })
    }),
  )
})

test('writing what was read is canonical, whatever the query string', () => {
  const pair = fc.tuple(
    fc.oneof(fc.constantFrom(...FILTER_KEYS), fc.string()),
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('1', '23', '2a', 'rural', '5', 'jeunes', 'carte')),
  )
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const once = writeFilters(parseFilters(new URLSearchParams(pairs)).filters)
      const twice = parseFilters(once)
      expect(twice.errors).toEqual([])
      expect(writeFilters(twice.filters).toString()).toBe(once.toString())
    }),
  )
})

test('the order of parameters and values is always the same, and defaults are left out', () => {
  const { filters } = parse(
    'page=1&vue=liste&gratuit=1&ruralite=urbain&ruralite=rural&frr=0&departement=974&departement=1',
  )
  expect(writeFilters(filters).toString()).toBe(
    'departement=01&departement=974&ruralite=rural&ruralite=urbain&gratuit=1&vue=liste',
  )
  expect(writeFilters(emptyFilters()).toString()).toBe('')
})

test('unknown parameters are listed once each, names of object properties included', () => {
  const params = new URLSearchParams('utm_source=a&utm_source=b&toString=1&departement=23&__proto__=x')
  expect(unknownNames(params, FILTERS)).toEqual(['utm_source', 'toString', '__proto__'])
})

test.each([
  ['', 4012, '4\u202f012 lieux d’accueil en France'],
  ['vue=carte&page=3', 1, '1 lieu d’accueil en France'],
  ['departement=23&departement=48&ruralite=rural', 12, '12 lieux d’accueil — Creuse (23), Lozère (48) — rural'],
  ['departement=75&frr=1', 0, 'Aucun lieu d’accueil — département 75 — France Ruralités Revitalisation'],
  ['densite=7&q=mairie', 2, '2 lieux d’accueil — rural à habitat très dispersé — « mairie »'],
  [
    'service=loisirs-et-creations-numeriques&gratuit=1',
    2,
    '2 lieux d’accueil — service : Loisirs et créations numériques — gratuit',
  ],
])('"%s" says what is shown', (search, total, expected) => {
  expect(describeFilters(parse(search).filters, { total, ...names })).toBe(expected)
})

test.each([
  ['commune=23096', 2, { commune: 'Guéret' }, '2 lieux à moins de 20 km de Guéret'],
  ['commune=23008&rayon=5&ruralite=rural', 1, { commune: 'Aubusson' }, '1 lieu à moins de 5 km d’Aubusson — rural'],
  ['commune=76351', 0, { commune: 'Le Havre' }, 'Aucun lieu à moins de 20 km du Havre'],
  ['lat=42.6&lon=2.4&rayon=10', 12, {}, '12 lieux à moins de 10 km du point choisi'],
  ['lat=42.6&lon=2.4', 1, { pres: 'Le Havre' }, '1 lieu à moins de 20 km du point choisi, près du Havre'],
  ['ouvert=maintenant', 3, {}, '3 lieux d’accueil — ouvert maintenant'],
  [
    'ouvert=mar-09:30&commune=23096',
    3,
    { commune: 'Guéret' },
    '3 lieux à moins de 20 km de Guéret — ouvert le mardi à 9 h 30',
  ],
  ['employeur=prive&zrr=1', 3, {}, '3 lieux d’accueil — employeur privé — ZRR à la date de validation'],
  ['commune=98613', 2, { commune: 'Uvea', sansPosition: true }, '2 lieux d’accueil — commune : Uvea'],
])('%s says how near', (search, total, given, expected) => {
  expect(describeFilters(parse(search).filters, { total, ...given })).toBe(expected)
})

test.each([
  ['lat=42', 'lon'],
  ['lon=2', 'lat'],
  ['lat=42&lon=2&commune=66149', 'commune'],
])('%s: half a position and two positions are refused', (search, param) => {
  const { filters, errors } = parse(search)
  expect(errors.map((error) => error.param)).toEqual([param])
  expect(filters.commune).toBeNull()
})

test('a position goes as one, with its radius', () => {
  const near = parse('lat=42&lon=2&rayon=5&gratuit=1').filters
  expect(removals(near)[0]).toEqual({ key: 'lat', label: 'Autour du point choisi', search: '?gratuit=1' })
  expect(removals(parse('commune=66149&rayon=5').filters, { commune: 'Prades' })).toEqual([
    { key: 'commune', label: 'Autour de Prades', search: '?vue=liste' },
  ])
})

test('each active filter can be removed alone, which leads back to page 1', () => {
  const { filters } = parse('departement=23&departement=48&ruralite=rural&vue=carte&page=4')
  expect(removals(filters, names)).toEqual([
    { key: 'departement', label: 'Creuse (23)', search: '?departement=48&ruralite=rural&vue=carte' },
    { key: 'departement', label: 'Lozère (48)', search: '?departement=23&ruralite=rural&vue=carte' },
    { key: 'ruralite', label: 'Rural', search: '?departement=23&departement=48&vue=carte' },
  ])
  expect(removals(parse('gratuit=1').filters)).toEqual([{ key: 'gratuit', label: 'Gratuit', search: '?vue=liste' }])
})

test('the view, the page, the order and the layers restrict nothing', () => {
  expect(isFiltered(parse('vue=carte&page=2&tri=nom&couche=france-services').filters)).toBe(false)
  expect(isFiltered(parse('q=x').filters)).toBe(true)
})
