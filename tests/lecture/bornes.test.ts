import { zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { mendText, readCell } from '#app/lecture/normalise/text.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { rowsOf, workFolder } from '#tests/import/files.ts'

const folder = workFolder()
afterAll(folder.remove)

const open = (name: string, content: string | Uint8Array) => openTable(folder.write(name, content))

test('a workbook that opens into gigabytes is refused by its own list of files, unopened', async () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(210_000_000) }, { level: 9 })
  expect(bomb.length).toBeLessThan(400_000)
  await expect(open('bombe.xlsx', bomb)).rejects.toThrow(/trop gros une fois ouvert \(210 Mo en 1 fichier ; 200 Mo/)
  const many = zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.xml`, new Uint8Array(1)])))
  await expect(open('foule.xlsx', many)).rejects.toThrow('en 300 fichiers')
  await expect(open('coupe.xlsx', many.subarray(0, 200))).rejects.toThrow('ne peut pas être lu')
})

test.each([
  ['columns', `nom,commune,services${',x'.repeat(600)}\n`, /603 colonnes, 500 au plus/],
  ['characters of a header', `nom;${'a b '.repeat(20_000)}\n1;2\n`, /65.536 caractères au plus/],
  ['levels of JSON', `[{"nom":${'['.repeat(50)}${']'.repeat(50)}}]`, /plus de 20 niveaux/],
  [
    'keys of JSON',
    JSON.stringify([Object.fromEntries(Array.from({ length: 501 }, (_, i) => [i, i]))]),
    /plus de 500 clés/,
  ],
])('too many %s: the refusal names the bound', async (_what, text, sentence) => {
  await expect(open('f.csv', text)).rejects.toThrow(sentence)
})

test('brackets inside the texts of a JSON nest nothing', async () => {
  const text = JSON.stringify([{ nom: `a ${'['.repeat(50)} \\" {`, code: '51454', population: 1 }])
  const table = await open('communes.json', text)
  expect(table.kind).toBe('communes')
})

test('what JSON calls __proto__ is a key like another', async () => {
  const table = await open(
    'proto.json',
    '[{"nom":"a","code":"1","population":1,"__proto__":{"nom":"b"},"constructor":2}]',
  )
  const rows = await rowsOf(table)
  expect(rows[0]?.cells).toEqual({ nom: 'a', code: '1', population: '1' })
})

test('a text is as long as what is read of it: signs that are taken out use up nothing of its bound', () => {
  const read = (nom: string) => {
    const journal = startJournal(2)
    return { nom: readCell({ nom }, 'nom', journal), codes: journal.anomalies.map(({ code }) => code) }
  }
  const own = 'Un mot '.repeat(40).trim()
  const short = own.slice(0, 199).trim()
  const hidden = '\u200b'.repeat(100)
  expect(read(hidden + short)).toEqual({ nom: short, codes: ['texte.invisible'] })
  expect(read(`${hidden}<b>${own}</b>`).nom).toBe(read(own).nom)
  expect(read(hidden + own)).toEqual({ nom: read(own).nom, codes: ['texte.invisible', 'texte.trop_long'] })
  // What a corrected file leaves as it is, is read as it was.
  const huge = `${own} `.repeat(100) + hidden
  expect(read(huge).nom).toBe(read(mendText(huge)).nom)
})

test('the columns of a header say nothing to a terminal', async () => {
  const error = await open('f.csv', 'a\u001b[2J;b\u202e;\u009bc\n1;2;3\n').catch((reason: Error) => reason.message)
  expect(error).toContain('Colonnes vues : a[2J, b, c')
})
