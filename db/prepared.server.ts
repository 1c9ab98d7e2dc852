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

const queries = new WeakMap<Database.Database, Map<unknown, unknown>>()

/**
 * The query that `build` writes and prepares, once on each connection: to write one takes drizzle longer than SQLite to
 * answer it. `build` is a named function, which is the key; what changes from one request to the next is a placeholder.
 */
export function preparedQuery<T>(db: Db, build: (db: Db) => T): T {
  const own = queries.get(db.$client) ?? new Map<unknown, unknown>()
  queries.set(db.$client, own)
  const known = own.get(build) ?? build(db)
  own.set(build, known)
  return known as T
}
