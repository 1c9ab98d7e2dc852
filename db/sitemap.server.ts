import type { Db } from './connect.server.ts'

/** A page for search engines: its path, and the day its data last changed (YYYY-MM-DD); null when unknown. */
export type Page = { chemin: string; maj: string | null }

/** Each kind of page, in a stable order: places, employers, departments and their reports, EPCI, then communes that have one or the other. */
const PAGES = [
  `select '/lieux/' || id as chemin, date_maj as maj from lieu
    where reseau in ('conseiller-numerique', 'france-services') order by id`,
  `select '/structures/' || s.cle as chemin, (select max(f.millesime) from source f
    where f.kind = 'structures' and f.courante = 1) as maj from structure s order by s.cle`,
  "select '/departements/' || code as chemin, (select max(millesime) from source where courante = 1) as maj from departement order by code",
  "select '/collectivites/departement/' || code as chemin, (select max(millesime) from source where courante = 1) as maj from departement order by code",
  "select '/epci/' || epci_code as chemin, (select max(millesime) from source where courante = 1) as maj from commune where epci_code is not null group by epci_code order by epci_code",
  `select '/communes/' || code as chemin, (select max(millesime) from source where courante = 1) as maj from commune
    where code in (select commune_code from lieu where reseau = 'conseiller-numerique'
      union select commune_code from structure where postes > 0) order by code`,
]

/** Every page that the data makes; a date to come is no date. `aujourdhui`: YYYY-MM-DD. */
export function listPages(db: Db, aujourdhui: string): Page[] {
  return PAGES.flatMap((query) => db.$client.prepare<[], Page>(query).all()).map(({ chemin, maj }) => {
    return { chemin, maj: maj !== null && /^\d{4}-\d\d-\d\d$/.test(maj) && maj <= aujourdhui ? maj : null }
  })
}
