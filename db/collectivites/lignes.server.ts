import { type SQL, sql } from 'drizzle-orm'
import type { LigneLue } from '#app/domain/collectivites/rapport.ts'
import type { AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import type { Severity } from '#app/domain/vocabulary.ts'
import type { Db } from '../connect.server.ts'
import type { TerritoireDeCollectivite } from './territoire.server.ts'

type LigneRow = [
  key: number,
  sourceId: number,
  fichier: string,
  date: string,
  line: number,
  idPublie: string | null,
  cellules: string | null,
  ...anomalie: [AnomalieCode | null, string, Severity, string | null, string | null],
]

const RANG = sql`case c.severity when 'error' then 0 when 'warning' then 1 else 2 end`

/** The published rows that make each of these places, by `numero`, with what was noted of each: one query for all. */
export function lignesDesLieux(db: Db, numeros: readonly number[]): Map<number, LigneLue[]> {
  return readLignes(
    db,
    sql`select lieu_numero as cle, source_id, line, id_publie from lieu_publication
      where lieu_numero in (select value from json_each(${JSON.stringify(numeros)}))`,
  )
}

/** The rows of the structures file that make each employer of a territory, by its id, with what was noted of each. */
export function lignesDesEmployeurs(db: Db, { postes }: TerritoireDeCollectivite): Map<number, LigneLue[]> {
  return readLignes(
    db,
    sql`select p.structure_id as cle, p.source_id, p.line, null as id_publie from source f
      join poste p on p.source_id = f.id where f.kind = 'structures' and f.courante = 1 and ${postes}`,
  )
}

/** The rows of the files in force that could not be shown, on a territory. */
export function lignesRejetees(db: Db, { lignes }: TerritoireDeCollectivite): LigneLue[] {
  if (lignes === null) return []
  return rejetees(db, lignes)
}

/** The rows that could not be shown and that nothing places: they may be anyone's. */
export function countRejeteesSansTerritoire(db: Db): number {
  const [[count] = [0]] = db.values<
    [number]
  >(sql`select count(*) from ligne_publiee g join source f on f.id = g.source_id
    where g.rejetee = 1 and g.departement_code is null and f.courante = 1`)
  return count
}

function rejetees(db: Db, where: SQL): LigneLue[] {
  const rows = sql`select g.source_id * 100000000 + g.line as cle, g.source_id, g.line, g.cellules ->> 'id' as id_publie
    from ligne_publiee g join source f on f.id = g.source_id where g.rejetee = 1 and f.courante = 1 and ${where}`
  return [...readLignes(db, rows).values()].flat()
}

function readLignes(db: Db, lignes: SQL): Map<number, LigneLue[]> {
  const rows = db.values<LigneRow>(sql`
    select x.cle, x.source_id, f.fichier, f.millesime, x.line, x.id_publie, b.cellules,
      a.code, a.field, c.severity, a.raw, a.corrected
    from (${lignes}) x join source f on f.id = x.source_id
      left join ligne_publiee b on b.source_id = x.source_id and b.line = x.line
      left join anomalie a on a.source_id = x.source_id and a.line = x.line
      left join anomalie_code c on c.code = a.code
    order by x.cle, x.source_id, x.line, ${RANG}, a.field, a.id`)
  const found = new Map<number, LigneLue[]>()
  for (const [
    cle,
    sourceId,
    fichier,
    date,
    line,
    idPublie,
    cellules,
    ...[code, field, severity, raw, corrected]
  ] of rows) {
    const own = found.get(cle) ?? []
    found.set(cle, own)
    let ligne = own.at(-1)
    if (ligne?.line !== line || ligne.sourceId !== sourceId) {
      const read = cellules === null ? null : (JSON.parse(cellules) as Record<string, string>)
      ligne = { sourceId, fichier, date, line, idPublie, cellules: read, anomalies: [] }
      own.push(ligne)
    }
    if (code !== null) ligne.anomalies.push({ line, field, code, severity, raw, corrected })
  }
  return found
}
