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
type Commune = Page & { code: string; departement: string; proche: string | null }

/** Those that have a place or an employer. */
const HABITEES = `select commune_code from lieu where reseau = 'conseiller-numerique'
  union select commune_code from structure where postes > 0`

const COMMUNES = `select c.code, '/communes/' || c.code as chemin, (select max(millesime) from source where courante = 1) as maj,
    c.departement_code as departement, l.departement_code as proche
  from commune c left join lieu l on l.numero = c.lieu_proche where c.code > ? order by c.code limit ?`

/** Read in a few milliseconds. */
const MORCEAU = 2000

/** Every page that the data makes; a date to come is no date. `aujourdhui`: YYYY-MM-DD. */
export function listPages(db: Db, aujourdhui: string): Page[] {
  return [...eachPage(db, aujourdhui)].flat()
}

/** The same by pieces, so that who asks something else meanwhile is heard between two of them. */
export function* eachPage(db: Db, aujourdhui: string): Iterable<Page[]> {
  const known = ({ chemin, maj }: Page): Page => {
    return { chemin, maj: maj !== null && /^\d{4}-\d\d-\d\d$/.test(maj) && maj <= aujourdhui ? maj : null }
  }
  for (const query of PAGES) yield db.$client.prepare<[], Page>(query).all().map(known)
  const habitees = new Set(db.$client.prepare<[], string | null>(HABITEES).pluck().all())
  const communes = db.$client.prepare<[string, number], Commune>(COMMUNES)
  for (let after = ''; ; ) {
    const some = communes.all(after, MORCEAU)
    yield some.filter((one) => habitees.has(one.code) || isReached(one)).map(known)
    const last = some.at(-1)
    if (last === undefined || some.length < MORCEAU) return
    after = last.code
  }
}

/** How far the nearest place is by land is known. */
function isReached({ departement, proche }: Commune): boolean {
  return proche !== null && memeTerre(departement, proche)
}
