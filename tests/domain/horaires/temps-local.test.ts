import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuseauDe } from '#app/domain/horaires/fuseaux.ts'
import { addJours, addMois, instantLocal, tempsLocal } from '#app/domain/horaires/temps-local.ts'

// What each place's wall says at 12:00 UTC on 14 January 2026, from the legal offsets of winter.
test.each([
  ['75', null, 13 * 60],
  ['2B', null, 13 * 60],
  ['971', null, 8 * 60],
  ['977', null, 8 * 60],
  ['978', null, 8 * 60],
  ['972', null, 8 * 60],
  ['973', null, 9 * 60],
  ['974', null, 16 * 60],
  ['975', null, 9 * 60],
  ['976', null, 15 * 60],
  ['986', null, 24 * 60],
  ['987', null, 2 * 60],
  ['987', '98735', 2 * 60],
  ['987', '98731', 2 * 60 + 30],
  ['987', '98719', 3 * 60],
  ['988', null, 23 * 60],
])('at noon UTC, department %s, commune %s, the clock is at minute %i', (departement, commune, minute) => {
  const lu = tempsLocal(new Date('2026-01-14T12:00:00Z'), fuseauDe(departement, commune))
  expect(lu.date).toBe(minute === 1440 ? '2026-01-15' : '2026-01-14')
  expect(lu.jour).toBe(minute === 1440 ? 3 : 2)
  expect(lu.minute).toBe(minute % 1440)
})

test('an unknown department is on the time of Paris', () => {
  expect(fuseauDe(null)).toBe('Europe/Paris')
  expect(fuseauDe('', '')).toBe('Europe/Paris')
})

test('every department of the country has a zone that the runtime knows', () => {
  const csv = readFileSync(new URL('../../../data/referentiel/departements.csv', import.meta.url), 'utf8')
  const codes = csv
    .split('\n')
    .slice(1)
    .flatMap((ligne) => ligne.split(/[,;]/)[0] || [])
  expect(codes.length).toBeGreaterThan(100)
  for (const code of codes)
    expect(tempsLocal(new Date(0), fuseauDe(code)).date, code).toMatch(/^19(69-12-31|70-01-01)$/)
})

test('the clocks of March and of October', () => {
  const paris = 'Europe/Paris'
  expect(tempsLocal(new Date('2026-03-29T00:59:00Z'), paris)).toEqual({ date: '2026-03-29', jour: 6, minute: 119 })
  expect(tempsLocal(new Date('2026-03-29T01:00:00Z'), paris)).toEqual({ date: '2026-03-29', jour: 6, minute: 180 })
  expect(tempsLocal(new Date('2026-10-25T00:30:00Z'), paris).minute).toBe(150)
  expect(tempsLocal(new Date('2026-10-25T01:30:00Z'), paris).minute).toBe(150)
  // Skipped hour: on the clock of before. Hour lived twice: the first pass, or the second once the first is gone.
  expect(instantLocal('2026-03-29', 150, paris).toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(instantLocal('2026-10-25', 150, paris).toISOString()).toBe('2026-10-25T00:30:00.000Z')
  const entreDeux = new Date('2026-10-25T01:00:00Z')
  expect(instantLocal('2026-10-25', 150, paris, entreDeux).toISOString()).toBe('2026-10-25T01:30:00.000Z')
  expect(instantLocal('2026-03-29', 540, paris).toISOString()).toBe('2026-03-29T07:00:00.000Z')
  expect(instantLocal('2026-03-28', 540, paris).toISOString()).toBe('2026-03-28T08:00:00.000Z')
})

test('local time and back gives the minute, in every zone', () => {
  const codes = ['75', '971', '973', '974', '975', '976', '986', '987', '988']
  const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 })
  fc.assert(
    fc.property(minutes, fc.constantFrom(...codes), (minute, code) => {
      const instant = new Date(minute * 60_000)
      const { date, minute: duJour } = tempsLocal(instant, fuseauDe(code))
      const avant = new Date(instant.getTime() - 1)
      expect(instantLocal(date, duJour, fuseauDe(code), avant)).toEqual(instant)
    }),
  )
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-08-31', 18, '2028-02-29'],
  ['2026-12-15', 12, '2027-12-15'],
])('%s and %i months make %s', (date, mois, attendu) => {
  expect(addMois(date, mois)).toBe(attendu)
})

test('days pass the ends of months and years', () => {
  expect(addJours('2026-12-31', 1)).toBe('2027-01-01')
  expect(addJours('2024-03-01', -1)).toBe('2024-02-29')
})
