import { expect, test } from 'vitest'
import { ANOMALIE_SEVERITY } from '#app/domain/rapport/anomalies.ts'
import { ANOMALIE_PHRASE } from '#app/domain/rapport/phrases.ts'
import { SEVERITIES } from '#app/domain/vocabulary.ts'

test('every code has one severity and one sentence of its own', () => {
  expect(Object.keys(ANOMALIE_PHRASE).sort()).toEqual(Object.keys(ANOMALIE_SEVERITY).sort())
  for (const severity of Object.values(ANOMALIE_SEVERITY)) expect(SEVERITIES).toContain(severity)
  expect(new Set(Object.values(ANOMALIE_PHRASE)).size).toBe(Object.keys(ANOMALIE_PHRASE).length)
})

test.each(Object.entries(ANOMALIE_PHRASE))('%s is said in a whole sentence', (_, phrase) => {
  expect(phrase).toMatch(/^\p{Lu}.*\.$/u)
  expect(phrase).not.toContain("'")
})
