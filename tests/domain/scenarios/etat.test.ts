import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEUILS_KM } from '#app/domain/chiffres/table.ts'
import { distanceKm } from '#app/domain/distance/distance.ts'
import { bilanOf, type Compte, emptyCompte } from '#app/domain/scenarios/bilan.ts'
import { etatSans } from '#app/domain/scenarios/etat.ts'
import type { Pays } from '#app/domain/scenarios/pays.ts'
import { mesuresOf } from '#app/domain/scenarios/plage.ts'
import { unPays, unPaysEtDesPostes } from './pays.ts'

const tous = (pays: Pays) => pays.postes.map((_, rang) => rang)

test('ending nothing changes nothing', () => {
  fc.assert(
    fc.property(unPays, (pays) => {
      const etat = etatSans(pays, [])
      expect(etat.km).toEqual(pays.km)
      expect(etat.touchees).toEqual([])
      expect(etat.ouverts.every((ouvert) => ouvert === 1)).toBe(true)
      const { national } = bilanOf(pays, etat)
      expect([national.postes, national.lieux]).toEqual([pays.postes.length, pays.lieux.length])
    }),
  )
})

test('ending everything closes every place of an employer that had posts, and no other', () => {
  fc.assert(
    fc.property(unPays, (pays) => {
      const avaient = new Set(pays.postes.map(({ employeur }) => employeur))
      const { ouverts } = etatSans(pays, tous(pays))
      expect([...ouverts]).toEqual(
        pays.lieux.map(({ employeur }) => (employeur !== null && avaient.has(employeur) ? 0 : 1)),
      )
    }),
  )
})

test('a place closes when its employer loses its last post, not before', () => {
  fc.assert(
    fc.property(unPaysEtDesPostes, ({ pays, plus }) => {
      const reste = pays.postes.filter((_, rang) => !plus.includes(rang)).map(({ employeur }) => employeur)
      const touche = pays.postes.filter((_, rang) => plus.includes(rang)).map(({ employeur }) => employeur)
      const ferme = ({ employeur }: { employeur: number | null }) =>
        employeur !== null && touche.includes(employeur) && !reste.includes(employeur)
      expect([...etatSans(pays, plus).ouverts]).toEqual(pays.lieux.map((lieu) => (ferme(lieu) ? 0 : 1)))
    }),
  )
})

test('each commune is as far as the nearest open place, all of them measured', () => {
  fc.assert(
    fc.property(unPaysEtDesPostes, ({ pays, plus }) => {
      const { ouverts, km } = etatSans(pays, plus)
      const open = pays.lieux.filter((_, rang) => ouverts[rang] === 1)
      const measured = pays.communes.map(({ centre }) =>
        centre === null ? Number.NaN : Math.min(...open.map((lieu) => distanceKm(centre, lieu))),
      )
      for (const [rang, expected] of measured.entries()) {
        if (Number.isFinite(expected)) expect(Math.abs((km[rang] as number) - expected)).toBeLessThanOrEqual(0.000501)
        else expect(km[rang]).toBe(expected)
      }
    }),
    { numRuns: 500 },
  )
})

test('ending more posts never brings a place nearer to a commune', () => {
  fc.assert(
    fc.property(unPaysEtDesPostes, ({ pays, moins, plus }) => {
      const [before, after] = [etatSans(pays, moins).km, etatSans(pays, plus).km]
      expect(pays.communes.filter((_, rang) => (after[rang] as number) < (before[rang] as number))).toEqual([])
    }),
  )
})

test('the classes of rurality and the departments sum to the national figures', () => {
  const sum = (comptes: Iterable<Compte>) => {
    const total = emptyCompte()
    for (const one of comptes) {
      for (const cle of ['postes', 'employeurs', 'lieux', 'habitants', 'communesLoin', 'habitantsLoin'] as const)
        total[cle] += one[cle]
      for (const seuil of SEUILS_KM) total.proches[seuil] += one.proches[seuil]
    }
    return total
  }
  fc.assert(
    fc.property(unPaysEtDesPostes, ({ pays, plus }) => {
      const { national, ruralites, departements } = bilanOf(pays, etatSans(pays, plus))
      expect(sum(ruralites.values())).toEqual(national)
      expect(sum(departements.values())).toEqual(national)
    }),
  )
})

test('what one draw is measured by is the difference of the counts before and after', () => {
  fc.assert(
    fc.property(unPaysEtDesPostes, ({ pays, plus }) => {
      const etat = etatSans(pays, plus)
      const [avant, apres] = [bilanOf(pays, etatSans(pays, [])).national, bilanOf(pays, etat).national]
      const mesures = mesuresOf(pays, etat)
      expect(mesures.lieuxFermes).toBe(avant.lieux - apres.lieux)
      expect(mesures.habitantsEnMoins).toBe(avant.proches[10] - apres.proches[10])
    }),
  )
})
