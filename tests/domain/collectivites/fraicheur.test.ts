import { expect, test } from 'vitest'
import { fraicheurOf } from '#app/domain/collectivites/fraicheur.ts'

test.each([
  ['2026-11-24', 'a-jour'],
  ['2026-05-25', 'a-jour'],
  ['2026-05-24', 'a-surveiller'],
  ['2025-11-25', 'a-surveiller'],
  ['2025-11-24', 'a-verifier'],
  ['2025-05-24', 'a-verifier'],
  ['2025-05-23', 'a-actualiser'],
  ['2022-07-01', 'a-actualiser'],
  [null, 'a-actualiser'],
] as const)('on 24 November 2026, an update of %s is %s', (date, fraicheur) => {
  expect(fraicheurOf(date, '2026-11-24')).toBe(fraicheur)
})

test('six months after 31 August is the last day of February, leap years included', () => {
  expect(fraicheurOf('2023-08-31', '2024-02-28')).toBe('a-jour')
  expect(fraicheurOf('2023-08-31', '2024-02-29')).toBe('a-surveiller')
})
