import { memeTerre } from '#app/domain/territoires/terre.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import type { Db } from '../connect.server.ts'
import { remember } from '../memoire.server.ts'
import { prepared } from '../prepared.server.ts'
import { departementsDesservis } from '../territoires.server.ts'

/** A commune with all that its files count. `km`, `kmOuFs`: to a place, to a place or a France services; null: unknown. */
export type CommuneChiffree = {
  code: string
  nom: string
  departement: string
  epci: string | null
  population: number
  ruralite: Ruralite
  densite: number | null
  frr: string | null
  lieux: number
  postes: number
  km: number | null
  kmFranceServices: number | null
}

const COMMUNES = `
  select c.code, c.nom, c.departement_code as departement, c.epci_code as epci, c.population, c.ruralite, c.densite,
    c.frr, c.distance_km as km, c.distance_france_services_km as kmFranceServices, l.departement_code as proche
  from commune c left join lieu l on l.numero = c.lieu_proche`
const ORDRE = 'order by c.population desc, c.code'
const CODES = `select c.code from commune c ${ORDRE}`
const DES_CODES = `${COMMUNES} where c.code in (select value from json_each(?)) ${ORDRE}`
const DE_EPCI = `${COMMUNES} where c.epci_code = ? ${ORDRE}`

const LIEUX = `
  select commune_code as code, count(*) as n from lieu
  where reseau = 'conseiller-numerique' and commune_code is not null group by 1`
const POSTES = `
  select p.commune_code as code, sum(p.nombre) as n from poste p join source s on s.id = p.source_id
  where s.kind = 'structures' and s.courante = 1 and p.commune_code is not null group by 1`

/** Read together: 35,000 at once hold a processor for half a second. */
const LOT = 125

/** Every commune, the most populated first, some at a time. */
export function* communesChiffrees(db: Db): Iterable<CommuneChiffree[]> {
  const codes = db.$client.prepare<[], string>(CODES).pluck().all()
  for (let from = 0; from < codes.length; from += LOT) {
    const some = JSON.stringify(codes.slice(from, from + LOT))
    yield chiffrees(db, prepared<[string], Lue>(db, DES_CODES).all(some))
  }
}

/** Those of an EPCI, by its SIREN, in the same order; [] when none is known. */
export function communesDeEpci(db: Db, epci: string): CommuneChiffree[] {
  return chiffrees(db, prepared<[string], Lue>(db, DE_EPCI).all(epci))
}

type Lue = Omit<CommuneChiffree, 'lieux' | 'postes'> & { proche: string | null }

function chiffrees(db: Db, lues: readonly Lue[]): CommuneChiffree[] {
  const desservis = departementsDesservis(db)
  const [lieux, postes] = [remember(db, countLieux), remember(db, countPostes)]
  // Written field by field: of 35,000 rows, to copy what remains of each takes as long as to read them.
  return lues.map((lue) => {
    const { code, nom, departement, epci, population, ruralite, densite, frr, proche, kmFranceServices } = lue
    // Beyond a sea a place is no neighbour.
    const connu = proche !== null && desservis.has(departement) && memeTerre(proche, departement)
    return {
      code,
      nom,
      departement,
      epci,
      population,
      ruralite,
      densite,
      frr,
      lieux: lieux.get(code) ?? 0,
      postes: postes.get(code) ?? 0,
      km: connu ? lue.km : null,
      kmFranceServices,
    }
  })
}

function countLieux(db: Db): Map<string, number> {
  return countByCommune(db, LIEUX)
}

function countPostes(db: Db): Map<string, number> {
  return countByCommune(db, POSTES)
}

function countByCommune({ $client }: Db, query: string): Map<string, number> {
  return new Map(
    $client
      .prepare<[], { code: string; n: number }>(query)
      .all()
      .map(({ code, n }) => [code, n]),
  )
}
