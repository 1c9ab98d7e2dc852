import { expect, test } from 'vitest'
import { type LieuEnCarte, vcardDuLieu } from '#app/domain/lieu/vcard.ts'

const LIEU: LieuEnCarte = {
  nom: 'Médiathèque de Prades',
  adresse: '12 rue Haute',
  complementAdresse: null,
  codePostal: '66500',
  communeNom: 'Prades',
  telephone: '+33468050000',
  courriels: ['contact@example.org'],
  sitesWeb: ['https://prades.example'],
  lat: 42.617,
  lon: 2.422,
  precision: 'adresse',
}
const URL_DE_FICHE = 'https://carte.example/lieux/abc'

const carte = (lieu: Partial<LieuEnCarte> = {}, note = '') => vcardDuLieu({ ...LIEU, ...lieu }, URL_DE_FICHE, note)
/** The lines as a reader of vCard joins them again. */
const lignes = (texte: string) => texte.replaceAll('\r\n ', '').split('\r\n')

test('a card holds the name, the number, the address and the page, a line each', () => {
  expect(lignes(carte())).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:;;;;',
    'FN:Médiathèque de Prades',
    'ORG:Médiathèque de Prades',
    'X-ABShowAs:COMPANY',
    'TEL;TYPE=WORK,VOICE:+33468050000',
    'EMAIL;TYPE=INTERNET:contact@example.org',
    'ADR;TYPE=WORK:;;12 rue Haute;Prades;;66500;France',
    'GEO:42.617;2.422',
    'URL:https://carte.example/lieux/abc',
    'URL:https://prades.example',
    'UID:https://carte.example/lieux/abc',
    'END:VCARD',
    '',
  ])
})

test('what separates the fields of a card is text in a name, an address and a note', () => {
  const texte = lignes(carte({ nom: 'A; B, C \\ D', adresse: '1, rue; haute' }, 'lundi\nmardi, jeudi'))
  expect(texte).toContain('FN:A\\; B\\, C \\\\ D')
  expect(texte).toContain('ADR;TYPE=WORK:;;1\\, rue\\; haute;Prades;;66500;France')
  expect(texte).toContain('NOTE:lundi\\nmardi\\, jeudi')
})

test('a line break in a name does not begin a line of the card', () => {
  expect(lignes(carte({ nom: 'Prades\r\nTEL:+33999' })).filter((ligne) => ligne.startsWith('TEL:'))).toEqual([])
})

test('no line is longer than 75 bytes, and none is cut within a character', () => {
  const nom = 'é😀'.repeat(60)
  const texte = carte({ nom })
  const bytes = texte.split('\r\n').map((ligne) => Buffer.byteLength(ligne))
  expect(Math.max(...bytes)).toBeLessThanOrEqual(75)
  expect(lignes(texte)).toContain(`FN:${nom}`)
  expect(texte).not.toContain('�')
})

test('what is not known is left out, and a point that is not sure is no position', () => {
  const texte = carte({ telephone: null, courriels: [], sitesWeb: [], precision: 'commune' })
  expect(texte).not.toMatch(/TEL|EMAIL|GEO|null/)
})
