import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Nom } from '#app/domain/carte/noms.ts'
import type { Bounds } from '#app/domain/territoires/cadres.ts'
import type { Db } from './connect.server.ts'
import { preparedQuery } from './prepared.server.ts'
import { commune } from './schema.ts'

/** The most populated communes of a department whose centre is known: what people steer by on a drawing. */
export function reperesDe(db: Db, departementCode: string, limit = 8) {
  return preparedQuery(db, reperes)
    .all({ departementCode, limit })
    .map((row) => ({ ...row, lat: Number(row.lat), lon: Number(row.lon) }))
}

function reperes(db: Db) {
  const { nom, lat, lon } = commune
  const here = eq(commune.departementCode, sql.placeholder('departementCode'))
  return db
    .select({ nom, lat, lon })
    .from(commune)
    .where(and(here, isNotNull(lat), isNotNull(lon)))
    .orderBy(desc(commune.population), commune.code)
    .limit(sql.placeholder('limit'))
    .prepare()
}

/** As many as a square of the map has room to name. */
const NOMS_MAX = 150

/** The most populated communes whose centre is within the bounds, for a map without a background. */
export function nomsDans({ $client }: Db, bounds: Bounds): Nom[] {
  return $client
    .prepare<number[], Nom>(
      `select nom, round(lat, 4), round(lon, 4), population from commune
       where lat >= ? and lon >= ? and lat < ? and lon < ? order by population desc, code limit ${NOMS_MAX}`,
    )
    .raw()
    .all(...bounds)
}
