import type Database from 'better-sqlite3'
import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { fold } from '#app/domain/fold.ts'
import type { Db } from './connect.server.ts'

const ready = new WeakSet<Database.Database>()

/**
 * A column as French sorts it: SQLite compares bytes, which puts Évreux after Zuydcoote.
 * The function is given to a connection the first time it is asked for.
 */
export function sortKey(db: Db, column: SQLiteColumn): SQL {
  if (!ready.has(db.$client)) {
    db.$client.function('cle_de_tri', { deterministic: true }, keyOf)
    ready.add(db.$client)
  }
  return sql`cle_de_tri(${column})`
}

function keyOf(text: unknown): string {
  return typeof text === 'string' ? fold(text) : ''
}
