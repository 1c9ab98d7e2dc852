import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DemandeDeScenario,
  GRAINE_MAX,
  nombreTire,
  readDemande,
  writeDemande,
} from '#app/domain/scenarios/demande.ts'

const CONNUS = {
  postes: 3925,
  departements: new Map([
    ['01', 'Ain'],
    ['23', 'Creuse'],
    ['2A', 'Corse-du-Sud'],
    ['974', 'La Réunion'],
  ]),
}
const read = (query: string) => readDemande(new URLSearchParams(query), CONNUS)

const graine = fc.integer({ min: 0, max: GRAINE_MAX })
const demande: fc.Arbitrary<DemandeDeScenario> = fc.oneof(
  fc.record({
    fin: fc.constant('tirage' as const),
    postes: fc.integer({ min: 1, max: 3925 }),
    part: fc.constant(null),
    graine,
  }),
  fc.record({
    fin: fc.constant('tirage' as const),
    postes: fc.constant(null),
    part: fc.integer({ min: 1, max: 1000 }).map((tenth) => tenth / 10),
    graine,
  }),
  fc.constantFrom({ fin: 'prives' as const }, { fin: 'hors-frr' as const }),
  fc.constantFrom(...CONNUS.departements.keys()).map((departement) => ({ fin: 'departement' as const, departement })),
)

test('a demand is read back from the address that it writes', () => {
  fc.assert(
    fc.property(demande, (one) => {
      expect(readDemande(writeDemande(one), CONNUS)).toEqual({ demande: one, errors: [] })
    }),
  )
})

test.each([
  ['', null],
  ['fin=&postes=1200', null],
  ['postes=1200', null],
  ['fin=tirage&postes=1 200', { fin: 'tirage', postes: 1200, part: null, graine: 1 }],
  ['fin=tirage&part=30', { fin: 'tirage', postes: null, part: 30, graine: 1 }],
  ['fin=tirage&part=12,5 %&graine=7', { fin: 'tirage', postes: null, part: 12.5, graine: 7 }],
  ['fin=tirage&postes=&part=30&graine=', { fin: 'tirage', postes: null, part: 30, graine: 1 }],
  ['fin=departement&departement=1', { fin: 'departement', departement: '01' }],
  ['fin=departement&departement=2a', { fin: 'departement', departement: '2A' }],
  ['fin=prives&fin=prives', { fin: 'prives' }],
  ['fin=prives&postes=zzz&autre=1', { fin: 'prives' }],
])('%s is understood', (query, expected) => {
  expect(read(query)).toEqual({ demande: expected, errors: [] })
})

test.each([
  ['fin=tout', 'fin'],
  ['fin=tirage', 'postes'],
  ['fin=tirage&postes=0', 'postes'],
  ['fin=tirage&postes=3926', 'postes'],
  ['fin=tirage&postes=1e3', 'postes'],
  ['fin=tirage&postes=-1', 'postes'],
  ['fin=tirage&part=0', 'part'],
  ['fin=tirage&part=101', 'part'],
  ['fin=tirage&part=12.34', 'part'],
  ['fin=tirage&postes=10&part=10', 'part'],
  ['fin=tirage&postes=10&postes=20', 'postes'],
  ['fin=tirage&postes=10&graine=-1', 'graine'],
  ['fin=tirage&postes=10&graine=1000000', 'graine'],
  [`fin=tirage&postes=${'9'.repeat(500)}`, 'postes'],
  ['fin=departement', 'departement'],
  ['fin=departement&departement=99', 'departement'],
  ['fin=departement&departement=75', 'departement'],
  ['fin=prives&fin=hors-frr', 'fin'],
])('%s is refused, and the sentence names %s', (query, param) => {
  const { demande, errors } = read(query)
  expect(demande).toBeNull()
  expect(errors.map((error) => error.param)).toEqual([param])
  expect(errors[0]?.message).toContain(`« ${param} »`)
  expect(errors[0]?.message.length).toBeLessThan(200)
})

test('a share is rounded to whole posts', () => {
  expect(nombreTire({ postes: null, part: 30 }, 3925)).toBe(1178)
  expect(nombreTire({ postes: 1200, part: null }, 3925)).toBe(1200)
})
