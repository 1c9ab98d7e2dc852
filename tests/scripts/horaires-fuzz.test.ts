import fc from 'fast-check'
import OpeningHours from 'opening_hours'
import { expect, test, vi } from 'vitest'
import { JOURS, mergePlages, tableDesHoraires } from '#app/domain/horaires/semaine.ts'
import { lignesDuTexte } from '#app/domain/horaires/texte.ts'
import { expandHoraires, expandJours } from '#app/lecture/horaires.ts'

const VRAIES = [
  'Mo-Fr 09:00-12:00,14:00-17:00',
  'Mo-Th 08:30-12:30,13:30-17:30; Fr 08:30-12:30,13:30-16:30',
  'Mo-Fr 09:00-12:00,13:30-19:00; Tu 13:30-16:30; Sa 10:00-12:00; Th off',
  'Mo-Fr 09:00-12:00; PH off',
  'week 1-53/2 Mo 09:00-12:00; week 2-52/2 Tu 14:00-17:00 "sur rendez-vous"',
  'Jul-Aug Mo-Fr 09:00-12:00 || "au 01 99 00 12 34"',
  'Mo[1],Tu[-1] 09:00+; SH off; easter -2 days off',
  'Mo-Fr sunrise-sunset; 2026 Dec 24-2027 Jan 2 off',
]
const MORCEAUX = [
  'Mo',
  'Su',
  '-',
  ',',
  ';',
  ' ',
  ':',
  '09:00',
  '24:00',
  '26:00',
  '"',
  '||',
  '+',
  'PH',
  'SH',
  'off',
  '[',
  ']',
]

/** A real value with a few of its characters dropped, repeated, or replaced. */
const abimee = fc
  .tuple(
    fc.constantFrom(...VRAIES),
    fc.array(
      fc.tuple(
        fc.nat({ max: 90 }),
        fc.nat({ max: 4 }),
        fc.oneof(fc.constantFrom(...MORCEAUX), fc.string({ maxLength: 3 })),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([vraie, coups]) => {
    return coups.reduce((texte, [ou, retires, mis]) => texte.slice(0, ou) + mis + texte.slice(ou + retires), vraie)
  })

function check({ semaine }: ReturnType<typeof expandHoraires>): void {
  if (semaine === null) return
  expect(mergePlages(semaine.plages)).toEqual(semaine.plages)
  expect(semaine.plages.length > 0 || semaine.texte !== null).toBe(true)
  for (const { debut, fin } of semaine.plages) {
    expect(debut).toBeGreaterThanOrEqual(0)
    expect(Number.isInteger(debut) && Number.isInteger(fin)).toBe(true)
    expect(fin).toBeLessThanOrEqual(10_080)
  }
  expect(tableDesHoraires(semaine)).toHaveLength(semaine.plages.length === 0 ? 0 : 7)
  expect(lignesDuTexte(semaine.texte ?? '')).toBeInstanceOf(Array)
}

test('no string breaks the reading, and what comes out is always the normal form', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600, unit: 'binary' }), (osm) => check(expandHoraires(osm))),
    {
      numRuns: 200,
    },
  )
})

test('no damaged value breaks the reading, nor writes where the import puts its summary', () => {
  const sortie = vi.spyOn(console, 'log')
  fc.assert(
    fc.property(abimee, (osm) => check(expandHoraires(osm))),
    { numRuns: 400 },
  )
  expect(sortie).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

test('no cell breaks the reading of hours by day', () => {
  const heure = fc
    .tuple(fc.nat({ max: 26 }), fc.nat({ max: 62 }))
    .map((hm) => hm.map((n) => `${n}`.padStart(2, '0')).join(':'))
  const tranche = fc.tuple(heure, heure).map((heures) => heures.join(' - '))
  const cellule = fc.oneof(
    fc.string(),
    fc.array(tranche, { maxLength: 4 }).map((tranches) => tranches.join(' / ')),
  )
  fc.assert(
    fc.property(fc.tuple(...JOURS.map(() => cellule)), (cellules) => {
      check(expandJours(Object.fromEntries(JOURS.map((jour, rang) => [jour, cellules[rang]]))))
    }),
  )
})

const jour = fc.constantFrom('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su')
const jours = fc
  .array(
    fc.oneof(
      jour,
      fc.tuple(jour, jour).map((paire) => paire.join('-')),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((liste) => liste.join(','))
const horaire = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const tranche = fc.uniqueArray(fc.nat({ max: 1440 }), { minLength: 2, maxLength: 2 }).map((bords) =>
  bords
    .sort((a, b) => a - b)
    .map(horaire)
    .join('-'),
)
const regle = fc
  .tuple(
    jours,
    fc.oneof(
      fc.constant('off'),
      fc.array(tranche, { minLength: 1, maxLength: 3 }).map((t) => t.join(',')),
    ),
  )
  .map((parties) => parties.join(' '))

test('the plain grammar, read here, makes the week that opening_hours makes', () => {
  const lundi = new Date(2024, 0, 15)
  fc.assert(
    fc.property(fc.array(regle, { minLength: 1, maxLength: 5 }), (regles) => {
      const osm = regles.join('; ')
      const attendues = new OpeningHours(osm)
        .getOpenIntervals(lundi, new Date(2024, 0, 22))
        .map(([de, a]) => ({ debut: (+de - +lundi) / 60_000, fin: (+a - +lundi) / 60_000 }))
      expect(expandHoraires(osm).semaine?.plages ?? [], osm).toEqual(mergePlages(attendues))
    }),
    { numRuns: 200 },
  )
})
