import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from './connect.server.ts'
import { commune } from './schema.ts'

/** The most populated communes of a department whose centre is known: what people steer by on a drawing. */
export function reperesDe(db: Db, departementCode: string, limit = 8) {
  const { nom, lat, lon } = commune
  return db
    .select({ nom, lat, lon })
    .from(commune)
    .where(and(eq(commune.departementCode, departementCode), isNotNull(lat), isNotNull(lon)))
    .orderBy(desc(commune.population), commune.code)
    .limit(limit)
    .all()
    .map((row) => ({ ...row, lat: Number(row.lat), lon: Number(row.lon) }))
}
