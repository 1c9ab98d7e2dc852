import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import * as schema from './schema.ts'

/** The database as queries receive it; `db.$client` is the better-sqlite3 connection. */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database }

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))

/**
 * Makes an empty database with today's tables, at `path` or in memory.
 * No WAL: a `-wal` left beside a renamed file would be read as part of it.
 */
export function createDatabase(path = ':memory:'): Db {
  const client = new Database(path)
  client.pragma('journal_mode = OFF')
  client.pragma('synchronous = OFF')
  client.pragma('foreign_keys = OFF')
  const db = wrapDatabase(client)
  migrate(db, { migrationsFolder: MIGRATIONS })
  return db
}

/** Opens a published database for reading. Throws when the file is absent or is no database. */
export function openReadOnly(path: string): Db {
  const client = new Database(path, { readonly: true, fileMustExist: true })
  client.pragma('query_only = ON')
  return wrapDatabase(client)
}

function wrapDatabase(client: Database.Database): Db {
  return drizzle(client, { schema, casing: 'snake_case' })
}
