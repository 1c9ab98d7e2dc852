import fc from 'fast-check'
import { distanceKm } from '#app/domain/distance/distance.ts'
import { createPays, type Pays } from '#app/domain/scenarios/pays.ts'
import { RURALITES } from '#app/domain/vocabulary.ts'

const departement = fc.constantFrom('23', '48', '974', '986')
const situe = { departement, ruralite: fc.constantFrom(...RURALITES) }
const point = fc.record({
  lat: fc.integer({ min: 44_000, max: 46_000 }).map((milli) => milli / 1000),
  lon: fc.integer({ min: 1000, max: 3000 }).map((milli) => milli / 1000),
})
const rang = fc.nat()
const ouiNonInconnu = fc.constantFrom(true, false, null)

/** Countries of every kind: employers without posts, posts and places without an employer, communes without a centre. */
export const unPays: fc.Arbitrary<Pays> = fc
  .record({
    employeurs: fc.array(fc.record(situe), { minLength: 1, maxLength: 8 }),
    postes: fc.array(
      fc.record({ ...situe, employeur: fc.option(rang, { freq: 9 }), prive: ouiNonInconnu, frr: ouiNonInconnu }),
      { maxLength: 25 },
    ),
    lieux: fc.array(fc.record({ ...situe, point, employeur: fc.option(rang, { freq: 3 }) }), { maxLength: 20 }),
    communes: fc.array(fc.record({ ...situe, population: fc.nat(5000), centre: fc.option(point, { freq: 9 }) }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ employeurs, postes, lieux: drawn, communes }) => {
    const withEmployeur = <T extends { employeur: number | null }>(one: T): T => {
      return { ...one, employeur: one.employeur === null ? null : one.employeur % employeurs.length }
    }
    const lieux = drawn
      .map(({ point, ...one }, numero) => withEmployeur({ ...one, ...point, numero: numero + 1 }))
      .sort((a, b) => a.lat - b.lat || a.numero - b.numero)
    return createPays({
      employeurs,
      postes: postes.map(withEmployeur),
      lieux,
      communes: communes.map((commune, i) => {
        const measured = lieux.map(({ numero, ...at }) => {
          return { numero, km: commune.centre === null ? 0 : Math.round(distanceKm(commune.centre, at) * 1000) / 1000 }
        })
        const [nearest] = commune.centre === null ? [] : measured.sort((a, b) => a.km - b.km || a.numero - b.numero)
        const known = { km: nearest?.km ?? null, lieu: nearest?.numero ?? null }
        return { ...commune, ...known, code: String(i), nom: `Commune ${i}` }
      }),
    })
  })

/** A country and some of its posts, fewer and more: the first are among the second. */
export const unPaysEtDesPostes = unPays.chain((pays) => {
  const rangs = fc.uniqueArray(fc.nat(Math.max(0, pays.postes.length - 1)), { maxLength: pays.postes.length })
  return fc.record({ pays: fc.constant(pays), plus: rangs, coupe: fc.nat(25) }).map(({ pays, plus, coupe }) => {
    return { pays, plus, moins: plus.slice(0, coupe) }
  })
})
