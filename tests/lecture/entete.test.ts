import { expect, test } from 'vitest'
import { fichierEnMemoire } from '#app/lecture/fichier.ts'
import { openTable } from '#app/lecture/read-file.ts'
import type { Choix } from '#app/lecture/table.ts'
import { rowsOf } from '#tests/import/files.ts'

const open = (text: string, choix?: Choix) =>
  openTable(fichierEnMemoire('f.csv', new TextEncoder().encode(text)), choix)

async function read(text: string, choix?: Choix) {
  const table = await open(text, choix)
  const rows = await rowsOf(table)
  return { table, rows: rows.map(({ line, cells, defect }) => [line, cells.nom, cells.commune, defect]) }
}

const ROWS = 'nom;commune;services\nA;Reims;x\nB;Reims;y\n'
const refusalOf = (text: string) => open(text).then(String, (error: Error) => error.message)

test.each([
  ['a title', 'Liste des lieux;;\n', 2],
  ['a title, a blank line, then a note', 'Liste des lieux\n\n"Source ; la ville"\n', 4],
  ['names that span several columns', 'Identité;;Offre\n', 2],
  ['a title with a quote that nothing closes', 'Lieux du 5" étage\n', 2],
  ['the separator, as a spreadsheet says it to another', 'sep=;\n', 2],
  ['eleven lines', 'note\n'.repeat(11), 12],
])('%s above the names of the columns is passed over, and lines stay those of an editor', async (_, above, line) => {
  const { table, rows } = await read(above + ROWS)
  expect([table.kind, table.headerLine]).toEqual(['lieux', line])
  expect(rows).toEqual([
    [line + 1, 'A', 'Reims', null],
    [line + 2, 'B', 'Reims', null],
  ])
})

test('what stands above is said, the separator alone is not', async () => {
  expect((await open(`Liste des lieux\n${ROWS}`)).remarques).toEqual([
    { code: 'ligne.avant_entete', raw: 'Liste des lieux' },
  ])
  expect((await open(`sep=;\n${ROWS}`)).remarques).toEqual([])
  expect((await open(ROWS)).remarques).toEqual([])
})

test('after twelve lines there is no header', async () => {
  expect(await refusalOf('note\n'.repeat(12) + ROWS)).toMatch(/non reconnu/)
})

test.each([
  ['the whole file', `"${ROWS.trimEnd()}"\n`],
  ['each line', ROWS.replace(/^.+$/gm, '"$&"')],
  ['each line, with quotes inside', '"nom;commune;services"\n"""A"";Reims;""x;z"""\n"B;Reims;y"\n'],
  ['the first line alone', ROWS.replace(/^.+$/m, '"$&"')],
])('%s between quotes is read as if it were not, and said', async (_, text) => {
  const { table, rows } = await read(text)
  expect(rows).toEqual([
    [2, 'A', 'Reims', null],
    [3, 'B', 'Reims', null],
  ])
  expect(table.remarques).toEqual([{ code: 'ligne.entre_guillemets', raw: null }])
})

test('a row that a spreadsheet took for one cell is read, and said of the row', async () => {
  const { rows } = await read('nom;commune;services\n"A;Reims;""x;z"""\n"B;Reims"\n')
  expect(rows).toEqual([
    [2, 'A', 'Reims', 'ligne.entre_guillemets'],
    [3, 'B;Reims', undefined, 'ligne.cellules_manquantes'],
  ])
})

test('rows of separators, of spaces or of empty quotes are blank lines', async () => {
  const { rows } = await read(`${ROWS};;\n ; ;\n"";"";""\nC;Reims;\n;;\n`)
  expect(rows.map(([line, nom]) => [line, nom])).toEqual([
    [2, 'A'],
    [3, 'B'],
    [7, 'C'],
  ])
})

test.each([61, 500])('a quoted cell of %d lines is one cell', async (count) => {
  const cell = Array.from({ length: count }, (_, i) => `ligne ""${i}"" ; ici`).join('\n')
  const rows = await rowsOf(await open(`nom;commune;services\nA;Reims;"${cell}"\nB;Reims;y\n`))
  expect(rows.map(({ line, cells, defect }) => [line, cells.nom, defect])).toEqual([
    [2, 'A', null],
    [2 + count, 'B', null],
  ])
  expect(rows[0]?.cells.services?.split('\n')).toHaveLength(count)
})

test('a quoted cell that is too long takes its own lines, and no row after it', async () => {
  const cell = 'x'.repeat(99).concat('\n').repeat(700)
  const rows = await rowsOf(await open(`nom;commune;services\nA;Reims;"${cell}"\nB;Reims;y\n`))
  expect(rows.map(({ line, cells, defect }) => [line, cells.nom, defect])).toEqual([
    [2, undefined, 'ligne.trop_longue'],
    [703, 'B', null],
  ])
})

test('columns of other names: each is proposed, once, and the nearest kind is named', async () => {
  const message = await refusalOf('id;nom;ville;cp;lat;lon;tél;mise à jour;label;Ville\n1;A;Reims;51100;1;2;;;;\n')
  const said = [...message.matchAll(/« ([^»]+) » est peut-être (\w+)/g)].map(([, published, column]) => [
    published,
    column,
  ])
  expect(said).toEqual([
    ['ville', 'commune'],
    ['cp', 'code_postal'],
    ['lat', 'latitude'],
    ['lon', 'longitude'],
    ['tél', 'telephone'],
    ['mise à jour', 'date_maj'],
    ['label', 'dispositif_programmes_nationaux'],
  ])
  expect(message).toContain('« lieux »')
})

test('no kind is named when none is near', async () => {
  expect(await refusalOf('a;b;c\n1;2;3\n')).not.toMatch(/Le plus proche/)
  expect(await refusalOf('nom;couleur;taille\n1;2;3\n')).not.toMatch(/Le plus proche/)
})

test('a column that is said to be another is read as it, before any that bears the name', async () => {
  const colonnes = new Map([
    ['ville', 'commune'],
    ['mise_a_jour', 'date_maj'],
  ])
  const { table, rows } = await read('nom;Ville;mise à jour;commune\nA;Reims;2026-01-02;Paris\n', { colonnes })
  expect(rows).toEqual([[2, 'A', 'Reims', null]])
  expect(table.columns).toEqual(['nom', 'commune', 'date_maj', null])
})

test('the names of columns that a refusal quotes hold nothing that moves the cursor of a terminal', async () => {
  const json = Buffer.from(JSON.stringify([{ '\u0000': '51001', 'ville\u001b[2J': 'Reims', nom: 'Gare' }]))
  for (const choix of [{ kind: 'frr' as const }, {}]) {
    const refus = await openTable(fichierEnMemoire('f', json), choix).catch((error: unknown) => String(error))
    expect(refus).toMatch(/Colonnes vues : /)
    expect(refus).toMatch(/^\P{Cc}*$/u)
  }
})
