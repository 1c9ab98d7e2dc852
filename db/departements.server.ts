import { eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from './connect.server.ts'
import { departement, lieu, poste, region, source, structure } from './schema.ts'
import { ofCurrentFile } from './sources.server.ts'

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
  const postes = numbersByCode(
    db,
    sql`select ${poste.departementCode}, sum(${poste.nombre}) from ${poste}
    join ${source} on ${source.id} = ${poste.sourceId} where ${ofCurrentFile} group by 1`,
  )
  const structures = numbersByCode(db, sql`select ${structure.departementCode}, count(*) from ${structure} group by 1`)
  const lieux = numbersByCode(
    db,
    sql`select ${lieu.departementCode}, count(*) from ${lieu}
    where ${lieu.reseau} = 'conseiller-numerique' group by 1`,
  )
  return selectDepartements(db).map((row) => {
    const count = {
      postes: postes.get(row.code) ?? 0,
      structures: structures.get(row.code) ?? 0,
      lieux: lieux.get(row.code) ?? 0,
    }
    return { ...row, ...inhabited(row.population, count) }
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

/** A rate of posts per 10,000 inhabitants with two decimals; null without inhabitants. */
export function postesPour10000(postes: number, population: number | null): number | null {
  return population ? Math.round((postes / population) * 1_000_000) / 100 : null
}

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
  return { population, ...counts, postes_pour_10000: postesPour10000(counts.postes, population) }
}

function numbersByCode(db: Db, query: SQL): Map<string, number> {
  return new Map(db.values<[string, number]>(query))
}
