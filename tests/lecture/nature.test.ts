import { gzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { fichierEnMemoire } from '#app/lecture/fichier.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { rowsOf } from '#tests/import/files.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const refusalOf = (bytes: Uint8Array) =>
  openTable(fichierEnMemoire('lieux.csv', bytes)).then(
    () => 'lu',
    (error: Error) => `${error.name} ${error.message}`,
  )

const CSV = 'nom;commune;services\nA;Reims;x\n'

test.each([
  ['a PDF', bytesOf('%PDF-1.7\n1 0 obj'), /PDF.*tableur/],
  ['a page of errors', bytesOf('<!DOCTYPE html>\n<html><title>404</title></html>'), /page web.*Téléchargez/],
  ['a table of HTML', bytesOf('\ufeff  <table><tr><td>nom</td></tr></table>'), /page web.*tableur/],
  ['an archive', zipSync({ 'lieux.csv': bytesOf(CSV) }), /archive \(\.zip\).*Ouvrez-la/],
  ['a compressed file', gzipSync(bytesOf(CSV)), /archive.*Ouvrez-la/],
  ['a workbook of 1997', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /\.xls.*\.xlsx/],
  ['a letter', bytesOf('{\\rtf1\\ansi Bonjour}'), /RTF/],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /image/],
  ['a text of four bytes a letter', Uint8Array.from([0xff, 0xfe, 0, 0, 0x6e, 0, 0, 0]), /UTF-32.*CSV UTF-8/],
  ['an XML', bytesOf('<?xml version="1.0"?><lieux/>'), /XML/],
  ['a JSON with a comma too many', bytesOf('[{"nom":"A"},]'), /virgule/],
  ['a JSON of two lists', bytesOf('{"a":[{"nom":"A"}],"b":[{"nom":"B"}]}'), /plusieurs listes.*a, b/],
])('%s is refused by its name, with the way out', async (_, bytes, sentence) => {
  expect(await refusalOf(bytes)).toMatch(sentence)
})

test.each(['#', ':', '~', '^'])('columns parted by %s are refused, and the sign is named', async (signe) => {
  const refusal = await refusalOf(bytesOf(CSV.replaceAll(';', signe)))
  expect(refusal).toContain(`séparées par « ${signe} » : enregistrez-le avec des points-virgules`)
})

test('a file of one column is not said to be parted by anything', async () => {
  expect(await refusalOf(bytesOf('nom : lieu\nA\n'))).not.toMatch(/séparées/)
})

const LIEU = { id: 'L1', nom: 'Espace inventé', commune: 'Limoux', services: 'x' }
const point = { type: 'Point', coordinates: [2.2186, 43.0569] }

test.each<[string, unknown, Record<string, string>]>([
  ['a list under `data`, of one page', { data: [LIEU], links: { next: null }, meta: { total: 1 } }, {}],
  ['a list under `results`', { total_count: 1, results: [LIEU] }, {}],
  ['records with their fields', { records: [{ recordid: 'r', fields: LIEU }] }, {}],
  ['one object', LIEU, {}],
  [
    'GeoJSON, at its points',
    { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: point, properties: LIEU }] },
    { latitude: '43.0569', longitude: '2.2186' },
  ],
  [
    'GeoJSON without a point',
    { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: null, properties: LIEU }] },
    {},
  ],
])('%s is read', async (_, value, plus) => {
  const table = await openTable(fichierEnMemoire('lieux.json', bytesOf(JSON.stringify(value))))
  expect((await rowsOf(table)).map(({ cells }) => cells)).toEqual([{ ...LIEU, ...plus }])
})

test('one object a line is read', async () => {
  const text = `${JSON.stringify(LIEU)}\n${JSON.stringify({ ...LIEU, id: 'L2' })}\n`
  const table = await openTable(fichierEnMemoire('lieux.json', bytesOf(text)))
  expect((await rowsOf(table)).map(({ cells }) => cells.id)).toEqual(['L1', 'L2'])
})

test.each([
  { data: [LIEU], links: { next: 'https://exemple.example/?page=2' } },
  { data: [LIEU], meta: { page: 1, page_size: 1, total: 353 } },
  { total_count: 353, results: [LIEU] },
])('one page of a longer answer is refused: what it lacks would be taken for closed (%#)', async (value) => {
  expect(await refusalOf(bytesOf(JSON.stringify(value)))).toMatch(/page d’une réponse plus longue.*fichier entier/)
})
