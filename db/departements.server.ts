import { eq } from 'drizzle-orm'
import type { Db } from './connect.server.ts'
import { remember } from './memoire.server.ts'
import { departement, region } from './schema.ts'

/** A department or territory; `region`: the name of its region, null when it has none. */
export type Departement = { code: string; nom: string; regionCode: string | null; region: string | null }

/** Every department and territory, by code, those without any place included. */
export function listDepartements(db: Db): Departement[] {
  return remember(db, selectDepartements)
}

/** The names of departments by code, for sentences. */
export function departementNoms(db: Db): Map<string, string> {
  return new Map(listDepartements(db).map(({ code, nom }) => [code, nom]))
}

function selectDepartements(db: Db): Departement[] {
  const { code, nom, regionCode } = departement
  return db
    .select({ code, nom, regionCode, region: region.nom })
    .from(departement)
    .leftJoin(region, eq(region.code, regionCode))
    .orderBy(code)
    .all()
}
