import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Lieu, type Repere, readLieu, readRepere } from '#app/lecture/lieux.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { embeddedTerritoire, HAS_REAL_FILES, NO_REAL_FILES, realFile } from '#tests/import/files.ts'

const DEMO = join(import.meta.dirname, '../../data/demo')
const demo = join(DEMO, readdirSync(DEMO).find((name) => name.startsWith('lieux-')) ?? '')

/** What a place is told apart by, of what its whole row says. */
function repereOf(lieu: Lieu | null): Repere | null {
  if (lieu === null) return null
  const { idPublie, idDuSite, coopId, reseau, siret, dateMaj, horaires } = lieu
  const { nom, place, communeNom, codePostal, adresse, complementAdresse, telephone, fuseau } = lieu
  const situe = { nom, place, communeNom, codePostal, adresse, complementAdresse, telephone, fuseau }
  return { idPublie, idDuSite, coopId, reseau, siret, dateMaj, horaires, ...situe }
}

/** Reads every row both ways; the number of rows. */
async function compare(path: string): Promise<number> {
  const territoire = await embeddedTerritoire()
  const today = '2026-06-30'
  let read = 0
  for await (const rows of (await openTable(path, { kind: 'lieux' })).rows()) {
    for (const row of rows) {
      const whole = readLieu(row, territoire, startJournal(row.line), today)
      expect(readRepere(row, territoire, startJournal(row.line), today)).toEqual(repereOf(whole))
      read += 1
    }
  }
  return read
}

test('a row read for what it is told apart by alone says the same as read whole', async () => {
  expect(await compare(demo)).toBeGreaterThan(100)
})

test.skipIf(!HAS_REAL_FILES)(`so do the published rows${NO_REAL_FILES}`, async () => {
  expect(await compare(realFile('conum-permanences-2022-07.csv'))).toBe(2733)
})
