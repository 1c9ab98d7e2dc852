import { expect, test } from 'vitest'
import { adresseEnLigne, lignesAdresse } from '#app/domain/lieu/adresse-affichee.ts'

const adresse = (
  adresse: string | null,
  codePostal: string | null,
  communeNom: string | null,
  complementAdresse?: string,
) => {
  return { adresse, codePostal, communeNom, complementAdresse: complementAdresse ?? null }
}

test.each([
  ['12 rue des Écoles', '23000', 'Guéret', undefined, '12 rue des Écoles, 23000 Guéret'],
  ['12 rue des Écoles', '23000', 'Guéret', 'Bâtiment B', 'Bâtiment B, 12 rue des Écoles, 23000 Guéret'],
  [null, '23000', 'Guéret', undefined, '23000 Guéret'],
  ['12 rue des Écoles', null, 'Guéret', undefined, '12 rue des Écoles, Guéret'],
  ['12 rue des Écoles', '23000', null, undefined, '12 rue des Écoles, 23000'],
  [null, null, null, undefined, ''],
  ['  12,  rue des Écoles , ', '23000', 'Guéret', undefined, '12, rue des Écoles, 23000 Guéret'],
])('%s, %s, %s, %s reads "%s"', (rue, codePostal, commune, complement, ecrite) => {
  expect(adresseEnLigne(adresse(rue, codePostal, commune, complement))).toBe(ecrite)
})

test.each([
  ['the street again', '12 rue des Écoles', '12 RUE DES ECOLES'],
  ['the town again', '12 rue des Écoles', 'Guéret'],
])('a complement that says %s is left out', (_, rue, complement) => {
  expect(lignesAdresse(adresse(rue, '23000', 'Guéret', complement))).toEqual(['12 rue des Écoles', '23000 Guéret'])
})

test.each(['Guéret', '23000 GUERET'])('a street that is only the town, "%s", is said once', (rue) => {
  expect(lignesAdresse(adresse(rue, '23000', 'Guéret'))).toEqual(['23000 Guéret'])
})

test('the house number and the street stand once, in that order', () => {
  const ecrite = adresseEnLigne(adresse('137 boulevard Georges Pompidou', '05000', 'Gap'))
  expect(ecrite.match(/137/g)).toHaveLength(1)
  expect(ecrite.match(/Pompidou/g)).toHaveLength(1)
  expect(ecrite.indexOf('137')).toBeLessThan(ecrite.indexOf('boulevard'))
})
