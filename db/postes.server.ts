import { eq } from 'drizzle-orm'
import { asksOfPlaces } from '#app/domain/filters/criteria.ts'
import type { Db } from './connect.server.ts'
import { poste, source } from './schema.ts'
import type { Selection } from './selection.server.ts'

export type PosteLigne = ReturnType<typeof postesOfStructure>[number]

/**
 * Posts validated that suit the filters, by the row's own department and the rurality of where the post is placed;
 * posts of older files are never added. Null when a filter asks what only a place can say (a service…).
 */
export function countPostes({ filters, rows }: Selection): number | null {
  if (asksOfPlaces(filters)) return null
  const { columns, kept } = rows.postes()
  return kept.reduce((sum, row) => sum + (columns.nombre[row] as number), 0)
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
