import fc from 'fast-check'
import { writeXlsx } from 'hucre'

/** A file as rows of cells, what may befall its text, and its bytes. */
type Table = string[][]
type Ecriture = { separator: string; quoted: boolean; newline: string }
export type Abime = { bytes: Uint8Array; fautes: string[] }

/** What hands, spreadsheets and attackers put in a cell. */
const CELLULES = [
  ...[
    '',
    ' ',
    '"',
    '""',
    'a"b',
    "'",
    ';',
    ',',
    '|',
    '\t',
    '\n',
    'a\nb;c',
    '\r',
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud800',
  ],
  ...['=1+1', '@SUM(1)', '<img src=x onerror=1>', 'javascript:alert(1)', 'null', 'NaN', 'undefined', '__proto__'],
  ...['-0', '1e999', '9'.repeat(400), '0x1F', '４８,８５', '48°51′', '-91', '181', '1970-01-01', '31/02/2024'],
  ...['2099-12-31', '0000-00-00', '00000', '1000', '2A004', '97501', '99999', '75001-75002', 'é'.normalize('NFD')],
  ...['[[[', '{"type":"Point"}', '{"type":"Point","coordinates":["a",1]}', '["51100"', 'Mo-Fr 25:00-99:00; PH off'],
  ...['x'.repeat(70_000), '"'.repeat(301), 'a@b'.repeat(200), 'oui', 'non', 'Conseillers numériques|'.repeat(50)],
]
const cellule = fc.oneof(fc.constantFrom(...CELLULES), fc.string({ unit: 'binary', maxLength: 30 }))

const ecriture: fc.Arbitrary<Ecriture> = fc.record({
  separator: fc.constantFrom(';', ',', '\t', '|'),
  quoted: fc.boolean(),
  newline: fc.constantFrom('\n', '\n', '\r\n', '\r'),
})

/** Anywhere alike: fast-check would come back to the first place, which is the header's. */
const at = fc.noBias(fc.integer({ min: 0, max: 99_999 })).map((n) => n / 100_000)
const rank = (share: number, length: number) => Math.floor(share * length)

const surCellules = fc.oneof(
  fc.record({ faute: fc.constant('cellule' as const), y: at, x: at, text: cellule }),
  fc.record({ faute: fc.constantFrom('cellule ôtée', 'cellule de trop', 'ligne ôtée', 'ligne répétée'), y: at, x: at }),
  fc.record({ faute: fc.constantFrom('colonnes échangées', 'colonne vidée', 'ligne blanche'), y: at, x: at }),
)

function changeCells(table: Table, { faute, y, x, ...more }: { faute: string; y: number; x: number }): void {
  const i = rank(y, table.length)
  const row = table[i]
  if (!row) return
  const j = rank(x, row.length)
  if (faute === 'cellule') row[j] = (more as { text: string }).text
  if (faute === 'cellule ôtée') row.splice(j, 1)
  if (faute === 'cellule de trop') row.splice(j, 0, 'de trop')
  if (faute === 'ligne ôtée') table.splice(i, 1)
  if (faute === 'ligne répétée') table.splice(i, 0, [...row])
  if (faute === 'ligne blanche') table.splice(i, 0, [''])
  if (faute === 'colonne vidée') for (const one of table.slice(1)) one[j] = ''
  if (faute === 'colonnes échangées') for (const one of table.slice(1)) one.splice(j, 2, one[j + 1] ?? '', one[j] ?? '')
}

/** As a spreadsheet writes it: quoted where it must be, when `quoted` is false as well. */
function writeTable(table: Table, { separator, quoted, newline }: Ecriture): string {
  const quote = (cell: string) =>
    quoted || /["\n\r]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell
  return table.map((row) => row.map(quote).join(separator)).join(newline) + newline
}

const surTexte = fc.record({
  faute: fc.constant('texte' as const),
  at,
  text: fc.constantFrom('"', '"', '""', ';', ',', '\t', '|', '\n', '\r', '\r\n', '\u0000', '\ufeff', '\n\n', 'é', ' '),
  ote: fc.constantFrom(0, 0, 1, 1, 3, 40),
})

const ENCODAGES = [
  'utf-8',
  'utf-8',
  'utf-8',
  'utf-8',
  'utf-8 avec BOM',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'utf-16le sans BOM',
  'deux fois utf-8',
]

function encode(text: string, encodage: string): Buffer {
  const swapped = (one: string) => Buffer.from(one, 'utf16le').swap16()
  if (encodage === 'windows-1252') return Buffer.from(text.replaceAll('’', "'"), 'latin1')
  if (encodage === 'utf-8 avec BOM') return Buffer.from(`\ufeff${text}`)
  if (encodage === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encodage === 'utf-16be') return swapped(`\ufeff${text}`)
  if (encodage === 'utf-16le sans BOM') return Buffer.from(text, 'utf16le')
  return Buffer.from(encodage === 'utf-8' ? text : Buffer.from(text).toString('latin1'))
}

const surOctets = fc.oneof(
  fc.record({ faute: fc.constant('octet' as const), at, bytes: fc.uint8Array({ minLength: 1, maxLength: 3 }) }),
  fc.record({ faute: fc.constant('tronqué' as const), at }),
  fc.record({ faute: fc.constantFrom('morceau ôté', 'morceau répété'), at, length: fc.nat(600) }),
)

type Octets = { faute: string; at: number; bytes?: Uint8Array; length?: number }

function changeBytes(bytes: Buffer, change: Octets): Buffer {
  const i = rank(change.at, bytes.length)
  const end = i + (change.length ?? 0)
  const [before, after] = [bytes.subarray(0, i), bytes.subarray(i)]
  if (change.bytes) return Buffer.concat([before, change.bytes, after.subarray(change.bytes.length)])
  if (change.faute === 'tronqué') return before
  if (change.faute === 'morceau ôté') return Buffer.concat([before, bytes.subarray(end)])
  return Buffer.concat([bytes.subarray(0, end), after])
}

/** The rows as a JSON array of objects, with faults in its cells, its text and its bytes. */
export function abimerJson(base: Table): fc.Arbitrary<Abime> {
  return abimerEcrit(base, (table) => {
    const [header = [], ...rows] = table
    return Buffer.from(
      JSON.stringify(rows.map((row) => Object.fromEntries(row.map((cell, i) => [header[i] ?? `c${i}`, valeur(cell)])))),
    )
  })
}

/** Some cells are what the JSON of an API holds: numbers, lists, objects, nested; the others are texts. */
function valeur(cell: string): unknown {
  if (/^[[{]/.test(cell) || /^-?\d{1,9}$/.test(cell)) {
    try {
      return JSON.parse(cell)
    } catch {}
  }
  return cell
}

/** The rows as a workbook, with faults in its cells and in the bytes of its ZIP. */
export function abimerClasseur(base: Table): fc.Arbitrary<Promise<Abime>> {
  return fc
    .record({ cellules: fc.array(surCellules, { maxLength: 4 }), octets: fc.array(surOctets, { maxLength: 2 }) })
    .map(async ({ cellules, octets }) => {
      const table = withFaults(base, cellules)
      const whole = Buffer.from(await writeXlsx({ sheets: [{ name: 'Feuille', rows: table.map(writable) }] }))
      return { bytes: (octets as Octets[]).reduce(changeBytes, whole), fautes: [] }
    })
}

/** What a sheet can hold: XML has no control characters, and a cell 32,767 characters. */
function writable(row: string[]): string[] {
  return row.map((cell) => cell.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 32_767))
}

function withFaults(base: Table, cellules: Parameters<typeof changeCells>[1][]): Table {
  const table = base.map((row) => [...row])
  for (const one of cellules) changeCells(table, one)
  // A cell put beyond the end of its row leaves holes before it.
  return table.map((row) => Array.from(row, (cell) => cell ?? ''))
}

function abimerEcrit(base: Table, write: (table: Table) => Buffer): fc.Arbitrary<Abime> {
  return fc
    .record({
      cellules: fc.array(surCellules, { maxLength: 6 }),
      octets: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(surOctets, { maxLength: 3 })),
    })
    .map(({ cellules, octets }) => {
      return { bytes: (octets as Octets[]).reduce(changeBytes, write(withFaults(base, cellules))), fautes: [] }
    })
}

/** A table with up to six faults in its cells, four in its text, three in its bytes, and an encoding. */
export function abimer(base: Table): fc.Arbitrary<Abime> {
  return fc
    .record({
      ecriture,
      cellules: fc.array(surCellules, { maxLength: 6 }),
      textes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(surTexte, { maxLength: 4 })),
      encodage: fc.constantFrom(...ENCODAGES),
      octets: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(surOctets, { maxLength: 3 })),
    })
    .map(({ ecriture, cellules, textes, encodage, octets }) => {
      const table = withFaults(base, cellules)
      let text = writeTable(table, ecriture)
      for (const { at, text: added, ote } of textes) {
        const i = rank(at, text.length)
        text = text.slice(0, i) + added + text.slice(i + ote)
      }
      const bytes = (octets as Octets[]).reduce(changeBytes, encode(text, encodage))
      return { bytes, fautes: [...[...cellules, ...textes, ...octets].map(({ faute }): string => faute), encodage] }
    })
}
