import { distanceKm, type Point, toMetre } from '../distance/distance.ts'
import { nearestOf, nearestOnes } from '../distance/proche.ts'
import { type LieuDuPays, type LieuxSitues, lieuxSitues, type Pays } from './pays.ts'

/** The country once posts have ended; every index is one of `Pays`. */
export type Etat = {
  /** 1 where the post ends. */
  finis: Uint8Array
  /** Posts left, by employer. */
  restants: Uint32Array
  /** 1 where the place is open. */
  ouverts: Uint8Array
  /** Km from each commune to its nearest open place, as in `Pays`. */
  km: Float64Array
  /** The communes whose nearest place closes, and the place that is then nearest (−1: none is left). */
  touchees: { commune: number; lieu: number }[]
}

/**
 * The country when these posts end. An employer that loses its last post closes every place matched with it; places
 * without a known employer stay open. Only communes whose nearest place closes are measured again.
 */
export function etatSans(pays: Pays, rangs: Iterable<number>): Etat {
  const finis = new Uint8Array(pays.postes.length)
  for (const rang of rangs) finis[rang] = 1
  const { restants, fermes } = employeursApres(pays, finis)
  const ouverts = new Uint8Array(pays.lieux.length)
  for (const [rang, { employeur }] of pays.lieux.entries())
    ouverts[rang] = employeur === null || fermes[employeur] === 0 ? 1 : 0
  return { finis, restants, ouverts, ...distancesApres(pays, ouverts) }
}

function employeursApres({ postes, employeurs }: Pays, finis: Uint8Array) {
  const restants = new Uint32Array(employeurs.length)
  const touches = new Uint8Array(employeurs.length)
  for (const [rang, { employeur }] of postes.entries()) {
    if (employeur === null) continue
    if (finis[rang] === 1) touches[employeur] = 1
    else restants[employeur] = (restants[employeur] as number) + 1
  }
  const fermes = touches.map((touche, employeur) => (touche === 1 && restants[employeur] === 0 ? 1 : 0))
  return { restants, fermes }
}

function distancesApres(pays: Pays, ouverts: Uint8Array): Pick<Etat, 'km' | 'touchees'> {
  const km = pays.km.slice()
  const touchees: Etat['touchees'] = []
  const nextOf = createNext(pays, ouverts)
  for (const [rang, communes] of pays.voisines.entries()) {
    if (ouverts[rang] === 1) continue
    for (const commune of communes) {
      const lieu = nextOf(commune)
      touchees.push({ commune, lieu })
      km[commune] = lieu < 0 ? Number.POSITIVE_INFINITY : kmBetween(pays, commune, lieu)
    }
  }
  return { km, touchees }
}

/** How many places are remembered around a commune: were one in eight to close by chance, one commune in 4,096 would ask for more. */
const VOISINS = 4

/** The nearest open place of a commune, among those remembered, else among all that are open; −1 without any. */
function createNext(pays: Pays, ouverts: Uint8Array): (commune: number) => number {
  const { communes, lieux, proches, situes } = pays
  let restent: LieuxSitues | undefined
  return (commune) => {
    const centre = communes[commune]?.centre as Point
    const known =
      proches[commune] ?? nearestOnes(situes, centre, VOISINS).map(({ rang }) => situes.rangs[rang] as number)
    proches[commune] = known
    const open = known.find((rang) => ouverts[rang] === 1)
    if (open !== undefined) return open
    restent ??= lieuxSitues(lieux, ({ lat }, rang) => !Number.isNaN(lat) && ouverts[rang] === 1)
    const nearest = nearestOf(restent, centre)
    return nearest === null ? -1 : (restent.rangs[nearest.rang] as number)
  }
}

function kmBetween({ communes, lieux }: Pays, commune: number, lieu: number): number {
  return toMetre(distanceKm(communes[commune]?.centre as Point, lieux[lieu] as LieuDuPays))
}
