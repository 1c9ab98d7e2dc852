import { memeTerre } from '#app/domain/territoires/terre.ts'
import type { Db } from './connect.server.ts'

/** A page for search engines: its path, and the day its data last changed (YYYY-MM-DD); null when unknown. */
export type Page = { chemin: string; maj: string | null }

/** Each kind of page, in a stable order: places, employers, departments and their reports, EPCI. */
const PAGES = [
  `select '/lieux/' || id as chemin, date_maj as maj from lieu
    where reseau in ('conseiller-numerique', 'france-services') order by id`,
  `select '/structures/' || s.cle as chemin, (select max(f.millesime) from source f
    where f.kind = 'structures' and f.courante = 1) as maj from structure s order by s.cle`,
  "select '/departements/' || code as chemin, (select max(millesime) from source where courante = 1) as maj from departement order by code",
  "select '/collectivites/departement/' || code as chemin, (select max(millesime) from source where courante = 1) as maj from departement order by code",
  "select '/epci/' || epci_code as chemin, (select max(millesime) from source where courante = 1) as maj from commune where epci_code is not null group by epci_code order by epci_code",
]

/** `proche`: the department of the nearest place. */
type Commune = Page & { departement: string; proche: string | null; seule: number }

const COMMUNES = `select '/communes/' || c.code as chemin, (select max(millesime) from source where courante = 1) as maj,
    c.departement_code as departement, l.departement_code as proche,
    c.code in (select commune_code from lieu where reseau = 'conseiller-numerique'
      union select commune_code from structure where postes > 0) as seule
  from commune c left join lieu l on l.numero = c.lieu_proche order by c.code`

/** Every page that the data makes; a date to come is no date. `aujourdhui`: YYYY-MM-DD. */
export function listPages(db: Db, aujourdhui: string): Page[] {
  const pages = [...PAGES.flatMap((query) => db.$client.prepare<[], Page>(query).all()), ...listCommunes(db)]
  return pages.map(({ chemin, maj }) => {
    return { chemin, maj: maj !== null && /^\d{4}-\d\d-\d\d$/.test(maj) && maj <= aujourdhui ? maj : null }
  })
}

/** The communes of which something is known: a place, an employer, or how far the nearest place is by land. */
function listCommunes(db: Db): Page[] {
  const all = db.$client.prepare<[], Commune>(COMMUNES).all()
  return all.filter(({ seule, departement, proche }) => seule || (proche !== null && memeTerre(departement, proche)))
}
