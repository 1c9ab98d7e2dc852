import type Database from 'better-sqlite3'
import type { Db } from './connect.server.ts'

const statements = new WeakMap<Database.Database, Map<string, unknown>>()

/**
 * The statement of this text on this connection, prepared once: to prepare costs as much as a search of communes.
 * For queries asked at each key pressed; `sql` is a constant, never a text made for one request.
 */
export function prepared<Params extends unknown[], Row>(db: Db, sql: string): Database.Statement<Params, Row> {
  const own = statements.get(db.$client) ?? new Map<string, unknown>()
  statements.set(db.$client, own)
  const known = own.get(sql) ?? db.$client.prepare(sql)
  own.set(sql, known)
  return known as Database.Statement<Params, Row>
}
