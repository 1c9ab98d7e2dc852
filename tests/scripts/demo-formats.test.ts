import { existsSync, readFileSync } from 'node:fs'
import OpeningHours from 'opening_hours'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { CHAMPS } from '#app/domain/lieu/champs.ts'
import { buildDemo, DEMO_DATE } from '#scripts/demo/build.ts'
import { LIEU_COLUMNS, STRUCTURE_COLUMNS } from '#scripts/demo/files.ts'

const LIEUX = `demo/lieux-demonstration-${DEMO_DATE}.csv`
const STRUCTURES = `demo/structures-demonstration-${DEMO_DATE}.csv`

const read = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')
const table = (path: string) => Papa.parse<Record<string, string>>(read(path), { header: true, skipEmptyLines: true })

const { defects } = buildDemo()
const spoiled = new Set(defects.lieux.map(({ row }) => row))
const lieux = table(LIEUX).data
const sound = lieux.filter((row) => !spoiled.has(row.id ?? ''))
const cells = (rows: Record<string, string>[], column: string) =>
  rows.flatMap((row) => row[column]?.split('|').filter(Boolean) ?? [])

describe('the words of the standard', () => {
  test.each(Object.values(CHAMPS).map(({ column, values }) => [column, values] as const))(
    '%s holds only values of its list',
    (column, values) => {
      const known = new Set<string>(values)
      expect([...new Set(cells(sound, column))].filter((value) => !known.has(value))).toEqual([])
      expect(new Set(cells(sound, column)).size).toBeGreaterThan(1)
    },
  )

  test('hours are read by opening_hours, in many forms', () => {
    const texts = [...new Set(sound.map((row) => row.horaires ?? '').filter(Boolean))]
    expect(texts.length).toBeGreaterThan(500)
    for (const text of texts) expect(() => new OpeningHours(text, null), text).not.toThrow()
    for (const form of [/PH off$/, /^week /, /\[1,3\]/, /Sa /, /; \w\w off/, /^\w\w [\d:-]+$/]) {
      expect(
        texts.some((text) => form.test(text)),
        String(form),
      ).toBe(true)
    }
  })
})

describe('the official formats', () => {
  const real = new URL('../../../shared/data/', import.meta.url)
  const hasReal = existsSync(new URL('conum-structures-2023-04-05.csv', real))
  const realText = (name: string) => readFileSync(new URL(name, real), 'utf8')
  const schema: {
    fields: { name: string; constraints?: { pattern?: string; required?: boolean; maxLength?: number } }[]
  } = hasReal ? JSON.parse(realText('schema-lieux-mediation-numerique-1.0.2.json')) : { fields: [] }

  test('each file has its columns in their order', () => {
    expect(table(LIEUX).meta.fields).toEqual([...LIEU_COLUMNS])
    expect(table(STRUCTURES).meta.fields).toEqual([...STRUCTURE_COLUMNS])
    expect(table(LIEUX).meta.delimiter).toBe(',')
    expect(table(STRUCTURES).meta.delimiter).toBe(';')
    expect(
      read(LIEUX)
        .split('\n')
        .every((line) => line === '' || /^".*"$/.test(line)),
    ).toBe(true)
  })

  test.skipIf(!hasReal)(
    'the columns are those of the schema and of the real file (skipped without ../shared/data)',
    () => {
      expect(schema.fields.map(({ name }) => name)).toEqual([...LIEU_COLUMNS])
      expect(realText('conum-structures-2023-04-05.csv').split('\n')[0]).toBe(STRUCTURE_COLUMNS.join(';'))
    },
  )

  test.skipIf(!hasReal)('every sound row is valid by the schema (skipped without ../shared/data)', () => {
    for (const { name, constraints = {} } of schema.fields) {
      const pattern = constraints.pattern && new RegExp(constraints.pattern)
      const wrong = sound
        .map((row) => row[name] ?? '')
        .filter((cell) => (cell === '' ? constraints.required : pattern && !pattern.test(cell)))
      expect(wrong, name).toEqual([])
      expect(Math.max(...sound.map((row) => row[name]?.length ?? 0)), name).toBeLessThanOrEqual(
        constraints.maxLength ?? 2000,
      )
    }
  })
})
