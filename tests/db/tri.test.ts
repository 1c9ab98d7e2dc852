import { expect, test } from 'vitest'
import { lieuxByNumeros } from '#db/lieux.server.ts'
import { communeNear } from '#db/position.server.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'
import { asking } from '#tests/support/selection.ts'

const db = paysSitue()
const noms = (search: string) => lieuxByNumeros(db, asking(db, search).lieux())

test('names are in French order, without regard to accents or case', () => {
  // A name that begins with a sign has no place in a dictionary.
  const listed = noms('tri=nom').flatMap(({ nom }) => (/^\p{L}/u.test(nom) ? nom : []))
  expect(listed).toEqual([...listed].sort(new Intl.Collator('fr').compare))
})

test('the last updated come first, those without a date last', () => {
  const dates = noms('tri=maj').map((lieu) => lieu.dateMaj)
  expect(dates).toEqual([...dates].sort((a, b) => ((a ?? '') < (b ?? '') ? 1 : (a ?? '') > (b ?? '') ? -1 : 0)))
  expect(dates.at(-1)).toBeNull()
})

test('with a position the nearest come first, unless another order is asked', () => {
  const near = noms('commune=23096&rayon=50').map((lieu) => lieu.numero)
  const byCommune = noms('commune=23096&rayon=50&tri=commune').map((lieu) => lieu.numero)
  expect(new Set(byCommune)).toEqual(new Set(near))
  expect(byCommune).not.toEqual(near)
  expect(noms('commune=23096&rayon=50&tri=distance').map((lieu) => lieu.numero)).toEqual(near)
})

test('a point is said by the nearest commune, and is nowhere when it is abroad', () => {
  expect(communeNear(db, { lat: 46.171, lon: 1.871 })?.nom).toBe('Guéret')
  expect(communeNear(db, { lat: 52.52, lon: 13.405 })).toBeNull()
  expect(communeNear(db, { lat: 90, lon: 0 })).toBeNull()
})
