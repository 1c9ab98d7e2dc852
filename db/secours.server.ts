import type { Point } from '#app/domain/distance/distance.ts'
import { nearestOf, type Situes, situesOf } from '#app/domain/distance/proche.ts'
import type { Reseau } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'
import { fichesByNumeros } from './lieux.server.ts'
import { remember } from './memoire.server.ts'

/** A place that can be called instead of another. `km`: great-circle distance from it. */
export type Secours = { id: string; nom: string; commune: string | null; telephone: string; km: number }
/** For a place that has no telephone: the nearest of its network that has one, and the nearest France services. */
export type SecoursDuLieu = { voisin: Secours | null; franceServices: Secours | null }

type Seul = { numero: number; reseau: Reseau; telephone: string | null; lat: number | null; lon: number | null }

/** Beyond, one does not go instead. */
const MAX_KM = 100

/** By the number of each place without a telephone that stands on a map: whom to call instead. One query for all. */
export function secoursOf(db: Db, lieux: readonly Seul[]): Map<number, SecoursDuLieu> {
  const seuls = lieux.filter((one): one is Seul & Point => !one.telephone && one.lat !== null && one.lon !== null)
  if (seuls.length === 0) return new Map()
  const joignables = remember(db, readJoignables)
  const found = seuls.map((lieu) => {
    const others = joignables.get(lieu.reseau)
    const guichets = lieu.reseau === 'france-services' ? undefined : joignables.get('france-services')
    return { lieu, voisin: numeroOf(others, lieu), franceServices: numeroOf(guichets, lieu) }
  })
  const numeros = found.flatMap(({ voisin, franceServices }) => [voisin, franceServices].flatMap((one) => one ?? []))
  const fiches = new Map(
    fichesByNumeros(db, [...new Set(numeros.map(({ numero }) => numero))]).map((one) => [one.numero, one]),
  )
  const secours = (near: Pres | null): Secours | null => {
    const fiche = near && fiches.get(near.numero)
    if (!near || !fiche?.telephone) return null
    return { id: fiche.id, nom: fiche.nom, commune: fiche.commune, telephone: fiche.telephone, km: near.km }
  }
  return new Map(
    found.map(({ lieu, voisin, franceServices }) => {
      return [lieu.numero, { voisin: secours(voisin), franceServices: secours(franceServices) }]
    }),
  )
}

type Pres = { numero: number; km: number }

function numeroOf(places: Situes | undefined, point: Point): Pres | null {
  const near = places && nearestOf(places, point)
  return near && near.km <= MAX_KM ? { numero: places.numero[near.rang] as number, km: near.km } : null
}

/**
 * The places that have a telephone and a position, by network. A point that the file gives to places of two postcodes is
 * wrong for one of them: nobody is sent there.
 */
function readJoignables({ $client }: Db): Map<Reseau, Situes> {
  const query = `select numero, reseau, lat, lon from lieu
    where telephone is not null and lat is not null and lon is not null and (lat, lon) not in (
      select lat, lon from lieu where lat is not null and lon is not null
      group by lat, lon having count(distinct code_postal) > 1
    ) order by lat, numero`
  const rows = $client.prepare<[], Point & { numero: number; reseau: Reseau }>(query).all()
  const reseaux = new Set(rows.map(({ reseau }) => reseau))
  return new Map([...reseaux].map((reseau) => [reseau, situesOf(rows.filter((row) => row.reseau === reseau))]))
}
