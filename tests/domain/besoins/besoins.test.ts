import { expect, test } from 'vitest'
import { BESOINS, OPERATEURS_FRANCE_SERVICES } from '#app/domain/besoins/besoins.ts'
import { CHAMPS } from '#app/domain/lieu/champs.ts'

const named = BESOINS.flatMap(({ services }) => services)

test('every service that a need names is in the closed list, and every service of the list answers some need', () => {
  expect([...new Set(named)].sort()).toEqual([...CHAMPS.service.values].sort())
})

test('each need has its own words, none of them those of the standard', () => {
  expect(new Set(BESOINS.map(({ titre }) => titre)).size).toBe(BESOINS.length)
  const words = BESOINS.map(({ titre, exemples }) => `${titre} ${exemples ?? ''}`).join(' ')
  expect(CHAMPS.service.values.filter((service) => words.includes(service))).toEqual([])
})

test('France services stands beside the need that its operators answer, and they are named without a number', () => {
  const beside = BESOINS.filter(({ franceServices }) => franceServices)
  expect(beside.map(({ services }) => services)).toEqual([['Aide aux démarches administratives']])
  expect(OPERATEURS_FRANCE_SERVICES.join(' ')).not.toMatch(/\d/)
})
