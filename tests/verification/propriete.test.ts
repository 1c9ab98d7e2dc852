import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Lieu } from '#app/lecture/lieux.ts'
import type { Poste } from '#app/lecture/structures.ts'
import type { CheckOptions } from '#app/verification/check-file.server.ts'
import { ENTIER } from '#tests/faults/echelle.ts'
import { HAS_REAL_FILES, NO_REAL_FILES, realFile } from '#tests/import/files.ts'
import { CAS, fichierDe, type Lu, readWhole } from './cas.ts'
import { options } from './fichiers.ts'

const CASES = join(import.meta.dirname, '../fixtures/cas')

async function pass(name: string, bytes: Uint8Array) {
  const own: CheckOptions = { ...(await options()), today: '2026-11-29' }
  const before = await readWhole(fichierDe(name, bytes), own)
  const after = await readWhole(fichierDe('corrige.csv', new TextEncoder().encode(before.corrige)), own)
  return { before, after }
}

/** The point is one value in two columns. */
const POINT = ['latitude', 'longitude']

/** The cells that differ and of which the report does not say that they are corrected. */
function unsaid({ header, rows, rapport }: Lu, after: Lu): string[] {
  const said = new Set(
    rapport.anomalies
      .filter(({ sure }) => sure)
      .flatMap(({ line, colonne, field }) =>
        (POINT.includes(field) ? POINT : [colonne]).map((one) => `${line} ${one}`),
      ),
  )
  return rows.flatMap(({ line, published }, i) =>
    header.flatMap((name, rang) => {
      const same = (published[rang] ?? '') === (after.rows[i]?.published[rang] ?? '')
      return same || said.has(`${line} ${name}`) || said.has(`${line} `) ? [] : [`${line} ${name}`]
    }),
  )
}

/** A place but for its line, and for the writing of its hours, of which the week is what counts. */
const placeOf = (one: Lieu | null) =>
  one && { ...one, line: 0, horaires: null, semaine: one.semaine && { ...one.semaine, texte: '' } }
const posteOf = (one: Poste | null) => one && { ...one, line: 0 }
const errorsOf = ({ rapport }: Lu) => rapport.anomaliesPar.error

function holds({ before, after }: Awaited<ReturnType<typeof pass>>): void {
  expect(after.rows).toHaveLength(before.rows.length)
  expect(unsaid(before, after)).toEqual([])
  expect(after.lieux.map(placeOf)).toEqual(before.lieux.map(placeOf))
  expect(after.postes.map(posteOf)).toEqual(before.postes.map(posteOf))
  expect(errorsOf(after)).toBeLessThanOrEqual(errorsOf(before))
  expect(after.corrige).toBe(before.corrige)
  // What is said to be corrected is: nothing of it is left to say.
  expect(after.rapport.anomalies.filter(({ sure }) => sure)).toEqual([])
}

const read = readdirSync(CASES).filter((name) => !('refuse' in (CAS[name] ?? {})))

describe('a corrected file has the rows of the first, in order: nothing lost, nothing new, nothing in silence', () => {
  test.each(read)('%s', async (name) => {
    holds(await pass(name, readFileSync(join(CASES, name))))
  })
})

const FILES = HAS_REAL_FILES
  ? readdirSync(realFile('.')).filter((name) => /^(?:conum|france-services|lieux).*\.csv$/.test(name))
  : []

/** Each whole when every fault is asked for, as `npm run test:faults` does; else its first lines. */
const LIGNES = ENTIER ? Number.POSITIVE_INFINITY : 200

describe.skipIf(!HAS_REAL_FILES)(`the same of the published files, ${LIGNES} lines of each${NO_REAL_FILES}`, () => {
  test.each(FILES)('%s', { timeout: 600_000 }, async (name) => {
    const bytes = readFileSync(realFile(name))
    holds(await pass(name, bytes.subarray(0, endOf(bytes, LIGNES))))
  })
})

/** Where so many lines end. */
function endOf(bytes: Buffer, lines: number): number {
  let end = 0
  for (let i = 0; i < lines && end < bytes.length; i += 1) end = bytes.indexOf('\n', end) + 1 || bytes.length + 1
  return Math.min(end, bytes.length)
}
