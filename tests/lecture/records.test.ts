import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openTable } from '#app/lecture/read-file.ts'
import { guessSeparator, readRecords } from '#app/lecture/records.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { csv, readRows, workFolder } from '#tests/import/files.ts'

const folder = workFolder()
afterAll(folder.remove)

const HEADER = ['nom', 'commune', 'code_postal', 'services']
const ROWS = [
  ['Médiathèque « L’Œuvre »', 'Reims', '51100', 'Accès internet et matériel informatique'],
  ['Maison; des, services\tpublics', 'Saint-Étienne', '42000', ''],
  ['Espace "Le Lien"', 'Nîmes', '30000', 'deux\nlignes'],
]
const cellsOf = async (path: string) => (await readRows(path)).map(({ cells }) => HEADER.map((name) => cells[name]))

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const cp1252 = (text: string) =>
  Buffer.from(text.replaceAll('’', '\u0092').replaceAll('Œ', '\u008c').replaceAll('œ', '\u009c'), 'latin1')

describe('one table, whatever its bytes', () => {
  test.each<[string, (text: string) => Buffer]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', cp1252],
    ['UTF-16, low byte first', utf16],
    ['UTF-16, high byte first', (text) => utf16(text).swap16()],
  ])('%s', async (name, encode) => {
    expect(await cellsOf(folder.write(`encodage-${name}.csv`, encode(csv(HEADER, ROWS))))).toEqual(ROWS)
  })

  test.each([';', ',', '\t'])('separator %j', async (separator) => {
    expect(await cellsOf(folder.write('separateur.csv', csv(HEADER, ROWS, separator)))).toEqual(ROWS)
  })

  test.each(['\n', '\r\n', '\r'])('line end %j', async (end) => {
    expect(await cellsOf(folder.write('fins.csv', csv(HEADER, ROWS).replaceAll('\n', end)))).toEqual(ROWS)
  })

  test('without a line end after the last row', async () => {
    expect(await cellsOf(folder.write('sans-fin.csv', csv(HEADER, ROWS).trimEnd()))).toEqual(ROWS)
  })

  test('blank lines before, between and after', async () => {
    const text = `\n;;;\n${csv(HEADER, ROWS.slice(0, 2)).replaceAll('\n', '\n\n')}\n\n`
    expect(await cellsOf(folder.write('blancs.csv', text))).toEqual(ROWS.slice(0, 2))
  })

  test('columns in another order, and others that nobody knows', async () => {
    const header = ['services', 'couleur', 'code_postal', 'nom', '', 'commune']
    const rows = ROWS.map(([nom = '', commune = '', code = '', services = '']) => [
      services,
      'bleu',
      code,
      nom,
      'x',
      commune,
    ])
    expect(await cellsOf(folder.write('ordre.csv', csv(header, rows)))).toEqual(ROWS)
  })

  test('headers with accents, capitals, spaces and apostrophes of all kinds', async () => {
    const header =
      'RAISON SOCIALE ;code Département;CODE POSTAL;Nombre de conseillers validés;Investissement financier estimatif total de l´Etat'
    const [row] = await readRows(folder.write('entetes.csv', `${header}\nMairie;51;51100;2;50 000\n`))
    expect(row?.cells).toEqual({
      nom: 'Mairie',
      departement: '51',
      code_postal: '51100',
      postes: '2',
      investissement: '50 000',
    })
  })
})

test('lines are those of an editor, after cells over several lines and blank lines', async () => {
  const text = 'nom;commune;services\nA;Reims;x\n"B\nb\nb";Reims;x\n\nC;Reims;"y\n\ny"\nD;Reims;z\n'
  const rows = await readRows(folder.write('lignes.csv', text))
  const lines = text.split('\n')
  expect(rows.map(({ line, cells }) => [line, cells.nom?.[0]])).toEqual([
    [2, 'A'],
    [3, 'B'],
    [7, 'C'],
    [10, 'D'],
  ])
  for (const { line, cells } of rows) expect(lines[line - 1]?.replace('"', '')[0]).toBe(cells.nom?.[0])
})

test('a header over two lines moves the lines of the rows', async () => {
  const rows = await readRows(folder.write('entete-2.csv', 'nom;"commune\n";services\nA;Reims;x\n'))
  expect(rows).toMatchObject([{ line: 3, cells: { nom: 'A', commune: 'Reims' } }])
})

async function recordsOf(pieces: string[], columns: number) {
  const text = (async function* () {
    yield* pieces
  })()
  const records = []
  for await (const batch of readRecords(text, { separator: ';', columns })) records.push(...batch)
  return records
}

const STRAY =
  'a;b;c\n1;2;3\n"4\n4";5;6\n7;"8;9\n10;5" tube;12\n"13"x;14;15\n16;"";18\n\n19;20;"21\n22;23;24\n"25;26";27;\n'
const SAMPLE = Array.from({ length: 20 }, (_, i) => STRAY.replaceAll('1', String(i))).join('')

test('a text cut anywhere gives the same records', async () => {
  expect(SAMPLE.length).toBeGreaterThan(2000)
  const whole = await recordsOf([SAMPLE], 3)
  for (let at = 1; at < SAMPLE.length; at += 1) {
    expect(await recordsOf([SAMPLE.slice(0, at), SAMPLE.slice(at)], 3)).toEqual(whole)
  }
})

test('any text, quotes open or not, gives the same records cut anywhere, a line at most for each', async () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', ' ', '";"', 'b;c\n'), maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(80), async (text, at) => {
      const whole = await recordsOf([text], 2)
      expect(await recordsOf([text.slice(0, at), text.slice(at)], 2)).toEqual(whole)
      expect(await recordsOf(text.split(/(?<=\n)/), 2)).toEqual(whole)
      const lines = whole.map(({ line }) => line)
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b))
    }),
    { numRuns: 3000 },
  )
})

test.each(['', '\ufeff'])(
  'bytes read by pieces of any size give the same text, accents and line ends included (mark: %j)',
  async (mark) => {
    const { readText } = await import('#app/lecture/decode.ts')
    const bytes = Buffer.from(mark + csv(HEADER, [...ROWS, ...ROWS, ...ROWS]).replaceAll('\n', '\r\n'))
    for (let at = 0; at <= bytes.length; at += 1) {
      const chunks = (async function* () {
        yield bytes.subarray(0, at)
        yield bytes.subarray(at)
      })()
      let text = ''
      for await (const piece of readText(chunks, 'utf-8')) text += piece
      expect(text).toBe(csv(HEADER, [...ROWS, ...ROWS, ...ROWS]))
    }
  },
)

describe('a stray quote takes its own row and no other', () => {
  const others = (records: { cells: string[]; broken: boolean }[]) =>
    records.filter(({ broken }) => !broken).map(({ cells }) => cells[0])

  test.each([
    ['never closed, in the first cell', '"x;2;3', ['1', '7', '9']],
    ['never closed, in the last cell', 'x;2;"3', ['1', '7', '9']],
    ['closed and followed by text', '"x" y;2;3', ['1', '7', '9']],
  ])('%s', async (_, line, firsts) => {
    const records = await recordsOf([`1;2;3\n${line}\n7;8;9\n9;8;7\n`], 3)
    expect(others(records)).toEqual(firsts)
    expect(records.filter(({ broken }) => broken)).toEqual([{ line: 2, cells: [line], broken: true }])
  })

  test('closed by the quote of a row further down', async () => {
    const records = await recordsOf(['1;2;3\nx;"2;3\n7;8;9\n9;"8";7"\n10;11;12\n'], 3)
    expect(others(records)).toContain('7')
    expect(others(records)).toContain('10')
  })

  test('in a last cell, with a row further down that has one too', async () => {
    const records = await recordsOf(['1;2;"3\n4;5;6\n7;8;9\n10;"11;12\n13;14;15\n'], 3)
    expect(others(records)).toEqual(['4', '7', '13'])
  })

  test('in the middle of a cell it is text', async () => {
    expect(await recordsOf(['1;tuyau de 5" ;3\n4;5;6\n'], 3)).toEqual([
      { line: 1, cells: ['1', 'tuyau de 5" ', '3'], broken: false },
      { line: 2, cells: ['4', '5', '6'], broken: false },
    ])
  })

  test('spaces after the last quoted cell are forgiven, in the last line as in others', async () => {
    const said = [1, 2].map((line) => ({ line, cells: ['1', '2'], broken: false }))
    expect(await recordsOf(['1;"2" \n1;"2" \n'], 2)).toEqual(said)
    expect(await recordsOf(['1;"2" \n', '1;"2" '], 2)).toEqual(said)
  })

  test('opened after another one in a cell, it takes no line end', async () => {
    expect(await recordsOf(['5";"a\n1;2\n'], 2)).toEqual([
      { line: 1, cells: ['5"', 'a'], broken: false },
      { line: 2, cells: ['1', '2'], broken: false },
    ])
  })

  test('no row is lost for it in a file of a hundred', async () => {
    const lines = Array.from({ length: 100 }, (_, i) => `n${i};Reims;"s${i}"`)
    lines[50] = 'n50;"Reims;s50'
    const rows = await readRows(folder.write('cent.csv', `nom;commune;services\n${lines.join('\n')}\n`))
    expect(rows).toHaveLength(100)
    expect(rows.filter(({ defect }) => defect !== null)).toMatchObject([
      { line: 52, defect: 'ligne.guillemet', raw: lines[50] },
    ])
  })
})

test('too few cells, too many cells: said, and what is there is read', async () => {
  const rows = await readRows(
    folder.write('cellules.csv', 'nom;commune;services\nA;Reims\nB;Reims;x;y\nC;Reims;x;\nD;Reims;x\n'),
  )
  expect(rows.map(({ cells, defect }) => [cells.nom, cells.commune, defect])).toEqual([
    ['A', 'Reims', 'ligne.cellules_manquantes'],
    ['B', 'Reims', 'ligne.cellules_en_trop'],
    ['C', 'Reims', null],
    ['D', 'Reims', null],
  ])
})

test.each([
  ['nom;commune', ';'],
  ['nom,commune', ','],
  ['nom\tcommune', '\t'],
  ['"a,b,c,d";x', ';'],
  ['nom', ';'],
])('the separator of %j is %j', (header, separator) => {
  expect(guessSeparator(header)).toBe(separator)
})

describe('files that cannot be read say why and what to do', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['empty', '', /vide/],
    ['only blank lines', '\n \n;;\n', /vide/],
    ['binary', Buffer.from([1, 2, 0, 3, 0, 255]), /pas un fichier texte.*CSV/],
    ['a zip that is no workbook', Buffer.from('PK\u0003\u0004 rien'), /classeur ne peut pas être lu/],
    ['a JSON that is cut', '[{"nom": "a"', /JSON/],
    ['a JSON of numbers', '[1, 2]', /JSON/],
    ['an empty JSON', '[]', /JSON est vide/],
    ['an HTML page', '<!doctype html>\n<html><body>Erreur</body></html>', /page web, pas un tableau/],
  ])('%s', async (name, content, message) => {
    const path = folder.write(`${name}.csv`, content)
    await expect(openTable(path)).rejects.toThrow(Unreadable)
    await expect(openTable(path)).rejects.toThrow(message)
    await expect(openTable(path)).rejects.toThrow(path)
  })

  test('a file that is not there, and a folder', async () => {
    await expect(openTable(`${folder.path}/absent.csv`)).rejects.toThrow(/n’existe pas/)
    await expect(openTable(folder.path)).rejects.toThrow(Unreadable)
  })

  test('50 MB on one line stop early, in the header or below it', async () => {
    const line = Buffer.alloc(50_000_000, 'a,')
    await expect(openTable(folder.write('une-ligne.csv', line))).rejects.toThrow(/première ligne|million/)
    const below = Buffer.concat([Buffer.from('nom;commune;services\nA;Reims;x\n'), line])
    const table = await openTable(folder.write('sous-entete.csv', below))
    let bytes = 0
    const reading = async () => {
      for await (const _ of table.rows((read) => {
        bytes += read
      }));
    }
    await expect(reading()).rejects.toThrow(/sous-entete.csv : une ligne de plus d’un million/)
    expect(bytes).toBeLessThan(3_000_000)
  })

  test('50 MB after a quote that is never closed: one broken row, the others read', async () => {
    const lines = Buffer.from('B;Reims;y\n'.repeat(200_000))
    const table = await openTable(
      folder.write('guillemet.csv', Buffer.concat([Buffer.from('nom;commune;services\n"A;Reims;x\n'), lines])),
    )
    let broken = 0
    let read = 0
    for await (const rows of table.rows()) {
      read += rows.length
      broken += rows.filter(({ defect }) => defect === 'ligne.guillemet').length
    }
    expect([read, broken]).toEqual([200_001, 1])
  })
})
