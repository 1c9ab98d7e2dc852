import type { Db } from './connect.server.ts'
import { prepared } from './prepared.server.ts'

const LIEU = `select 1 from lieu where commune_code is ? and lower(nom) = lower(?) and numero <> ?
  and reseau in ('conseiller-numerique', 'france-services') limit 1`
const EMPLOYEUR = 'select 1 from structure where commune_code is ? and lower(nom) = lower(?) and cle <> ? limit 1'

type Nomme = { nom: string; communeCode: string | null }

/** Another place of its commune has its name: their pages need more to be told apart. */
export function hasHomonyme(db: Db, { nom, communeCode, numero }: Nomme & { numero: number }): boolean {
  return prepared(db, LIEU).get(communeCode, nom, numero) !== undefined
}

/** The same of an employer. */
export function hasEmployeurHomonyme(db: Db, { nom, communeCode, cle }: Nomme & { cle: string }): boolean {
  return prepared(db, EMPLOYEUR).get(communeCode, nom, cle) !== undefined
}
