import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContexteEtat, etatAt, phraseEtat, prochainChangement } from '#app/domain/horaires/etat.ts'
import { fuseauDe } from '#app/domain/horaires/fuseaux.ts'
import { mergePlages, type Plage, type Semaine } from '#app/domain/horaires/semaine.ts'

const H = 60
const JOUR = 24 * H

function semaine(plages: Plage[], reste: Partial<Semaine> = {}): Semaine {
  return { plages: mergePlages(plages), feries: null, texte: null, ...reste }
}

/** Monday to Friday, the same slots. */
function ouvrable(...tranches: [number, number][]): Plage[] {
  return [0, 1, 2, 3, 4].flatMap((jour) =>
    tranches.map(([debut, fin]) => ({ debut: jour * JOUR + debut * H, fin: jour * JOUR + fin * H })),
  )
}

function a(instant: string, departement = '75', dateMaj: string | null = '2026-01-01'): ContexteEtat {
  return { instant: new Date(instant), fuseau: fuseauDe(departement), departement, dateMaj }
}

function phrase(lieu: Semaine | null, contexte: ContexteEtat): string {
  return phraseEtat(etatAt(lieu, contexte))
}

const MATIN = semaine(ouvrable([9, 12]))
const BUREAU = semaine(ouvrable([9, 12], [14, 17]))

describe('the same hours, Monday to Friday from 9 to 12, at 08:30 UTC on a Tuesday', () => {
  test.each([
    ['75', 'Ouvert, ferme à 12 h'],
    ['973', 'Fermé, ouvre aujourd’hui à 9 h'],
    ['974', 'Fermé, ouvre mercredi à 9 h'],
  ])('in department %s: %s', (departement, attendu) => {
    expect(phrase(MATIN, a('2026-03-03T08:30:00Z', departement))).toBe(attendu)
  })
})

test.each([
  ['2026-03-02T07:59:00Z', 'Fermé, ouvre aujourd’hui à 9 h'],
  ['2026-03-02T08:00:00Z', 'Ouvert, ferme à 12 h'],
  ['2026-03-02T10:59:00Z', 'Ouvert, ferme à 12 h'],
  ['2026-03-02T11:00:00Z', 'Fermé, ouvre aujourd’hui à 14 h'],
  ['2026-03-02T16:00:00Z', 'Fermé, ouvre mardi à 9 h'],
  ['2026-03-06T16:00:00Z', 'Fermé, ouvre lundi à 9 h'],
])('at %s in Paris: %s', (instant, attendu) => {
  expect(phrase(BUREAU, a(instant))).toBe(attendu)
})

describe('public holidays', () => {
  test('on 14 July, hours that do not speak of holidays say to call', () => {
    expect(etatAt(BUREAU, a('2026-07-14T08:00:00Z'))).toEqual({ etat: 'ferie', nom: '14 juillet', appelerAvant: true })
    expect(phrase(BUREAU, a('2026-07-14T08:00:00Z'))).toBe('Jour férié, appelez avant de venir')
  })
  test('on 14 July, hours that close on holidays are closed, and those that do not are open', () => {
    expect(phrase({ ...BUREAU, feries: 'ferme' }, a('2026-07-14T08:00:00Z'))).toBe('Fermé, ouvre mercredi à 9 h')
    expect(phrase({ ...BUREAU, feries: 'ouvert' }, a('2026-07-14T08:00:00Z'))).toBe('Ouvert, ferme à 12 h')
  })
  test('27 April is a holiday in Mayotte and nowhere else', () => {
    const instant = '2026-04-27T07:00:00Z'
    expect(etatAt(BUREAU, a(instant, '976')).etat).toBe('ferie')
    expect(etatAt(BUREAU, a(instant, '974')).etat).toBe('ouvert')
    expect(etatAt(BUREAU, a(instant, '75')).etat).toBe('ouvert')
  })
  test('the holiday is that of the calendar on the wall of the place', () => {
    // 22:30 UTC on 13 July is 00:30 on the 14th in Paris, and still the 13th in Cayenne.
    const sansFin = semaine([{ debut: 0, fin: 7 * JOUR }])
    expect(etatAt(sansFin, a('2026-07-13T22:30:00Z', '75')).etat).toBe('ferie')
    expect(etatAt(sansFin, a('2026-07-13T22:30:00Z', '973')).etat).toBe('ouvert')
  })
  test('no opening is announced on a holiday', () => {
    expect(phrase(BUREAU, a('2026-07-13T17:00:00Z'))).toBe('Fermé, ouvre mercredi à 9 h')
    expect(phrase({ ...BUREAU, feries: 'ouvert' }, a('2026-07-13T17:00:00Z'))).toBe('Fermé, ouvre mardi à 9 h')
  })
  test('a week ahead or more, the date is given', () => {
    const vendredis = semaine([{ debut: 4 * JOUR + 9 * H, fin: 4 * JOUR + 12 * H }])
    // 25 December 2026 and 1 January 2027 are Fridays.
    expect(phrase(vendredis, a('2026-12-18T12:00:00Z', '75', '2026-12-01'))).toBe(
      'Fermé, ouvre le vendredi 8 janvier à 9 h',
    )
  })
  test('hours of their own on holidays say to call that day, and leave the others certain', () => {
    const lieu = semaine(BUREAU.plages, { texte: 'PH 10:00-12:00' })
    expect(etatAt(lieu, a('2026-07-14T08:00:00Z')).etat).toBe('ferie')
    expect(etatAt(lieu, a('2026-07-15T08:00:00Z')).etat).toBe('ouvert')
  })
})

describe('age of the hours', () => {
  test.each([
    ['2025-07-15', 'ouvert', false],
    ['2025-07-14', 'ouvert', true],
    ['2025-01-15', 'ouvert', true],
    ['2025-01-14', 'ancien', true],
    ['2022-07-01', 'ancien', true],
    [null, 'ancien', true],
    ['n’importe quoi', 'ancien', true],
  ])('updated on %s, seen on 15 July 2026: %s, call before: %s', (dateMaj, etat, appelerAvant) => {
    expect(etatAt(BUREAU, a('2026-07-15T08:00:00Z', '75', dateMaj))).toMatchObject({ etat, appelerAvant })
  })
  test('the sentence says to call after 12 months, and neither open nor closed after 18', () => {
    expect(phrase(BUREAU, a('2026-07-15T08:00:00Z', '75', '2025-03-01'))).toBe(
      'Ouvert, ferme à 12 h (appelez avant de venir)',
    )
    expect(phrase(BUREAU, a('2026-07-15T08:00:00Z', '75', '2024-03-01'))).toBe(
      'Horaires anciens, appelez avant de venir',
    )
  })
})

test('unknown hours are not closed', () => {
  expect(phrase(null, a('2026-03-03T08:30:00Z'))).toBe('Horaires non communiqués')
})

test.each(['week 1-53/2 Mo 09:00-12:00', '"sur rendez-vous"', 'Aug off', 'PH 10:00-12:00; SH off'])(
  'with the text %s beside, nothing is said open or closed',
  (texte) => {
    for (const heure of ['08', '12', '18']) {
      expect(phrase({ ...BUREAU, texte }, a(`2026-03-03T${heure}:30:00Z`))).toBe(
        'Horaires à vérifier, appelez avant de venir',
      )
    }
  },
)

describe('clock changes in Paris', () => {
  test.each([
    // 09:00 is 08:00 UTC in winter and 07:00 in summer.
    ['2026-03-27T07:30:00Z', 'ferme'],
    ['2026-03-27T08:00:00Z', 'ouvert'],
    ['2026-03-30T06:59:00Z', 'ferme'],
    ['2026-03-30T07:00:00Z', 'ouvert'],
    ['2026-10-23T07:00:00Z', 'ouvert'],
    ['2026-10-26T07:00:00Z', 'ferme'],
    ['2026-10-26T08:00:00Z', 'ouvert'],
  ])('at %s: %s', (instant, etat) => {
    expect(etatAt(BUREAU, a(instant)).etat).toBe(etat)
  })
  test('the next change is given on the clock of its own day', () => {
    const samedi = semaine([{ debut: 6 * JOUR + 9 * H, fin: 6 * JOUR + 12 * H }])
    expect(prochainChangement(samedi, a('2026-03-28T23:30:00Z'))?.toISOString()).toBe('2026-03-29T07:00:00.000Z')
    expect(prochainChangement(samedi, a('2026-10-24T22:30:00Z'))?.toISOString()).toBe('2026-10-25T08:00:00.000Z')
  })
})

describe('a slot over the midnight of Sunday, 22:00 to 02:00', () => {
  const nuit = semaine([{ debut: 6 * JOUR + 22 * H, fin: 7 * JOUR + 2 * H }])
  test.each([
    ['2026-03-01T20:59:00Z', 'Fermé, ouvre aujourd’hui à 22 h'],
    ['2026-03-01T21:00:00Z', 'Ouvert, ferme à 2 h'],
    ['2026-03-01T23:00:00Z', 'Ouvert, ferme à 2 h'],
    ['2026-03-02T00:59:00Z', 'Ouvert, ferme à 2 h'],
    ['2026-03-02T01:00:00Z', 'Fermé, ouvre dimanche à 22 h'],
  ])('at %s: %s', (instant, attendu) => {
    expect(phrase(nuit, a(instant))).toBe(attendu)
  })
})

describe('an evening belongs to the day on which it starts', () => {
  // 1 January 2027 is a Friday: case 49.
  const [jeudi, vendredi] = [3, 4].map((jour) => ({ debut: jour * JOUR + 22 * H, fin: (jour + 1) * JOUR + 2 * H }))
  const soirs = (plage: Plage | undefined, feries: Semaine['feries']) => semaine(plage ? [plage] : [], { feries })
  const nuit = '2027-01-01T23:30:00Z'
  test.each([
    [
      'a Friday evening that the holiday closes is closed after midnight',
      vendredi,
      'ferme',
      nuit,
      'Fermé, ouvre vendredi à 22 h',
    ],
    ['… and open when the holiday is as usual', vendredi, 'ouvert', nuit, 'Ouvert, ferme à 2 h'],
    [
      '… and doubtful when the hours say nothing of holidays',
      vendredi,
      null,
      nuit,
      'Jour férié, appelez avant de venir',
    ],
    [
      'an eve goes on after midnight, though the holiday closes',
      jeudi,
      'ferme',
      '2026-12-31T23:30:00Z',
      'Ouvert, ferme à 2 h',
    ],
    ['… until it ends', jeudi, 'ferme', '2027-01-01T01:00:00Z', 'Fermé, ouvre jeudi à 22 h'],
    [
      'a night that ends after six is one evening too',
      { debut: 4 * JOUR + 20 * H, fin: 5 * JOUR + 8 * H },
      'ferme',
      '2027-01-02T06:00:00Z',
      'Fermé, ouvre vendredi à 20 h',
    ],
  ] as const)('%s', (_, plage, feries, instant, attendu) => {
    expect(phrase(soirs(plage, feries), a(instant, '75', '2026-11-01'))).toBe(attendu)
  })
})

test('a place open to midnight closes at midnight, and one that never closes gives no hour', () => {
  expect(phrase(semaine([{ debut: JOUR + 18 * H, fin: 2 * JOUR }]), a('2026-03-03T20:00:00Z'))).toBe(
    'Ouvert, ferme à minuit',
  )
  const sansFin = semaine([{ debut: 0, fin: 7 * JOUR }], { feries: 'ouvert' })
  expect(etatAt(sansFin, a('2026-03-03T20:00:00Z'))).toMatchObject({ etat: 'ouvert', fermeture: null })
  expect(phrase(sansFin, a('2026-07-14T20:00:00Z'))).toBe('Ouvert')
})

describe('the next change of the sentence', () => {
  test.each([
    ['an opening', '2026-03-03T07:30:00Z', '2026-03-03T08:00:00.000Z'],
    ['a closing', '2026-03-03T08:30:00Z', '2026-03-03T11:00:00.000Z'],
    ['the midnight that makes Tuesday today', '2026-03-02T18:00:00Z', '2026-03-02T23:00:00.000Z'],
    ['Monday’s midnight, for a place closed since Friday', '2026-03-06T18:00:00Z', '2026-03-08T23:00:00.000Z'],
    ['the end of a holiday', '2026-07-14T08:00:00Z', '2026-07-14T22:00:00.000Z'],
  ])('%s', (_, instant, attendu) => {
    expect(prochainChangement(BUREAU, a(instant))?.toISOString()).toBe(attendu)
  })
  test('there is none without hours, nor for hours too old to say anything', () => {
    expect(prochainChangement(null, a('2026-03-03T08:30:00Z'))).toBeNull()
    expect(prochainChangement(BUREAU, a('2026-03-03T08:30:00Z', '75', null))).toBeNull()
  })
  test('the hours that pass 18 months stop speaking at midnight', () => {
    const contexte = a('2026-03-03T17:00:00Z', '75', '2024-09-03')
    expect(prochainChangement(BUREAU, contexte)?.toISOString()).toBe('2026-03-03T23:00:00.000Z')
  })

  // Every five minutes of three days: no slot starts or ends between 2 and 3, the hour that clocks skip or repeat.
  const bord = fc.integer({ min: 0, max: 287 }).map((pas) => pas * 5)
  const horsNuit = bord.filter((minute) => minute < 2 * H || minute >= 3 * H)
  const plage = fc
    .tuple(fc.integer({ min: 0, max: 6 }), horsNuit, horsNuit)
    .map(([jour, de, jusque]) => ({ debut: jour * JOUR + de, fin: jour * JOUR + jusque + (jusque <= de ? JOUR : 0) }))
  const debuts = ['2026-03-27T12:00:00Z', '2026-10-23T12:00:00Z', '2026-07-12T12:00:00Z', '2026-12-30T12:00:00Z']
  test('it is the one found by looking every five minutes', () => {
    fc.assert(
      fc.property(
        fc.array(plage, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(null, 'ferme' as const, 'ouvert' as const),
        fc.constantFrom(...debuts),
        fc.constantFrom('75', '974', '975', '988'),
        fc.integer({ min: 0, max: 400 }),
        (plages, feries, debut, departement, pas) => {
          const lieu = semaine(plages, { feries })
          const instant = Date.parse(debut) + pas * 300_000
          const contexte = { ...a(debut, departement), instant: new Date(instant) }
          const actuelle = phrase(lieu, contexte)
          let vu: number | null = null
          for (let t = instant + 300_000; vu === null && t <= instant + 3 * JOUR * 60_000; t += 300_000) {
            if (phrase(lieu, { ...contexte, instant: new Date(t) }) !== actuelle) vu = t
          }
          const trouve = prochainChangement(lieu, contexte)?.getTime() ?? null
          if (vu === null) expect(trouve ?? Infinity).toBeGreaterThan(instant + 3 * JOUR * 60_000)
          else expect(trouve).toBe(vu)
        },
      ),
      { numRuns: 150 },
    )
  })
})
