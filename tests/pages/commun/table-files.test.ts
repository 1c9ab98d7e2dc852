import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { formatValeur, type Tableau } from '#app/domain/chiffres/tableau.ts'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { sheetOf } from '#tests/support/classeur.ts'

const TABLEAU: Tableau = {
  id: 'essai',
  titre: 'Postes par département',
  colonnes: [
    { cle: 'nom', nom: 'Département', nature: 'texte' },
    { cle: 'postes', nom: 'Postes', nature: 'nombre' },
    { cle: 'part', nom: 'Part', nature: 'part' },
  ],
  lignes: [
    { valeurs: { nom: '=cmd()', postes: 3, part: 0.25 } },
    { valeurs: { nom: 'Côte-d\'Or; "21"', postes: 1234, part: null } },
  ],
  total: { valeurs: { nom: 'Ensemble', postes: 1237, part: 0.5 } },
  notes: ['Une note.'],
  sources: [{ titre: 'Structures', date: '2023-04-05', producteur: 'ANCT', licence: 'LO', url: null }],
}

test('the CSV holds the numbers of the page as numbers, the total last, and runs no formula', async () => {
  const text = await (await tableauFile([TABLEAU], 'essai.csv', '-postes'))?.text()
  expect(Papa.parse(text?.trim() ?? '').data).toEqual([
    ['Département', 'Postes', 'Part'],
    ['Côte-d\'Or; "21"', '1234', ''],
    ["'=cmd()", '3', '0.25'],
    ['Ensemble', '1237', '0.5'],
  ])
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-cmd()', "'-cmd()"],
  // A telephone and a number below zero are numbers.
  ['+33 5 36 49 00 01', '+33 5 36 49 00 01'],
  ['+33536490001', '+33536490001'],
  ['-12,5', '-12,5'],
  ['Côte-d’Or', 'Côte-d’Or'],
])('in a table of figures, %s is written %s', async (nom, expected) => {
  const tableau = { ...TABLEAU, lignes: [{ valeurs: { nom, postes: 3, part: 0.25 } }] }
  const text = (await (await tableauFile([tableau], 'essai.csv', null))?.text()) ?? ''
  expect(Papa.parse<string[]>(text).data[1]?.[0]).toBe(expected)
})

test('a column is named in a CSV as a program writes it, in a spreadsheet as a page of French does', async () => {
  const colonnes = [{ cle: 'nom', nom: 'Pour 10\u202f000 habitants', groupe: 'Par lieu', nature: 'texte' as const }]
  const tableau = { ...TABLEAU, colonnes }
  const csv = (await (await tableauFile([tableau], 'essai.csv', null))?.text()) ?? ''
  expect(csv).toMatch(/^Par lieu : Pour 10 000 habitants\r\n/)
  const xlsx = await (await tableauFile([tableau], 'essai.xlsx', null))?.arrayBuffer()
  const [[nom] = []] = await sheetOf(xlsx ?? new ArrayBuffer(0), 'Tableau')
  expect(nom).toBe('Par lieu\u00a0: Pour 10\u202f000 habitants')
})

test('the XLSX holds the same numbers, and a sheet that says from where', async () => {
  const response = await tableauFile([TABLEAU], 'essai.xlsx', null)
  const bytes = (await response?.arrayBuffer()) ?? new ArrayBuffer(0)
  expect(await sheetOf(bytes, 'Tableau')).toEqual([
    ['Département', 'Postes', 'Part'],
    ['=cmd()', 3, 0.25],
    ['Côte-d\'Or; "21"', 1234, null],
    ['Ensemble', 1237, 0.5],
  ])
  expect((await sheetOf(bytes, 'Sources et méthode')).flat().join(' ')).toContain(
    'ANCT – Structures, données du 5 avril 2023, LO',
  )
  // Read by another than the one that wrote it: a number is one, a formula is a text.
  const sheet = strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toMatch(/<c r="C2"[^>]*><v>0\.25<\/v><\/c>/)
  expect(sheet).not.toContain('<f>')
})

test('a file holds six decimals, and its page is rounded from them', async () => {
  const valeurs = { nom: 'Creuse', postes: 3, part: -0.0625 }
  const tableau = { ...TABLEAU, lignes: [{ valeurs }, { valeurs: { ...valeurs, part: 1 / 3 } }], total: undefined }
  const text = await (await tableauFile([tableau], 'essai.csv', null))?.text()
  expect(text?.split('\r\n').slice(1, 3)).toEqual(['Creuse,3,-0.0625', 'Creuse,3,0.333333'])
  expect([-0.0625, 0.333333].map((part) => formatValeur('part', part).replace(/\s/, ' '))).toEqual(['−6,3 %', '33,3 %'])
  const sheet = await (await tableauFile([tableau], 'essai.xlsx', null))?.arrayBuffer()
  expect((await sheetOf(sheet ?? new ArrayBuffer(0), 'Tableau'))[1]).toEqual(['Creuse', 3, -0.0625])
})

test.each(['autre.csv', 'essai.pdf', 'essai', '../essai.csv', 'essai.csv.xlsx'])('%s is no file', async (fichier) => {
  expect(await tableauFile([TABLEAU], fichier, null)).toBeNull()
})
