import fc from 'fast-check'
import { expect, test } from 'vitest'
import { qrOf } from '#app/pages/lieu/qr.server.ts'
import { lireQr } from '#tests/support/lire-qr.ts'

const read = (texte: string) => {
  const { d, cote } = qrOf(texte)
  return lireQr(d, cote)
}

test.each([
  'a',
  'http://localhost:3000/lieux/qz8cxx99cc',
  'https://carte.example/lieux/é😀',
  `https://carte.example/lieux/${'x'.repeat(78)}`,
])('%s is read back from its drawing', (texte) => {
  expect(read(texte)).toBe(texte)
})

test('any address is read back from its drawing', () => {
  const adresses = fc.webUrl().filter((url) => url.length <= 100)
  fc.assert(
    fc.property(adresses, (url) => read(url) === url),
    { numRuns: 30 },
  )
})

test('an address is still read with a stain on it: a fold, a pale photocopy', () => {
  const adresse = 'https://carte.example/lieux/gueret'
  const { d, cote } = qrOf(adresse)
  // The last dark run of the last row: data or correction.
  const abime = d.replace(/h(\d+)$/, (_, longueur) => `h${Number(longueur) + 1}`)
  expect(lireQr(abime, cote)).toBe(adresse)
  expect(lireQr(d.slice(0, d.length / 2), cote)).toBeNull()
})

test('the address of a place is drawn in under 3 kB', () => {
  expect(qrOf('https://conseillers.example.fr/lieux/qz8cxx99cc').d.length).toBeLessThan(3000)
})
