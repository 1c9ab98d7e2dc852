import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeAll, detectEncoding } from '#app/lecture/decode.ts'
import { fichierEnMemoire } from '#app/lecture/fichier.ts'

const detect = (bytes: Uint8Array) => detectEncoding(fichierEnMemoire('f.csv', bytes))
const refusal = (bytes: Uint8Array) => detect(bytes).then(String, (error: Error) => error.message)

/** Sentences of files of places, with the letters and the signs that people type. */
const TEXTES = [
  'nom;commune\nMédiathèque Éluard;Reims\n',
  'nom;adresse\nMairie annexe;1 rue de la Libération\n',
  'nom;services\nÉcole du numérique;Accès internet à la carte\n',
  'commune;nom\nNîmes;Bibliothèque du Château\nBesançon;Où êtes-vous ?\n',
  'RAISON SOCIALE;COMMUNE\nCOMMUNAUTÉ DE COMMUNES;SAINT-ÉTIENNE\nDÉPARTEMENT;LA RÉOLE\n',
  'nom;horaires\nLe « Relais »;n° 4, du lundi à vendredi\n',
]

describe.each(['windows-1252', 'macintosh', 'cp850', 'cp437', 'utf-16le', 'utf-16be', 'utf-8'])('%s', (encoding) => {
  test.each(TEXTES)('%j', async (text) => {
    const bytes = iconv.encode(text, encoding, { addBOM: false })
    expect(decodeAll(bytes, await detect(bytes))).toBe(iconv.decode(bytes, encoding))
  })
})

test('a sign that says nothing is taken for one of Windows', async () => {
  expect(await detect(Buffer.from('nom;commune\nA\u00a0;Reims\n', 'latin1'))).toBe('windows-1252')
  expect(await detect(Buffer.from('nom;commune\nFerme Pe\u00f1a;Reims\n', 'latin1'))).toBe('windows-1252')
})

test('a file of UTF-8 with a few other bytes is read, to be put right cell by cell', async () => {
  const bytes = Buffer.concat([Buffer.from('nom;commune\nMédiathèque;Nîmes\nÉcole;'), Buffer.from([0xe9, 10])])
  expect(await detect(bytes)).toBe('windows-1252')
})

test.each([
  ['Greek', 'nom;commune\nΒιβλιοθήκη της Αθήνας;Ρεμς\n', 'iso-8859-7'],
  ['Russian', 'nom;commune\nБиблиотека номер один;Реймс\n', 'koi8-r'],
])('letters that are not French (%s) are refused with the way out', async (_, text, encoding) => {
  expect(await refusal(iconv.encode(text, encoding))).toMatch(/f\.csv : l’encodage .* « CSV UTF-8 »/)
})

test('one zero in a text: its line is named', async () => {
  expect(await refusal(Buffer.from('nom;commune\nA;Reims\nB\u0000;Reims\n'))).toMatch(
    /^f\.csv, ligne 3 : un caractère nul/,
  )
})
