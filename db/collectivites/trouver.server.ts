import type { Db } from '../connect.server.ts'
import { prepared } from '../prepared.server.ts'
import { searchNumeros } from '../recherche.server.ts'

/** An employer that a text names; `siren` when it names the whole of it and several establishments have posts. */
export type EmployeurTrouve = {
  cle: string
  siret: string | null
  siren: string | null
  nom: string
  communeNom: string | null
  departementNom: string
  postes: number
}

const EMPLOYEUR = `select s.cle, s.siret, s.siren, s.nom, c.nom as communeNom, d.nom as departementNom, s.postes
  from structure s join departement d on d.code = s.departement_code left join commune c on c.code = s.commune_code`

/** The employers whose name, commune or address holds every word, those whose name begins so first. */
export function findEmployeurs(db: Db, q: string, limit: number): EmployeurTrouve[] {
  const ids = JSON.stringify([...(searchNumeros(db, 'structure', q) ?? [])])
  const query = `${EMPLOYEUR} where s.id in (select value from json_each(?))
    order by s.nom not like ? || '%', s.postes desc, s.nom, s.cle limit ?`
  return prepared<[string, string, number], EmployeurTrouve>(db, query).all(ids, q, limit)
}

/** The establishments of a SIREN, or the one of a SIRET, that have posts. */
export function employeursOfNumero(db: Db, numero: string, limit: number): EmployeurTrouve[] {
  const query = `${EMPLOYEUR} where s.${numero.length === 9 ? 'siren' : 'siret'} = ?
    order by s.postes desc, s.nom, s.cle limit ?`
  return prepared<[string, number], EmployeurTrouve>(db, query).all(numero, limit)
}

/** How many communes of the database each grouping has, by its code. */
export function communesByEpci(db: Db): Map<string, number> {
  const query = 'select epci_code as code, count(*) as n from commune where epci_code is not null group by epci_code'
  return new Map(
    db.$client
      .prepare<[], { code: string; n: number }>(query)
      .all()
      .map(({ code, n }) => [code, n]),
  )
}

/** The groupings of these communes, each once. */
export function epciOfCommunes(db: Db, codes: readonly string[]): string[] {
  const query = `select distinct epci_code from commune
    where code in (select value from json_each(?)) and epci_code is not null`
  return prepared<[string], string>(db, query).pluck().all(JSON.stringify(codes))
}
