import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { NORME_LIEUX } from '#app/verification/norme.ts'
import { check, lieux, mend, SANS_FAUTE } from './fichiers.ts'

// A few seconds, and some tens on a machine that does ten things.
const runs = { numRuns: 60, seed: 20260630 }

/** Cells as hands and tools write them, and worse. */
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(SANS_FAUTE)) },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    '+33 3 53 01 00 01',
    '-1',
    '@SUM(1)',
    '\t=x',
    'Ã©tÃ©',
    '<b>a</b>',
    '&amp;',
    '0',
    '00000',
    'null',
  ),
  fc.constantFrom(
    'a;b',
    'a, b',
    'a|b',
    '||',
    '|',
    'Jeunes ,Seniors',
    'Adultes',
    'CNFS, Aidants Connect',
    "'",
    '"',
    '""',
    '\n',
  ),
  fc.constantFrom(
    'a@b.fr, c@d.fr',
    'www.a.fr www.b.fr',
    '1/2/2026',
    '01/02/2026',
    '4,5',
    'Mo 9',
    '75 011',
    '2a004',
    '93059',
  ),
)
const row = fc.record(Object.fromEntries(NORME_LIEUX.colonnes.map((name) => [name, cell])), { requiredKeys: [] })

test('a mended file keeps every row, and has nothing more to mend', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row as fc.Arbitrary<Record<string, string>>, { minLength: 1, maxLength: 4 }),
      async (rows) => {
        const text = lieux(rows)
        const before = await check(text)
        const mended = await mend(text)
        const after = await check(mended)
        expect(after.read).toBe(before.read)
        expect(after.publiables).toBeGreaterThanOrEqual(before.publiables)
        expect(after.anomalies.filter(({ sure }) => sure)).toEqual([])
        // What a spreadsheet would run is said, and given back as it was written.
        const { data } = Papa.parse<string[]>(mended.trimEnd())
        const written = new Set(rows.flatMap((one) => Object.values(one)))
        for (const one of data.flat()) if (/^\s*(=|@\w+\()/.test(one)) expect(written).toContain(one)
      },
    ),
    runs,
  )
})

test('whatever the bytes, the answer is a report that counts every row, or one sentence', async () => {
  const valid = new TextEncoder().encode(lieux([{}, { nom: 'Été', services: 'Jeunes, "b"' }]))
  const change = fc.record({ at: fc.nat(valid.length - 1), byte: fc.integer({ min: 0, max: 255 }), cut: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 30 }), async (changes) => {
      let bytes = Uint8Array.from(valid)
      for (const { at, byte, cut } of changes) {
        if (cut && changes.length > 20) bytes = bytes.slice(0, Math.max(1, at))
        else if (at < bytes.length) bytes[at] = byte
      }
      const rapport = await check(bytes).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Unreadable)
        expect((error as Error).message).toMatch(/^fichier\.csv.*\.$|^fichier\.csv[^\n]*--kind\.$/s)
        return null
      })
      if (rapport === null) return
      expect(rapport.lignes).toHaveLength(rapport.read)
      expect(rapport.lignes.filter(({ verdict }) => verdict === 'affiche')).toHaveLength(rapport.publiables)
      for (const { verdict, motif } of rapport.lignes) if (verdict !== 'affiche') expect(motif).toMatch(/\.$/)
      await mend(bytes)
    }),
    runs,
  )
})
