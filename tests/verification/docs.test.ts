import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeImport } from '#scripts/docs/import.ts'
import { compter, writeRegles } from '#scripts/docs/verification.ts'
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
  expect(writeRegles(await compter(names.map(realFile)))).toBe(DOCUMENT)
})

test('docs/import.md is what the tables of the import say', () => {
  expect(readFileSync('docs/import.md', 'utf8')).toBe(writeImport())
})
