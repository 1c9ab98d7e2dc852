import { type SQL, sql } from 'drizzle-orm'
import type { TypeTerritoire } from '#app/domain/collectivites/vues.ts'
import type { Db } from '../connect.server.ts'

/** A territory, or an employer, and the conditions that say what is its own. */
export type TerritoireDeCollectivite = {
  type: TypeTerritoire
  code: string
  nom: string
  /** Of places (`lieu`), of posts (`poste`), of rejected rows (`ligne_publiee`); null when no row can be its own. */
  lieux: SQL
  postes: SQL
  /** Of posts in any structures file, older ones included: their rows know no employer of today. */
  historique: SQL
  lignes: SQL | null
}

/** Every place of the country. */
export const FRANCE: Pick<TerritoireDeCollectivite, 'lieux'> = { lieux: sql`1` }

export function communeTerritoire({ code, nom }: { code: string; nom: string }): TerritoireDeCollectivite {
  const postes = sql`p.commune_code = ${code}
    and p.departement_code = (select departement_code from commune where code = ${code})`
  return {
    ...{ type: 'commune', code, nom, postes, historique: postes },
    lieux: sql`l.commune_code = ${code}`,
    lignes: sql`g.commune_code = ${code}`,
  }
}

/** The grouping's name comes from the reference file; null when no commune of the database belongs to it. */
export function epciTerritoire(db: Db, code: string, nom: string): TerritoireDeCollectivite | null {
  const [[known] = []] = db.values<[number]>(sql`select 1 from commune where epci_code = ${code} limit 1`)
  if (known === undefined) return null
  const communes = sql`(select code from commune where epci_code = ${code})`
  const departements = sql`(select departement_code from commune where epci_code = ${code})`
  const postes = sql`p.commune_code in ${communes} and p.departement_code in ${departements}`
  return {
    ...{ type: 'epci', code, nom, postes, historique: postes },
    lieux: sql`l.commune_code in ${communes}`,
    lignes: sql`g.commune_code in ${communes}`,
  }
}

export function departementTerritoire({ code, nom }: { code: string; nom: string }): TerritoireDeCollectivite {
  const postes = sql`p.departement_code = ${code}`
  return {
    ...{ type: 'departement', code, nom, postes, historique: postes },
    lieux: sql`l.departement_code = ${code}`,
    lignes: sql`g.departement_code = ${code}`,
  }
}

/**
 * An employer by its SIRET (one establishment), its SIREN (all of them) or the short key of one without a SIRET, and
 * the places that bear its number though it has no post. Null when nothing bears it.
 */
export function structureTerritoire(db: Db, code: string): TerritoireDeCollectivite | null {
  const siren = /^\d{9}$/.test(code)
  const own = siren ? sql`siren = ${code}` : sql`(cle = ${code} or siret = ${code})`
  const lieux = sql`(l.structure_id in (select id from structure where ${own})
    or ${siren ? sql`l.siren = ${code}` : sql`(l.siren = ${code.slice(0, 9)} and l.siret = ${code})`})`
  const [[nom] = []] = db.values<[string]>(sql`
    select nom from (select nom, 0 as rang, -postes as ordre from structure where ${own}
      union all select l.nom, 1, l.numero from lieu l where ${lieux} and l.reseau <> 'france-services')
    order by rang, ordre limit 1`)
  if (nom === undefined) return null
  const postes = sql`p.structure_id in (select id from structure where ${own})`
  const historique = siren ? sql`p.siret between ${code} and ${`${code}99999`}` : sql`p.siret = ${code}`
  return { type: 'structure', code, nom, lieux, postes, historique, lignes: null }
}
