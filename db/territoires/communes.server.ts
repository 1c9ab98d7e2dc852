import type { Ruralite } from '#app/domain/vocabulary.ts'
import type { Db } from '../connect.server.ts'
import { prepared } from '../prepared.server.ts'

/** A commune as a page of its department lists it. `distanceKm`: to the nearest place; null when it says nothing. */
export type CommuneListee = {
  code: string
  nom: string
  population: number
  ruralite: Ruralite
  distanceKm: number | null
  /** Town of the nearest place. */
  procheNom: string | null
}
export type CommuneComplete = CommuneListee & {
  departementCode: string
  departementNom: string
  regionNom: string | null
  epciCode: string | null
  densite: number | null
  ruraliteEstimee: boolean
  frr: string | null
  /** Places of conseillers numériques in it. */
  lieux: number
  /** Places in its department. */
  lieuxDuDepartement: number
}

/**
 * Beyond the seas a place of another territory is no neighbour: Wallis is 13,000 km from one, Saint-Martin an island
 * away from Guadeloupe's. Its distance is then null.
 */
const PROCHE = `left join lieu l on l.numero = c.lieu_proche
  and (length(c.departement_code) = 2 or l.departement_code = c.departement_code)`
const SANS_LIEU = `not exists (select 1 from lieu x
  where x.commune_code = c.code and x.reseau = 'conseiller-numerique')`
const LISTEE = `c.code, c.nom, c.population, c.ruralite, l.commune_nom as procheNom,
  case when l.numero is null then null else c.distance_km end as distanceKm`

/** The communes of a department without a place, the most populated first; `limit` absent: all. */
export function communesSansLieu(db: Db, departementCode: string, limit = -1): CommuneListee[] {
  const query = `select ${LISTEE} from commune c ${PROCHE}
    where c.departement_code = ? and ${SANS_LIEU} order by c.population desc, c.code limit ?`
  return prepared<[string, number], CommuneListee>(db, query).all(departementCode, limit)
}

/** How many communes of a department have no place, with their inhabitants, beside how many there are. */
export function countSansLieu(db: Db, departementCode: string) {
  const query = `select count(*) as communes, coalesce(sum(c.population), 0) as habitants,
    count(case when ${SANS_LIEU} then 1 end) as sansLieu,
    coalesce(sum(case when ${SANS_LIEU} then c.population end), 0) as habitantsSansLieu
    from commune c where c.departement_code = ?`
  type Count = { communes: number; habitants: number; sansLieu: number; habitantsSansLieu: number }
  const none = { communes: 0, habitants: 0, sansLieu: 0, habitantsSansLieu: 0 }
  return prepared<[string], Count>(db, query).get(departementCode) ?? none
}

/** The communes of a department farthest from any place, those whose distance is known. */
export function communesEloignees(db: Db, departementCode: string, limit: number): CommuneListee[] {
  const query = `select ${LISTEE} from commune c ${PROCHE.replace('left join', 'join')}
    where c.departement_code = ? and c.distance_km is not null
    order by c.distance_km desc, c.population desc, c.code limit ?`
  return prepared<[string, number], CommuneListee>(db, query).all(departementCode, limit)
}

/** The commune of today that has this code, or null. */
export function communeByCode(db: Db, code: string): CommuneComplete | null {
  const count = (where: string) => `(select count(*) from lieu x where x.reseau = 'conseiller-numerique' and ${where})`
  const query = `select ${LISTEE}, c.departement_code as departementCode, d.nom as departementNom, r.nom as regionNom,
    c.epci_code as epciCode, c.densite, c.ruralite_estimee as ruraliteEstimee, c.frr,
    ${count('x.commune_code = c.code')} as lieux, ${count('x.departement_code = c.departement_code')} as lieuxDuDepartement
    from commune c join departement d on d.code = c.departement_code left join region r on r.code = d.region_code
    ${PROCHE} where c.code = ? limit 1`
  const found = prepared<[string], CommuneComplete>(db, query).get(code)
  return found ? { ...found, ruraliteEstimee: Boolean(found.ruraliteEstimee) } : null
}
