import { describe, expect, test } from 'vitest'
import { estFerie, joursFeries } from '#app/domain/horaires/jours-feries.ts'

// Copied by hand from calendars, not computed.
const CALENDRIERS = {
  2024: ['01-01', '04-01', '05-01', '05-08', '05-09', '05-20', '07-14', '08-15', '11-01', '11-11', '12-25'],
  2026: ['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25'],
  2027: ['01-01', '03-29', '05-01', '05-06', '05-08', '05-17', '07-14', '08-15', '11-01', '11-11', '12-25'],
}

function dates(annee: number, departement: string | null): string[] {
  return [...joursFeries(annee, departement).keys()].map((date) => date.slice(5)).sort()
}

test.each(Object.entries(CALENDRIERS))('the eleven national holidays of %s', (annee, attendus) => {
  expect(dates(Number(annee), '75')).toEqual(attendus)
  expect(dates(Number(annee), '2A')).toEqual(attendus)
  expect(dates(Number(annee), null)).toEqual(attendus)
})

test.each([
  ['57', 2024, '03-29'],
  ['67', 2026, '04-03'],
  ['68', 2027, '03-26'],
])('department %s also keeps Good Friday and 26 December in %i', (departement, annee, vendrediSaint) => {
  const national = CALENDRIERS[annee as keyof typeof CALENDRIERS]
  expect(dates(annee, departement)).toEqual([...national, vendrediSaint, '12-26'].sort())
  expect(estFerie(`${annee}-${vendrediSaint}`, departement)).toBe('Vendredi saint')
  expect(estFerie(`${annee}-12-26`, departement)).toBe('2ème jour de Noël')
})

describe('the abolition of slavery has its own day in each overseas territory', () => {
  const jours = [
    ['976', '04-27'],
    ['972', '05-22'],
    ['971', '05-27'],
    ['978', '05-28'],
    ['973', '06-10'],
    ['977', '10-09'],
    ['974', '12-20'],
  ] as const
  test.each(jours)('%s: %s', (departement, jour) => {
    expect(estFerie(`2026-${jour}`, departement)).toBe("Abolition de l'esclavage")
    expect(dates(2026, departement)).toHaveLength(12)
    for (const [autre] of jours) if (autre !== departement) expect(estFerie(`2026-${jour}`, autre)).toBeNull()
    expect(estFerie(`2026-${jour}`, '75')).toBeNull()
  })
  test('Saint-Pierre-et-Miquelon has the national days, as in the State’s calendar', () => {
    expect(dates(2024, '975')).toEqual(CALENDRIERS[2024])
  })

  test.each([
    ['986', 2026, ['04-28', '07-29']],
    ['987', 2024, ['03-05', '06-29']],
    ['987', 2025, ['03-05', '11-20']],
    ['988', 2026, ['09-24']],
  ])('%s has days of its own in %d, beside the national ones', (code, annee, own) => {
    const national = dates(annee, '75')
    expect(dates(annee, code).filter((date) => !national.includes(date))).toEqual(own)
    expect(dates(annee, code)).toHaveLength(national.length + own.length)
  })
})

test('Good Friday is no holiday in Martinique nor in Guadeloupe, whatever other calendars say', () => {
  expect(estFerie('2026-04-03', '972')).toBeNull()
  expect(estFerie('2026-04-03', '971')).toBeNull()
})

test('a holiday that falls on another keeps one name', () => {
  expect(estFerie('2008-05-01', '75')).toBe('1er mai')
  expect(dates(2008, '75')).toHaveLength(10)
})

test('what is no date is no holiday', () => {
  for (const date of ['', '14/07/2026', '2026-7-14', '2026-07-14T10:00:00Z', '2026-07-15']) {
    expect(estFerie(date, '75')).toBeNull()
  }
})

// Clavius' tables as Knuth gives them (The Art of Computer Programming, 1.3.2, exercise 14): not the algorithm tested.
function lundiDePaques(annee: number): string {
  const nombreDOr = (annee % 19) + 1
  const siecle = Math.floor(annee / 100) + 1
  const bissextiles = Math.floor((3 * siecle) / 4) - 12
  const lune = Math.floor((8 * siecle + 5) / 25) - 5
  const dimanche = Math.floor((5 * annee) / 4) - bissextiles - 10
  let epacte = (((11 * nombreDOr + 20 + lune - bissextiles) % 30) + 30) % 30
  if ((epacte === 25 && nombreDOr > 11) || epacte === 24) epacte++
  const pleineLune = 44 - epacte < 21 ? 74 - epacte : 44 - epacte
  const paques = pleineLune + 7 - ((dimanche + pleineLune) % 7)
  return new Date(Date.UTC(annee, 2, paques + 1)).toISOString().slice(0, 10)
}

test('Easter Monday from 1900 to 2199 is that of another computation', () => {
  for (let annee = 1900; annee < 2200; annee++) {
    expect(estFerie(lundiDePaques(annee), '75'), String(annee)).toBe('Lundi de Pâques')
  }
})
