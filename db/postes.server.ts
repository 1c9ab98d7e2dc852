import { and, eq, sql } from 'drizzle-orm'
import type { Filters } from '#app/domain/filters.ts'
import { wherePostes } from './conditions.server.ts'
import type { Db } from './connect.server.ts'
import { commune, poste, source } from './schema.ts'

export type PosteLigne = ReturnType<typeof postesOfStructure>[number]

/** Posts of older structures files are history: never added. */
export const ofCurrentFile = and(eq(source.kind, 'structures'), eq(source.courante, true))

/**
 * Posts validated that suit the filters, by the row's own department and the rurality of where the post is placed.
 * Null when a filter asks what only a place can say (a service…): the posts it would keep are not known.
 */
export function countPostes(db: Db, filters: Filters): number | null {
  const where = wherePostes(filters)
  if (where === null) return null
  const row = db
    .select({ n: sql<number | null>`sum(${poste.nombre})` })
    .from(poste)
    .innerJoin(source, eq(source.id, poste.sourceId))
    .leftJoin(commune, eq(commune.code, poste.communeCode))
    .where(and(ofCurrentFile, where))
    .get()
  return row?.n ?? 0
}

/** Rows of the structures file, oldest validation first; `date` is the file's millésime. */
export function postesOfStructure(db: Db, structureId: number) {
  return db
    .select({
      nombre: poste.nombre,
      dateValidation: poste.dateValidation,
      investissement: poste.investissement,
      zrr: poste.zrr,
      qpv: poste.qpv,
      departementCode: poste.departementCode,
      line: poste.line,
      source: { titre: source.titre, date: source.millesime, url: source.url, licence: source.licence },
    })
    .from(poste)
    .innerJoin(source, eq(source.id, poste.sourceId))
    .where(eq(poste.structureId, structureId))
    .orderBy(poste.dateValidation, poste.line)
    .all()
}
