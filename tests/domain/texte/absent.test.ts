import { expect, test } from 'vitest'
import { isAbsent, present } from '#app/domain/texte/absent.ts'

test.each(['', '  ', '\u00a0', 'null', 'NULL', 'non renseigné', 'Non défini', 'SANS OBJET', 'N/A', '-', '?'])(
  '%j says nothing',
  (text) => {
    expect(isAbsent(text)).toBe(true)
    expect(present(text)).toBeNull()
  },
)

test.each([null, undefined])('%j says nothing', (value) => {
  expect(present(value)).toBeNull()
})

test.each([
  ['0', '0'],
  ['Nullepart', 'Nullepart'],
  ['  a \n b\u00a0 c ', 'a b c'],
  ['Maison sans objet', 'Maison sans objet'],
])('%j says %j', (text, expected) => {
  expect(present(text)).toBe(expected)
})
