import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { fichierEnMemoire } from '#app/lecture/fichier.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { rowsOf } from '#tests/import/files.ts'

const HEADER = ['id', 'nom', 'commune', 'services']
const row = (id: string) => [id, `Lieu ${id}`, 'Limoux', 'x']

async function open(sheets: { name: string; rows: string[][]; hidden?: boolean }[]) {
  const bytes = new Uint8Array(await writeXlsx({ sheets }))
  const table = await openTable(fichierEnMemoire('lieux.xlsx', bytes))
  return (await rowsOf(table)).map(({ cells }) => cells.id)
}

test('a hidden sheet is not the one that is published', async () => {
  const vieux = { name: 'Ancien', rows: [HEADER, row('V1')], hidden: true }
  expect(await open([vieux, { name: 'Lieux', rows: [HEADER, row('L1')] }])).toEqual(['L1'])
})

test('two sheets of places are refused by their names: the rows of one would be lost', async () => {
  const deux = ['nord', 'sud'].map((name) => ({ name, rows: [HEADER, row(name)] }))
  await expect(open(deux)).rejects.toThrow(/plusieurs feuilles.*« nord », « sud ».*Réunissez/)
})

test('a sheet of notes, of lists or of a header alone is passed over', async () => {
  const notes = { name: 'Lisez-moi', rows: [['Bonjour'], ['voir la feuille suivante']] }
  const listes = { name: 'Listes', rows: [['services'], ['x']] }
  const modele = { name: 'Modèle', rows: [HEADER] }
  expect(await open([notes, modele, { name: 'Lieux', rows: [HEADER, row('L1')] }, listes])).toEqual(['L1'])
})
