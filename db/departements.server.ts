import { eq, sql } from 'drizzle-orm'
import { groupBy, sumComptes } from '#app/domain/couverture/comptes.ts'
import { pour10000 } from '#app/domain/taux.ts'
import { comptesDesFichiers } from './comptes.server.ts'
import type { Db } from './connect.server.ts'
import { remember } from './memoire.server.ts'
import { departement, region, structure } from './schema.ts'

export type DepartementResume = {
  code: string
  nom: string
  region: string | null
  /** Inhabitants; null when the communes file does not say. */
  population: number | null
  /** Posts validated, in the current structures file, by the row's own department. */
  postes: number
  structures: number
  lieux: number
  /** Posts per 10,000 inhabitants, two decimals. */
  postes_pour_10000: number | null
}
export type Totals = Omit<DepartementResume, 'code' | 'nom' | 'region'> & { structures_sans_lieu: number }

/** Every department and territory, by code, those without any place included. */
export function listDepartements(db: Db): DepartementResume[] {
  return remember(db, readDepartements)
}

function readDepartements(db: Db): DepartementResume[] {
  const comptes = groupBy(comptesDesFichiers(db), ({ departement }) => departement)
  return selectDepartements(db).map((row) => {
    const { postes, structures, lieux } = sumComptes(comptes.get(row.code) ?? [])
    return { ...row, ...inhabited(row.population, { postes, structures, lieux }) }
  })
}

/** The one place of the national totals: sums of the departments' rows. */
export function totals(db: Db): Totals {
  const rows = listDepartements(db)
  const sum = (key: 'postes' | 'structures' | 'lieux' | 'population') => rows.reduce((n, row) => n + (row[key] ?? 0), 0)
  const count = { postes: sum('postes'), structures: sum('structures'), lieux: sum('lieux') }
  const [[sansLieu] = [0]] = db.values<[number]>(sql`select count(*) from ${structure} where ${structure.lieux} = 0`)
  return { ...inhabited(sum('population'), count), structures_sans_lieu: sansLieu }
}

/** The names of departments by code, for sentences. */
export function departementNoms(db: Db): Map<string, string> {
  return new Map(selectDepartements(db).map(({ code, nom }) => [code, nom]))
}

export { pour10000 as postesPour10000 }

function selectDepartements(db: Db) {
  return db
    .select({ code: departement.code, nom: departement.nom, region: region.nom, population: departement.population })
    .from(departement)
    .leftJoin(region, eq(region.code, departement.regionCode))
    .orderBy(departement.code)
    .all()
}

function inhabited<T extends { postes: number }>(inhabitants: number, counts: T) {
  const population = inhabitants > 0 ? inhabitants : null
  return { population, ...counts, postes_pour_10000: pour10000(counts.postes, population) }
}
