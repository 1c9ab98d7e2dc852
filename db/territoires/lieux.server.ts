import type { Precision } from '#app/domain/vocabulary.ts'
import type { Db } from '../connect.server.ts'
import { prepared } from '../prepared.server.ts'

const CONSEILLERS = "reseau = 'conseiller-numerique'"

/** The `numero` of every place of a commune, by name. */
export function lieuxDeCommune(db: Db, communeCode: string): number[] {
  const query = `select numero from lieu where commune_code = ? and ${CONSEILLERS} order by nom, numero`
  return prepared<[string], { numero: number }>(db, query)
    .all(communeCode)
    .map(({ numero }) => numero)
}

/** Where the places of a department stand; those without a position are left out. */
export function pointsDuDepartement(db: Db, departementCode: string) {
  const query = `select lat, lon, precision from lieu
    where ${CONSEILLERS} and departement_code = ? and lat is not null and lon is not null order by numero`
  return prepared<[string], { lat: number; lon: number; precision: Precision }>(db, query).all(departementCode)
}
