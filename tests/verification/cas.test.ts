import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CAS, seeCas } from './cas.ts'
import { options } from './fichiers.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/cas')

test('every case has what it must give', () => {
  const named = new Set(Object.keys(CAS).map((cas) => cas.split(',')[0]))
  expect(readdirSync(FOLDER).filter((name) => !named.has(name))).toEqual([])
})

test.each(Object.entries(CAS))('$0', async (cas) => {
  const { vu, est } = await seeCas(cas, { ...(await options()), today: '2026-11-29' })
  expect(vu).toEqual(est)
})
