import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Db } from './connect.server.ts'
import { commune, lieu, poste, source } from './schema.ts'

export type Millesime = ReturnType<typeof listMillesimes>[number]

/** The structures files, oldest first, with their posts: one a day, the one in force or else the first given. */
export function listMillesimes(db: Db) {
  const { id, titre, millesime: date, producteur, licence, url, courante } = source
  const rows = db
    .select({ id, titre, date, producteur, licence, url, courante, postes: sql<number>`sum(${poste.nombre})` })
    .from(source)
    .innerJoin(poste, eq(poste.sourceId, id))
    .where(eq(source.kind, 'structures'))
    .groupBy(id)
    .orderBy(asc(date), sql`${courante} desc`, asc(id))
    .all()
  return rows.filter((row, rang) => row.date !== rows[rang - 1]?.date)
}

/** The rows of one structures file, by line; `communeNom` is the official name, `structureId` null in an older file. */
export function postesOfSource(db: Db, sourceId: number) {
  const { siret, nom, type, ruralite, nombre, structureId } = poste
  return db
    .select({
      ...{ siret, nom, type, ruralite, nombre, structureId },
      departement: poste.departementCode,
      commune: poste.communeCode,
      communeNom: commune.nom,
    })
    .from(poste)
    .leftJoin(commune, eq(commune.code, poste.communeCode))
    .where(eq(poste.sourceId, sourceId))
    .orderBy(poste.line)
    .all()
}

/** Posts of one file by month of their validation ("2021-03"), oldest first; months without any are left out. */
export function validationsByMonth(db: Db, sourceId: number) {
  const mois = sql<string>`substr(${poste.dateValidation}, 1, 7)`
  return db
    .select({ mois, postes: sql<number>`sum(${poste.nombre})` })
    .from(poste)
    .where(and(eq(poste.sourceId, sourceId), isNotNull(poste.dateValidation)))
    .groupBy(mois)
    .orderBy(mois)
    .all()
}

/** Posts of one file validated on this day (YYYY-MM-DD) or before. */
export function countValidatedBy(db: Db, sourceId: number, date: string): number {
  const [[postes] = [0]] = db.values<[number]>(
    sql`select ifnull(sum(nombre), 0) from poste where source_id = ${sourceId} and date_validation <= ${date}`,
  )
  return postes
}

/** Places of conseillers numériques by class of their commune: the only list of places known, that of today. */
export function lieuxByRuralite(db: Db): Map<string, number> {
  const { reseau, ruralite } = lieu
  return new Map(
    db.values<[string, number]>(sql`select ${ruralite}, count(*) from ${lieu} where ${reseau} = 'conseiller-numerique'
      group by 1`),
  )
}
