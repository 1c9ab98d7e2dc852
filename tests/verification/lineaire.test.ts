import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { fichierEnMemoire } from '#app/lecture/fichier.ts'
import { loadReferentiel } from '#app/lecture/referentiel.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { checkFile } from '#app/verification/check-file.server.ts'
import { leastWork, staysUnder } from '#tests/support/mesure.ts'
import { csvOf } from './fichiers.ts'

const { territoire } = await loadReferentiel({})
/** Of a measure, before it is said to be too much: the machine may have been at something else. */
const RUNS = 12

async function checkText(text: string): Promise<void> {
  await checkFile(fichierEnMemoire('f', Buffer.from(text)), { territoire, today: '2026-11-29' }).catch((error) => {
    // A bound that refuses, in a sentence, is as good as a reading.
    if (!(error instanceof Unreadable)) throw error
  })
}

const COLONNES = [
  ...['id', 'nom', 'commune', 'code_insee', 'adresse', 'services', 'horaires', 'telephone', 'courriels', 'site_web'],
  ...['presentation_resume', 'pivot', 'structure_coop_id', 'latitude', 'longitude', 'itinerance', 'date_maj'],
]
type Given = Partial<Record<string, string>>

/** `count` rows of places, all sound but for what is given. */
function rows(count: number, given: (rank: number) => Given): string {
  return csvOf(
    COLONNES,
    Array.from({ length: count }, (_, rank) => {
      const row: Given = { nom: `Lieu ${rank}`, commune: 'Guéret', code_insee: '23096', ...given(rank) }
      return COLONNES.map((column) => row[column] ?? '')
    }),
  )
}

/** One row whose cell is long: of 65,536 characters at most, the longest that is read. */
const cell = (column: string, text: (n: number) => string) => (n: number, salt: string) =>
  rows(40, () => ({ [column]: `${salt}${text(n).slice(0, 60_000)}` }))

/** A file as files are, which costs twice when it is twice as long: a shape beside the others, and their measure. */
const sound = (n: number, salt: string) => rows(2_000 * n, (i) => ({ id: `${salt}-${i}`, adresse: `${i} rue du Lac` }))

/** Files that were quadratic, and their neighbours; `n` is 1, then 2. `salt` differs at each run. */
const SHAPES: Record<string, (n: number, salt: string) => string> = {
  'a sound file': sound,
  'a record of quotes that close nothing': (n, salt) =>
    `nom;services\n${`"${salt}${'a"'.repeat(6_000 * n)}${' '.repeat(12_000 * n)};b\n`.repeat(4)}`,
  'the same as a header': (n, salt) => `"${salt}${'a"'.repeat(8_000 * n)}${' '.repeat(15_000 * n)};b\n1;2\n`,
  'lines of one quote': (n) => `nom,services,commune\n${'"\n'.repeat(8_000 * n)}`,
  'quotes opened far apart': (n) => `nom,services,commune\n${`"a${'\n'.repeat(55)}`.repeat(200 * n)}`,
  'rows of two bytes': (n) => `nom,services,commune\n${',\n'.repeat(10_000 * n)}`,
  'rows of one cell': (n) => `nom,services,commune\n${'a\n'.repeat(8_000 * n)}`,
  'JSON of many keys, then of many objects': (n) =>
    JSON.stringify([
      Object.fromEntries(Array.from({ length: 2_000 * n }, (_, i) => [`k${i}`, 1])),
      ...Array.from({ length: 2_000 * n }, () => ({})),
    ]),
  'JSON of objects that share no key': (n) =>
    JSON.stringify(Array.from({ length: 2_000 * n }, (_, i) => ({ [`k${i}`]: 1 }))),
  'JSON nested deep': (n) =>
    `[{"nom":"a","services":${'['.repeat(100_000 * n)}${']'.repeat(100_000 * n)},"commune":"b"}]`,
  'many columns': (n) => `nom,commune,services${',x'.repeat(240 * n)}\n${`${'=1,'.repeat(240 * n)}\n`.repeat(20)}`,
  'an address of separators': cell('adresse', (n) => `12 a${',-'.repeat(9_000 * n)}x`),
  'an address of commas': cell('adresse', (n) => `12345 a${', '.repeat(9_000 * n)}x,`),
  'an address of postcodes': cell('adresse', (n) => ' 23000 A'.repeat(3_000 * n)),
  'spaces alone': cell('adresse', (n) => `1${' '.repeat(18_000 * n)}b`),
  'an identifier of one source': cell('id', (n) => 'Coop-num'.repeat(3_000 * n)),
  'an identifier of many parts': cell('id', (n) => 'a__'.repeat(8_000 * n)),
  'an e-mail address without end': cell('courriels', (n) => `${'a.'.repeat(10_000 * n)}@`),
  'e-mail addresses': cell('courriels', (n) => 'a@b '.repeat(5_000 * n)),
  'personal addresses in a text': cell('presentation_resume', (n) => 'a%40.'.repeat(5_000 * n)),
  'a phone of spaces': cell('telephone', (n) => `1${' / '.repeat(8_000 * n)}1`),
  'sites and commas': cell('site_web', (n) => 'a, '.repeat(8_000 * n)),
  'tags that are never closed': cell('presentation_resume', (n) => '<a '.repeat(8_000 * n)),
  'a formula': cell('presentation_resume', (n) => `-1${'1'.repeat(20_000 * n)}`),
  entities: cell('presentation_resume', (n) => '&amp;'.repeat(5_000 * n)),
  mojibake: cell('nom', (n) => 'Ã©'.repeat(10_000 * n)),
  'values of a list': cell('services', (n) => 'v|'.repeat(10_000 * n)),
  'ways of receiving': cell('itinerance', (n) => 'v|'.repeat(10_000 * n)),
  'a Coop identifier of figures': cell('structure_coop_id', (n) => 'a'.repeat(20_000 * n)),
  'rules of hours': cell('horaires', (n) => 'Mo[1] 09:00-10:00;'.repeat(1_000 * n)),
  'one name and commune, other addresses': (n, salt) => rows(4_000 * n, (i) => ({ nom: salt, adresse: `r ${i}` })),
  'one place, other addresses and names': (n) =>
    rows(3_000 * n, (i) => ({
      nom: `L${i >> 1}`,
      adresse: `r ${i >> 1}`,
      structure_coop_id: i % 2 === 0 ? '00000000-0000-4000-8000-000000000000' : '',
    })),
  'one place, other identifiers': (n) => rows(4_000 * n, (i) => ({ id: `x${i}`, nom: 'L', adresse: '1 rue' })),
  'one point': (n) => rows(3_000 * n, (i) => ({ adresse: `${i} rue`, latitude: '46.17', longitude: '1.87' })),
  'hours, each different': (n, salt) =>
    rows(60 * n, (i) => ({
      horaires: Array.from({ length: 9 }, (_, j) => `Mo[${1 + (i % 4)}] 09:${10 + j}-1${j}:${10 + (i % 50)}`).join(
        `; week ${1 + (Number(salt) % 50)} `,
      ),
    })),
}

// What costs less than a sound file of 2,000 rows is not measured: it is nothing.
let floor: number
beforeAll(async () => {
  floor = (await leastWork(5, { floor: (rank) => checkText(sound(1, `${rank}`)) })).floor
})

describe('twice the file is at most three times the work', () => {
  test.each(Object.entries(SHAPES))('%s', async (_name, make) => {
    const work = {
      // First: what is done but once, as compiling, is counted there.
      twice: (rank: number) => checkText(make(2, `${rank}`)),
      once: (rank: number) => checkText(make(1, `${rank}`)),
    }
    expect(await staysUnder(RUNS, work, ({ once, twice }) => twice < 3 * Math.max(once, floor))).toBe('yes')
  })
})

test('a cell that repeats any text costs no more than a sound file', async () => {
  const unit = fc.string({
    unit: fc.constantFrom(
      ...['a', '1', ' ', ',', '-', ';', ':', '"', '@', '.', '|', '<', '&', '(', '_', '%40', 'Ã', 'Mo '],
    ),
    minLength: 1,
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(unit, fc.constantFrom(...COLONNES), unit, async (part, column, end) => {
      const text = rows(3, () => ({ [column]: `${part.repeat(Math.floor(60_000 / part.length))}${end}` }))
      expect(await staysUnder(RUNS, { cell: () => checkText(text) }, ({ cell }) => cell < 3 * floor)).toBe('yes')
    }),
    { numRuns: 60, seed: 20_261_129 },
  )
})
