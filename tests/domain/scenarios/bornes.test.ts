import { expect, test } from 'vitest'
import { bilanOf } from '#app/domain/scenarios/bilan.ts'
import { etatSans } from '#app/domain/scenarios/etat.ts'
import { createPays } from '#app/domain/scenarios/pays.ts'
import { mesuresOf } from '#app/domain/scenarios/plage.ts'

const situe = { departement: '23', ruralite: 'rural' } as const
const commune = { ...situe, code: '23096', nom: 'Guéret', population: 1, centre: { lat: 46, lon: 2 }, lieu: 1 }
const lieu = (numero: number, lat: number, employeur: number | null) => ({ ...situe, numero, lat, lon: 2, employeur })
/** Kilometres of a degree of latitude: a 360th of the meridian. */
const DEGRE = (2 * Math.PI * 6371.0088) / 360

test.each([
  [5, [1, 1, 1], 0],
  [5.001, [0, 1, 1], 0],
  [10, [0, 1, 1], 0],
  [10.001, [0, 0, 1], 0],
  [20, [0, 0, 1], 0],
  [20.001, [0, 0, 0], 1],
])('%d km from a place is within 5, 10 and 20 km: %j; far from any: %i', (km, proches, loin) => {
  const communes = [{ ...commune, km }]
  const pays = createPays({ postes: [], employeurs: [], lieux: [lieu(1, 46, null)], communes })
  const { national } = bilanOf(pays, etatSans(pays, []))
  expect([5, 10, 20].map((seuil) => national.proches[seuil as 5 | 10 | 20])).toEqual(proches)
  expect([national.communesLoin, national.habitantsLoin]).toEqual([loin, loin])
})

test.each([
  [10, 10.001, 1],
  [10, 10, 0],
  [9, 10, 0],
  [9, 11, 1],
  [10.001, 30, 0],
])('who was %d km away and is now %d km away is no longer within 10 km: %i', (avant, apres, perdus) => {
  const pays = createPays({
    ...{ postes: [], employeurs: [], lieux: [lieu(1, 46, null)] },
    communes: [{ ...commune, km: avant }],
  })
  const etat = { ...etatSans(pays, []), km: Float64Array.of(apres), touchees: [{ commune: 0, lieu: 0 }] }
  expect(mesuresOf(pays, etat).habitantsEnMoins).toBe(perdus)
})

test('a place that stands nowhere is the nearest of nobody, however many places close', () => {
  const employeurs = [situe]
  const postes = [{ ...situe, employeur: 0, prive: true, frr: null }]
  // In the order of the database: by latitude, those without a position last.
  const nulle = { ...lieu(9, Number.NaN, null), lon: Number.NaN }
  const after = (lieux: ReturnType<typeof lieu>[]) => {
    const pays = createPays({ postes, employeurs, lieux: [...lieux, nulle], communes: [{ ...commune, km: 0 }] })
    const { km, touchees } = etatSans(pays, [0])
    return { km: km[0], lieux: touchees.map(({ lieu }) => pays.lieux[lieu]?.numero) }
  }
  const ferme = lieu(1, 46, 0)
  expect(after([ferme, lieu(2, 46.5, null)])).toEqual({ km: expect.closeTo(DEGRE / 2, 3), lieux: [2] })
  // Those remembered around a commune close with it; the open one beyond them is found among all.
  const fermes = [1, 2, 3, 4, 5].map((numero) => lieu(numero, 46 + (numero - 1) / 100, 0))
  expect(after([...fermes, lieu(6, 47, null)])).toEqual({ km: expect.closeTo(DEGRE, 3), lieux: [6] })
  expect(after([ferme])).toEqual({ km: Number.POSITIVE_INFINITY, lieux: [undefined] })
})

test.each([
  ['48', 1],
  ['2A', 0],
  ['987', 0],
])('a commune of %s loses its nearest place when that of the Creuse closes: %i', (departement, perdues) => {
  const pays = createPays({
    postes: [{ ...situe, employeur: 0, prive: true, frr: null }],
    employeurs: [situe],
    lieux: [lieu(1, 46, 0)],
    communes: [{ ...commune, departement, km: 300 }],
  })
  expect(mesuresOf(pays, etatSans(pays, [0])).communesEloignees).toBe(perdues)
})
