import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CommuneSituee, communesEloignees, courbeOf, medianeOf } from '#app/domain/couverture/distances.ts'

const commune = (given: Partial<CommuneSituee>): CommuneSituee => ({
  ...{ code: '23096', nom: 'Guéret', departement: '23', epci: null, ruralite: 'rural', niveau: 5 },
  ...{ population: 1000, km: 0, lieu: null, lieuId: null, ...given },
})

test('the curve at each km is the share of inhabitants that near, measured one by one', () => {
  const any = fc.record({
    km: fc.double({ min: 0, max: 80, noNaN: true }),
    population: fc.integer({ min: 0, max: 9999 }),
  })
  fc.assert(
    fc.property(fc.array(any, { minLength: 1 }), (given) => {
      const communes = given.map(commune)
      const total = given.reduce((n, { population }) => n + population, 0)
      const expected = Array.from({ length: 51 }, (_, km) => {
        const near = given.filter((one) => one.km <= km).reduce((n, { population }) => n + population, 0)
        return total === 0 ? null : near / total
      })
      for (const [km, share] of courbeOf(communes).entries())
        if (share === null) expect(expected[km]).toBeNull()
        else expect(Math.abs(share - (expected[km] ?? -1))).toBeLessThanOrEqual(0.000_001)
    }),
  )
})

test('half of the inhabitants live at the median distance or nearer', () => {
  const communes = [
    commune({ km: 1.26, population: 400 }),
    commune({ km: 4, population: 200 }),
    commune({ km: 30, population: 400 }),
  ]
  expect(medianeOf(communes)).toBe(4)
  expect(medianeOf([commune({ km: 1.26 })])).toBe(1.26)
  expect(medianeOf([])).toBeNull()
})

test('where exactly half of the inhabitants live nearer, the median is the distance of that half', () => {
  const communes = [
    commune({ km: 1, population: 300 }),
    commune({ km: 4, population: 200 }),
    commune({ km: 9, population: 500 }),
  ]
  expect(medianeOf(communes)).toBe(4)
})

test('a land without a place has no distance, even when it is most of the people', () => {
  const papeete = commune({ departement: '987', km: Number.POSITIVE_INFINITY, population: 5000 })
  expect(medianeOf([commune({ km: 1 }), papeete])).toBeNull()
  expect(communesEloignees([papeete], { seuil: 20, nombre: 5 })).toEqual([])
  expect(courbeOf([commune({ km: 1, population: 5000 }), papeete]).at(-1)).toBe(0.5)
})

test('the communes far from any place: beyond the threshold only, the most populated first', () => {
  const communes = [
    commune({ nom: 'au bord', km: 20, population: 9000 }),
    commune({ nom: 'petite', km: 60, population: 50 }),
    commune({ nom: 'grande', km: 20.1, population: 800 }),
    commune({ nom: 'aussi grande, plus loin', km: 25, population: 800 }),
  ]
  const noms = communesEloignees(communes, { seuil: 20, nombre: 2 }).map(({ nom }) => nom)
  expect(noms).toEqual(['aussi grande, plus loin', 'grande'])
})
