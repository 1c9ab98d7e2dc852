import { eq } from 'drizzle-orm'
import { asksOfPlaces } from '#app/domain/filters/criteria.ts'
import type { Filters } from '#app/domain/filters.ts'
import { sumPostes } from './colonnes.server.ts'
import type { Db } from './connect.server.ts'
import { poste, source } from './schema.ts'

export type PosteLigne = ReturnType<typeof postesOfStructure>[number]

/**
 * Posts validated that suit the filters, by the row's own department and the rurality of where the post is placed;
 * posts of older files are never added. Null when a filter asks what only a place can say (a service…).
 */
export function countPostes(db: Db, filters: Filters): number | null {
  return asksOfPlaces(filters) ? null : sumPostes(db, filters)
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
