import { and, eq, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Db } from './connect.server.ts'
import { preparedQuery } from './prepared.server.ts'
import { anomalie, anomalieCode, lieuPublication, source } from './schema.ts'

/** A published row: `line` is the file's line as an editor shows it, `date` the file's millésime (YYYY-MM-DD). */
export type Publication = ReturnType<typeof publicationsOfLieu>[number]
export type AnomalieDite = ReturnType<typeof anomaliesOfLieu>[number]

/** The published rows that make a place, with the file of each. */
export function publicationsOfLieu(db: Db, numero: number) {
  return preparedQuery(db, publications).all({ numero })
}

function publications(db: Db) {
  return db
    .select({
      sourceId: source.id,
      titre: source.titre,
      date: source.millesime,
      url: source.url,
      producteur: source.producteur,
      licence: source.licence,
      fichier: source.fichier,
      line: lieuPublication.line,
      idPublie: lieuPublication.idPublie,
    })
    .from(lieuPublication)
    .innerJoin(source, eq(source.id, lieuPublication.sourceId))
    .where(eq(lieuPublication.lieuNumero, sql.placeholder('numero')))
    .orderBy(lieuPublication.sourceId, lieuPublication.line)
    .prepare()
}

/** The problems of the published rows that make a place, worst first. */
export function anomaliesOfLieu(db: Db, numero: number) {
  return preparedQuery(db, anomalies).all({ numero })
}

function anomalies(db: Db) {
  return db
    .select({
      line: anomalie.line,
      field: anomalie.field,
      code: anomalie.code,
      severity: anomalieCode.severity,
      phrase: anomalieCode.phrase,
      raw: anomalie.raw,
      corrected: anomalie.corrected,
    })
    .from(lieuPublication)
    .innerJoin(anomalie, sameRow(lieuPublication.sourceId, lieuPublication.line))
    .innerJoin(anomalieCode, eq(anomalieCode.code, anomalie.code))
    .where(eq(lieuPublication.lieuNumero, sql.placeholder('numero')))
    .orderBy(severityRank, anomalie.line, anomalie.field, anomalie.code)
    .prepare()
}

function sameRow(sourceId: SQLiteColumn, line: SQLiteColumn) {
  return and(eq(anomalie.sourceId, sourceId), eq(anomalie.line, line))
}

const severityRank = sql`case ${anomalieCode.severity} when 'error' then 0 when 'warning' then 1 else 2 end`
