import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from './schema.ts'
import Sqlite from './sqlite.ts'
import { TABLES } from './tables.ts'

/** The database as queries receive it; `db.$client` is the better-sqlite3 connection. */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database }

/** Makes an empty database with today's tables, at `path` or in memory. */
export function createDatabase(path = ':memory:'): Db {
  const db = openForWriting(path)
  db.$client.exec(TABLES)
  return db
}

/**
 * Opens the database that an import makes, and that nobody reads yet.
 * No WAL: a `-wal` left beside a renamed file would be read as part of it.
 */
export function openForWriting(path: string): Db {
  const client = new Sqlite(path)
  client.pragma('journal_mode = OFF')
  client.pragma('synchronous = OFF')
  client.pragma('foreign_keys = OFF')
  // In kB. A large import writes its pages in order: more of them in memory gain nothing.
  client.pragma('cache_size = -8000')
  return wrapDatabase(client)
}

/** Opens a published database for reading. Throws when the file is absent or is no database. */
export function openReadOnly(path: string): Db {
  if (existsSync(`${path}-wal`)) dropForeignLog(path)
  const client = new Sqlite(path, { readonly: true, fileMustExist: true })
  client.pragma('query_only = ON')
  // The lock of the first read is kept, so that a log put there afterwards is not looked at.
  client.pragma('locking_mode = EXCLUSIVE')
  return wrapDatabase(client)
}

/** SQLite reads a log beside a database as part of it, whatever its header says. One whose header says no log has none. */
function dropForeignLog(path: string): void {
  if (readVersion(path) !== WITHOUT_LOG) return
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
}

/** Bytes 18 and 19 of a SQLite file: 1 without a write-ahead log, 2 with one. */
const WITHOUT_LOG = 1

function readVersion(path: string): number {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(1)
    readSync(file, bytes, 0, 1, 19)
    return bytes[0] as number
  } finally {
    closeSync(file)
  }
}

function wrapDatabase(client: Database.Database): Db {
  return drizzle(client, { schema, casing: 'snake_case' })
}
