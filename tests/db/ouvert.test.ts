import { expect, test } from 'vitest'
import type { Semaine } from '#app/domain/horaires/semaine.ts'
import { countHeuresInconnues } from '#db/lieux.server.ts'
import * as t from '#db/schema.ts'
import { lieuxIncertains } from '#db/selection.server.ts'
import { databaseOf, insertLieux, insertStructures, lieuRow, structureRow } from '#tests/support/database.ts'
import { ascending, asking } from '#tests/support/selection.ts'

const jours = (debut: number, fin: number, texte: string | null = null): Semaine => {
  const plages = [0, 1, 2, 3, 4].map((jour) => ({ debut: jour * 1440 + debut * 60, fin: jour * 1440 + fin * 60 }))
  return { plages, feries: null, texte }
}
/** 9 h – 12 h, Monday to Friday, in three time zones; hours that are old, doubtful, or not there. */
const MATIN = jours(9, 12)
const db = databaseOf()
for (const code of ['23', '973', '974', '976'])
  db.insert(t.departement).values({ code, nom: code, population: 1 }).run()
insertStructures(db, [
  structureRow({ id: 1, departementCode: '23', type: 'publique', zrr: true }),
  structureRow({ id: 2, departementCode: '23', type: 'privée', qpv: true }),
])
insertLieux(db, [
  lieuRow({ numero: 1, departementCode: '23', semaine: MATIN, dateMaj: '2026-11-01', structureId: 1, nom: 'Zèbre' }),
  lieuRow({ numero: 2, departementCode: '973', fuseau: 'America/Cayenne', semaine: MATIN, dateMaj: '2026-11-02' }),
  lieuRow({ numero: 3, departementCode: '974', fuseau: 'Indian/Reunion', semaine: MATIN, dateMaj: '2026-11-03' }),
  lieuRow({ numero: 4, departementCode: '976', fuseau: 'Indian/Mayotte', semaine: MATIN, dateMaj: '2026-11-04' }),
  lieuRow({ numero: 5, departementCode: '23', semaine: MATIN, dateMaj: '2022-06-30', structureId: 2, nom: 'Âne' }),
  lieuRow({ numero: 6, departementCode: '23', semaine: jours(9, 12, 'week 2-52/2 Mo'), dateMaj: '2026-11-01' }),
  lieuRow({
    numero: 7,
    departementCode: '23',
    semaine: null,
    horaires: 'sur demande',
    ficheAccesLibre: 'https://acceslibre.example/a',
  }),
  lieuRow({ numero: 8, departementCode: '23', semaine: MATIN, dateMaj: null }),
])

const kept = (search: string, instant?: string) => ascending(asking(db, search, instant).lieux())

test.each([
  // Tuesday 24 November 2026, 08:30 UTC: 09:30 in Paris, 05:30 in Cayenne, 12:30 in Saint-Denis, 11:30 in Mayotte.
  ['2026-11-24T08:30:00Z', [1, 4]],
  // One hour and a half before: only La Réunion (11:00) and Mayotte (10:00).
  ['2026-11-24T07:00:00Z', [3, 4]],
  // 13:00 UTC: 10:00 in Cayenne.
  ['2026-11-24T13:00:00Z', [2]],
  // Closing time is excluded: noon in Paris.
  ['2026-11-24T11:00:00Z', []],
  ['2026-11-22T08:30:00Z', []],
])('open now at %s, on the clock of each place', (instant, expected) => {
  expect(kept('ouvert=maintenant', instant)).toEqual(expected)
})

test('the minute that is asked is the minute of the answer: the next one may say something else', () => {
  expect(kept('ouvert=maintenant&departement=23', '2026-11-24T07:59:59Z')).toEqual([])
  expect(kept('ouvert=maintenant&departement=23', '2026-11-24T08:00:00Z')).toEqual([1])
})

test('on a public holiday nothing is said open by hours that do not speak of it: 14 July, and 27 April in Mayotte', () => {
  expect(kept('ouvert=maintenant', '2027-07-14T07:30:00Z')).toEqual([])
  expect(kept('ouvert=maintenant', '2027-04-27T07:30:00Z')).toEqual([1, 3])
})

test.each([
  // 25 October 2026: clocks go back; Monday 26, 09:00 in Paris is 08:00 UTC, and was 07:00 UTC on Friday 23.
  ['2026-10-23T07:00:00Z', [1]],
  ['2026-10-26T07:00:00Z', []],
  ['2026-10-26T08:00:00Z', [1]],
  // 28 March 2027: clocks go forward; Monday 29 is a holiday (Easter), Tuesday 30, 09:00 is 07:00 UTC.
  ['2027-03-30T06:59:00Z', []],
  ['2027-03-30T07:00:00Z', [1]],
])('around the change of clocks, %s', (instant, expected) => {
  expect(kept('ouvert=maintenant&departement=23', instant)).toEqual(expected)
})

test('a moment of the week is asked of the published hours, on the clock of the place', () => {
  expect(kept('ouvert=mar-09:00')).toEqual([1, 2, 3, 4, 6])
  expect(kept('ouvert=mar-12:00')).toEqual([])
  expect(kept('ouvert=sam-10:00')).toEqual([])
})

test.each(['mar-09:00', 'maintenant'])('one rule of age: hours of more than 18 months stand apart (%s)', (ouvert) => {
  const selection = asking(db, `ouvert=${ouvert}&departement=23`, '2026-11-24T08:30:00Z')
  expect(selection.lieux()).not.toContain(5)
  const { numeros, anciens, annees } = lieuxIncertains(selection)
  expect({ numeros: ascending(numeros), anciens, annees }).toEqual({
    ...{ numeros: [5, 8], anciens: 2 },
    annees: ['2022', null],
  })
  // 18 months to the day: they hold until then.
  const before = asking(db, `ouvert=${ouvert}&departement=23`, '2023-12-29T08:30:00Z')
  expect(before.lieux()).toContain(5)
})

test('old hours of a closed place, and those of a holiday, are not said open even apart', () => {
  expect(lieuxIncertains(asking(db, 'ouvert=maintenant', '2026-11-24T13:00:00Z')).numeros).toEqual([])
  expect(lieuxIncertains(asking(db, 'ouvert=maintenant', '2027-07-14T07:30:00Z')).numeros).toEqual([])
})

test('places without hours, and those that old hours close, are counted as unknown', () => {
  // The seventh has none, the fifth and the eighth are old; of now, the sixth has a rule that no week holds.
  expect(countHeuresInconnues(asking(db, 'ouvert=mar-09:00'))).toBe(1)
  expect(countHeuresInconnues(asking(db, 'ouvert=sam-09:00'))).toBe(3)
  expect(countHeuresInconnues(asking(db, 'ouvert=maintenant', '2026-11-24T13:00:00Z'))).toBe(4)
})

test('what is unknown in two ways stands apart once, and is counted by neither filter', () => {
  const selection = asking(db, 'ouvert=mar-09:00&service=loisirs-et-creations-numeriques')
  const { numeros, services, anciens } = lieuxIncertains(selection)
  expect([ascending(numeros), services, anciens]).toEqual([[1, 2, 3, 4, 5, 6, 8], 7, 2])
  expect(selection.rows.lieux().refused.service).toHaveLength(5)
})

test('the employer and the zones of its validation are asked of the place that it employs at', () => {
  expect(kept('employeur=public')).toEqual([1])
  expect(kept('employeur=prive')).toEqual([5])
  expect(kept('employeur=prive&employeur=public')).toEqual([1, 5])
  expect([kept('zrr=1'), kept('qpv=1'), kept('acceslibre=1')]).toEqual([[1], [5], [7]])
})
