import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Kind } from '#app/domain/vocabulary.ts'
import { readFranceServices } from '#app/lecture/france-services.ts'
import { readLieu } from '#app/lecture/lieux.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { readStructure } from '#app/lecture/structures.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { csv, embeddedTerritoire, lieuxCsv, structuresCsv, workFolder } from './files.ts'

const folder = workFolder()
let territoire: Territoire
beforeAll(async () => {
  territoire = await embeddedTerritoire()
})
afterAll(folder.remove)

/** Reads a file to the last row as the import does; null when it is refused in a sentence. */
async function digest(
  bytes: Uint8Array,
): Promise<{ read: number; kept: number; rejected: number; lines: number[] } | null> {
  const path = folder.write('hasard.csv', bytes)
  const counts = { read: 0, kept: 0, rejected: 0, lines: [] as number[] }
  try {
    const table = await openTable(path)
    for await (const rows of table.rows()) {
      for (const row of rows) {
        counts.read += 1
        counts.lines.push(row.line)
        const kept = row.defect !== 'ligne.guillemet' && readRow(table.kind, row) !== null
        if (kept) counts.kept += 1
        else counts.rejected += 1
      }
    }
    return counts
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    expect(error.message).toContain('hasard.csv')
    return null
  }
}

function readRow(kind: Kind, row: Parameters<typeof readLieu>[0]): unknown {
  const journal = startJournal(row.line)
  if (kind === 'structures') return readStructure(row, territoire, journal, '2026-06-30')
  if (kind === 'france-services') return readFranceServices(row, territoire, journal)
  return kind === 'lieux' ? readLieu(row, territoire, journal, '2026-06-30') : row
}

test('any bytes are read or refused in a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      await digest(bytes)
    }),
    { numRuns: 400 },
  )
})

const FILES = [
  lieuxCsv([{ nom: 'Médiathèque' }, { nom: 'Mairie "du haut"', services: 'a\nb' }, { horaires: 'Mo-Fr 09:00-12:00' }]),
  structuresCsv([['VILLE', 'Reims', 'Marne', '2', '01/02/2024', '43493312300029', '51', '51454', '51100']]),
  csv(['id_fs', 'lib_fs', 'code_postal', 'h_lundi'], [['1', 'Maison', '51100', '09:00 - 12:00 / 14:00 - 16:30']]),
  JSON.stringify([{ nom: 'Reims', code: '51454', population: 1 }]),
]
const TOKENS = [
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\ufeff',
  '\u0000',
  '{',
  '[',
  'é',
  '\ud83d\ude00',
  '=',
  '0',
]

test('a published file with anything put, cut or doubled anywhere is read or refused in a sentence', async () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat({ max: 30 }),
    put: fc.oneof(fc.constantFrom(...TOKENS), fc.string({ unit: 'binary', maxLength: 12 })),
  })
  const encoding = fc.constantFrom('utf8', 'latin1', 'utf16le')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      encoding,
      async (file, changes, as) => {
        let text = file
        for (const { at, remove, put } of changes) {
          const start = Math.floor(at * text.length)
          text = text.slice(0, start) + put + text.slice(start + remove)
        }
        const counts = await digest(Buffer.from(as === 'utf16le' ? `\ufeff${text}` : text, as))
        if (counts === null) return
        expect(counts.read).toBe(counts.kept + counts.rejected)
        // A row is read once, in order, at a line that the file has.
        expect(counts.lines).toEqual([...new Set(counts.lines)].sort((a, b) => a - b))
        // Counted on the bytes: in Latin-1 half a surrogate pair may become a line end.
        const written = Buffer.from(text, as).toString(as)
        expect(counts.lines.at(-1) ?? 0).toBeLessThanOrEqual(written.split(/\r\n?|\n/).length)
      },
    ),
    { numRuns: 1000 },
  )
})

test('any cells come back as they were, whatever the separator and the line ends', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', '\t', '\n', ' ', '=', "'"), maxLength: 8 })
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n'),
      async (cells, separator, end) => {
        const text = csv(['nom', 'commune', 'services'], cells, separator).replaceAll('\n', end)
        const table = await openTable(folder.write('cellules.csv', text))
        const read: string[][] = []
        for await (const batch of table.rows()) {
          for (const { cells: found } of batch) read.push([found.nom ?? '', found.commune ?? '', found.services ?? ''])
        }
        // A row of separators alone is a blank line.
        expect(read).toEqual(cells.filter((row) => row.some((cell) => cell.trim() !== '')))
      },
    ),
    { numRuns: 400 },
  )
})

test('any text in any cell gives a row or a reason, and a page never gets a script address', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('javascript:alert(1)', '=1', '<img src=x>', '9'.repeat(400), '-0', '1e9'),
  )
  const columns = [
    'nom',
    'commune',
    'code_postal',
    'code_insee',
    'latitude',
    'longitude',
    'pivot',
    'telephone',
    'courriels',
  ]
  const more = ['site_web', 'prise_rdv', 'fiche_acces_libre', 'date_maj', 'services', 'adresse', 'id', 'itinerance']
  const cells = fc.record(Object.fromEntries([...columns, ...more].map((name) => [name, text])), { requiredKeys: [] })
  fc.assert(
    fc.property(cells, (given) => {
      const journal = startJournal(2)
      const row = { line: 2, cells: given as Record<string, string>, defect: null, published: [] }
      const lieu = readLieu(row, territoire, journal, '2026-06-30')
      if (lieu === null)
        expect(journal.anomalies.map(({ code }) => code)).toEqual(
          expect.arrayContaining([expect.stringMatching(/^(nom.absent|lieu.introuvable)$/)]),
        )
      for (const url of [...(lieu?.sitesWeb ?? []), lieu?.priseRdv, lieu?.ficheAccesLibre])
        if (url) expect(url).toMatch(/^https?:\/\//)
      if (lieu?.telephone) expect(lieu.telephone).toMatch(/^(\+\d{5,15}|3\d{3})$/)
      if (lieu?.place.point) expect(Math.abs(lieu.place.point.lat)).toBeLessThanOrEqual(90)
    }),
    { numRuns: 600 },
  )
})
