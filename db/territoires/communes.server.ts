import { memeTerre } from '#app/domain/territoires/terre.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import type { Db } from '../connect.server.ts'
import { rememberChoice } from '../memoire.server.ts'
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
}

const PROCHE = 'left join lieu l on l.numero = c.lieu_proche'
const SANS_LIEU = `not exists (select 1 from lieu x
  where x.commune_code = c.code and x.reseau = 'conseiller-numerique')`
const LISTEE = `c.code, c.nom, c.population, c.ruralite, l.commune_nom as procheNom, c.distance_km as distanceKm,
  c.departement_code as departementCode, l.departement_code as procheDepartement`

type Lue = CommuneListee & { departementCode: string; procheDepartement: string | null }

/** Beyond a sea a place is no neighbour: its distance is then null, and so is its town. */
function sansTraversee<T extends Lue>({ procheDepartement, ...commune }: T): Omit<T, 'procheDepartement'> {
  const proche = procheDepartement !== null && memeTerre(procheDepartement, commune.departementCode)
  return proche ? commune : { ...commune, distanceKm: null, procheNom: null }
}

/** The communes of a department without a place, the most populated first. */
export function communesSansLieu(db: Db, departementCode: string): CommuneListee[] {
  return communesDuDepartement(db, departementCode).filter(({ sansLieu }) => sansLieu)
}

/** How many communes of a department have no place, with their inhabitants, beside how many there are. */
export function countSansLieu(db: Db, departementCode: string) {
  const sansLieu = communesSansLieu(db, departementCode)
  return {
    communes: communesDuDepartement(db, departementCode).length,
    sansLieu: sansLieu.length,
    habitantsSansLieu: sansLieu.reduce((sum, { population }) => sum + population, 0),
  }
}

/** The communes of a department farthest from any place, those whose distance is known. */
export function communesEloignees(db: Db, departementCode: string, limit: number): CommuneListee[] {
  return communesDuDepartement(db, departementCode)
    .filter(({ distanceKm }) => distanceKm !== null)
    .sort((a, b) => (b.distanceKm ?? 0) - (a.distanceKm ?? 0))
    .slice(0, limit)
}

/** The most populated first. A page asks for them several times. */
function communesDuDepartement(db: Db, departementCode: string) {
  return rememberChoice(db, departementCode, readCommunesDuDepartement)
}

function readCommunesDuDepartement(db: Db, departementCode: string): (CommuneListee & { sansLieu: boolean })[] {
  const query = `select ${LISTEE}, ${SANS_LIEU} as sansLieu from commune c ${PROCHE}
    where c.departement_code = ? order by c.population desc, c.code`
  const rows = prepared<[string], Lue & { sansLieu: number }>(db, query).all(departementCode)
  return rows.map((row) => ({ ...sansTraversee(row), sansLieu: row.sansLieu === 1 }))
}

/** The commune of today that has this code, or null. */
export function communeByCode(db: Db, code: string): CommuneComplete | null {
  const query = `select ${LISTEE}, d.nom as departementNom, r.nom as regionNom,
    c.epci_code as epciCode, c.densite, c.ruralite_estimee as ruraliteEstimee, c.frr,
    (select count(*) from lieu x where x.reseau = 'conseiller-numerique' and x.commune_code = c.code) as lieux
    from commune c join departement d on d.code = c.departement_code left join region r on r.code = d.region_code
    ${PROCHE} where c.code = ? limit 1`
  const found = prepared<[string], CommuneComplete & Lue>(db, query).get(code)
  return found ? { ...sansTraversee(found), ruraliteEstimee: Boolean(found.ruraliteEstimee) } : null
}
