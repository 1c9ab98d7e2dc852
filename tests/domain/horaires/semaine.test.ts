import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  estOuvertA,
  formatHeure,
  formatMoment,
  JOURS,
  mergePlages,
  type Plage,
  parseMoment,
  type Semaine,
  tableDesHoraires,
} from '#app/domain/horaires/semaine.ts'

const H = 60
const JOUR = 24 * H
const SEMAINE = 7 * JOUR

function semaine(plages: Plage[], reste: Partial<Semaine> = {}): Semaine {
  return { plages: mergePlages(plages), feries: null, texte: null, ...reste }
}

const MAIRIE = semaine([
  { debut: 9 * H, fin: 12 * H + 30 },
  { debut: 14 * H, fin: 17 * H },
  { debut: JOUR + 9 * H, fin: JOUR + 12 * H },
])

test.each([
  [0, 'minuit'],
  [9 * H, '9 h'],
  [12 * H + 30, '12 h 30'],
  [8 * H + 5, '8 h 05'],
  [JOUR, 'minuit'],
  [3 * JOUR + 14 * H, '14 h'],
])('%i minutes read "%s"', (minutes, texte) => {
  expect(formatHeure(minutes)).toBe(texte)
})

test('the table has seven rows in plain French', () => {
  const table = tableDesHoraires(MAIRIE)
  expect(table.map(({ jour }) => jour)).toEqual([...JOURS])
  expect(table[0]?.plages).toEqual([
    { debut: '9 h', fin: '12 h 30' },
    { debut: '14 h', fin: '17 h' },
  ])
  expect(table.map(({ libelle }) => libelle)).toEqual([
    '9 h – 12 h 30, 14 h – 17 h',
    '9 h – 12 h',
    'fermé',
    'fermé',
    'fermé',
    'fermé',
    'fermé',
  ])
})

test('an evening that passes midnight stands on the day it starts, on Sunday too', () => {
  const soirees = semaine([
    { debut: 4 * JOUR + 22 * H, fin: 5 * JOUR + 2 * H },
    { debut: 6 * JOUR + 22 * H, fin: SEMAINE + H },
  ])
  expect(soirees.plages).toEqual([
    { debut: 0, fin: H },
    { debut: 4 * JOUR + 22 * H, fin: 5 * JOUR + 2 * H },
    { debut: 6 * JOUR + 22 * H, fin: SEMAINE },
  ])
  const libelles = tableDesHoraires(soirees).map(({ libelle }) => libelle)
  expect(libelles).toEqual(['fermé', 'fermé', 'fermé', 'fermé', '22 h – 2 h', 'fermé', '22 h – 1 h'])
})

test('a Monday that opens at midnight after a Sunday evening keeps its own row', () => {
  const plages = [
    { debut: 0, fin: 12 * H },
    { debut: 6 * JOUR + 20 * H, fin: SEMAINE },
  ]
  const libelles = tableDesHoraires(semaine(plages)).map(({ libelle }) => libelle)
  expect(libelles[0]).toBe('minuit – 12 h')
  expect(libelles[6]).toBe('20 h – minuit')
})

test('a place that never closes says so on each day', () => {
  const libelles = tableDesHoraires(semaine([{ debut: 0, fin: SEMAINE }])).map(({ libelle }) => libelle)
  expect(libelles).toEqual(Array.from({ length: 7 }, () => '24 h sur 24'))
})

test('a day without slots is not said closed while a text may speak of it', () => {
  const libelle = (texte: string) => tableDesHoraires({ ...MAIRIE, texte })[6]?.libelle
  expect(libelle('week 1-53/2 Su 09:00-12:00')).toBe('voir les précisions')
  expect(libelle('PH 10:00-12:00')).toBe('fermé')
  expect(libelle('PH 10:00-12:00; Aug off')).toBe('voir les précisions')
})

test('hours that are only a text make no table', () => {
  expect(tableDesHoraires(semaine([], { texte: '"sur rendez-vous"' }))).toEqual([])
})

test.each([
  ['lun-14:00', 14 * H],
  ['mar-00:00', JOUR],
  ['mer-09:05', 2 * JOUR + 9 * H + 5],
  ['jeu-12:30', 3 * JOUR + 12 * H + 30],
  ['ven-08:00', 4 * JOUR + 8 * H],
  ['sam-10:00', 5 * JOUR + 10 * H],
  ['dim-23:59', SEMAINE - 1],
])('the moment %s is minute %i of the week', (moment, minute) => {
  expect(parseMoment(moment)).toBe(minute)
})

test.each([
  '',
  'lun',
  'lun-24:00',
  'lun-12:60',
  'lun-9:00',
  'Lun-09:00',
  'lundi-09:00',
  'xyz-09:00',
  'lun-09:00 ',
  'maintenant',
])('the moment "%s" is refused', (moment) => {
  expect(parseMoment(moment)).toBeNull()
  expect(estOuvertA(MAIRIE, moment)).toBe(false)
})

test.each([
  ['lun-08:59', false],
  ['lun-09:00', true],
  ['lun-12:29', true],
  ['lun-12:30', false],
  ['mar-11:59', true],
  ['mer-10:00', false],
])('at %s, open is %s', (moment, ouvert) => {
  expect(estOuvertA(MAIRIE, moment)).toBe(ouvert)
})

test('without hours, no moment is open', () => {
  expect(estOuvertA(null, 'lun-10:00')).toBe(false)
})

test('a slot over the midnight of Sunday is open on Monday morning', () => {
  const nuit = semaine([{ debut: 6 * JOUR + 22 * H, fin: SEMAINE + 2 * H }])
  expect(estOuvertA(nuit, 'dim-23:30')).toBe(true)
  expect(estOuvertA(nuit, 'lun-01:59')).toBe(true)
  expect(estOuvertA(nuit, 'lun-02:00')).toBe(false)
})

test('a moment is said in words', () => {
  expect(formatMoment(14 * H)).toBe('lundi à 14 h')
  expect(formatMoment(6 * JOUR + 9 * H + 30)).toBe('dimanche à 9 h 30')
})

const tranche = fc
  .tuple(fc.integer({ min: 0, max: SEMAINE - 1 }), fc.integer({ min: 0, max: 2 * JOUR }))
  .map(([debut, duree]) => ({ debut, fin: debut + duree }))

test('merged slots open exactly the minutes that the slots opened, in the normal form', () => {
  fc.assert(
    fc.property(fc.array(tranche, { maxLength: 8 }), (brutes) => {
      const plages = mergePlages(brutes)
      plages.forEach(({ debut, fin }, i) => {
        expect(debut).toBeLessThan(fin)
        expect(fin).toBeLessThanOrEqual(SEMAINE)
        expect(debut).toBeGreaterThan(plages[i - 1]?.fin ?? -1)
      })
      const fautes: number[] = []
      for (let minute = 0; minute < SEMAINE; minute += 7) {
        const ouvert = [minute, minute + SEMAINE].some((m) => brutes.some(({ debut, fin }) => debut <= m && m < fin))
        if (estOuvertA({ plages, feries: null, texte: null }, minute) !== ouvert) fautes.push(minute)
      }
      expect(fautes).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('the table shows every open minute once, whatever the week', () => {
  const minutes = (heure: string) => {
    const [h = '0', m = '0'] = heure.split(' h ').map((part) => part.replace(' h', ''))
    return heure === 'minuit' ? 0 : Number(h) * H + Number(m)
  }
  fc.assert(
    fc.property(fc.array(tranche, { minLength: 1, maxLength: 8 }), (brutes) => {
      const plages = mergePlages(brutes)
      const montrees = tableDesHoraires({ plages, feries: null, texte: null }).flatMap(({ plages: lues }, jour) =>
        lues.map(({ debut, fin }) => {
          const de = jour * JOUR + minutes(debut)
          return { debut: de, fin: de + ((minutes(fin) - minutes(debut) + JOUR) % JOUR || JOUR) }
        }),
      )
      expect(mergePlages(montrees)).toEqual(plages)
    }),
    { numRuns: 200 },
  )
})
