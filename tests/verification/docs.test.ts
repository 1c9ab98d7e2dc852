import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { writeImport } from '#scripts/docs/import.ts'
import { countMatched, writeRapprochement } from '#scripts/docs/rapprochement.ts'
import { countRules, JOUR_DES_COMPTES, writeRegles } from '#scripts/docs/verification.ts'
import { HAS_REAL_FILES, NO_REAL_FILES, realFile } from '#tests/import/files.ts'

const DOCUMENT = readFileSync('docs/verification.md', 'utf8')
const rowsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('| `'))
/** The first six cells: all but the counts. */
const rule = (line: string) =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, 7)
    .join('|')

test('the document has every rule of the tables, in their words', () => {
  expect(rowsOf(DOCUMENT).map(rule)).toEqual(rowsOf(writeRegles([])).map(rule))
})

test.skipIf(!HAS_REAL_FILES)(`the counts of the document are those of the real files${NO_REAL_FILES}`, async () => {
  const names = [...DOCUMENT.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, name = '']) => name)
  expect(names).toHaveLength(4)
  expect(writeRegles(await countRules(names.map(realFile)))).toBe(DOCUMENT)
})

test.skipIf(!HAS_REAL_FILES)(`the share of places joined is that of the real files${NO_REAL_FILES}`, async () => {
  const document = readFileSync('docs/rapprochement.md', 'utf8')
  const names = [...document.matchAll(/`([\w.-]+\.csv)`/g)].map(([, name = '']) => realFile(name))
  expect(names.length).toBeGreaterThan(1)
  expect(writeRapprochement(await countMatched(names, JOUR_DES_COMPTES))).toBe(document)
  // On the raw rows: a place has one row or more, an employer may have several places.
  const rows = (name: string) =>
    Papa.parse<Record<string, string>>(readFileSync(realFile(name), 'utf8'), { header: true, skipEmptyLines: true })
      .data
  const sirets = new Set(rows('conum-structures-2023-04-05.csv').map((row) => row.SIRET))
  const pivots = rows('conum-permanences-2022-07.csv').flatMap(({ pivot = '' }) => (sirets.has(pivot) ? [pivot] : []))
  const [, joined = ''] = document.match(/same SIRET \| (\d+)/) ?? []
  expect(Number(joined)).toBeLessThanOrEqual(pivots.length + 1)
  expect(Number(joined)).toBeGreaterThanOrEqual(new Set(pivots).size)
})

test('docs/import.md is what the tables of the import say', () => {
  expect(readFileSync('docs/import.md', 'utf8')).toBe(writeImport())
})
