import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Db, openReadOnly } from './connect.server.ts'
import { prepareProches } from './resolver/proches.server.ts'
import { SCHEMA_VERSION } from './schema.ts'

/** The database cannot be read; the message is one French sentence that names the command to run. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable'
}

const DEFAULT_PATH = 'data/annuaire.sqlite'
const STAT_EVERY_MS = 1000
const RETIRE_AFTER_MS = 60_000

type Opened = { db: Db; identity: string; statAt: number }
const opened = new Map<string, Opened>()

export function databasePath(): string {
  return resolve(process.env.DATABASE_PATH || DEFAULT_PATH)
}

/**
 * The current connection, read-only. An import renames a new file over the old one: the path is looked at
 * once a second at most, and opened again when it is another file. Throws DatabaseUnusable.
 */
export function openDatabase(path = databasePath()): Db {
  const known = opened.get(path)
  // Whichever way the clock was moved.
  if (known && Math.abs(Date.now() - known.statAt) < STAT_EVERY_MS) return known.db
  const identity = identityOf(path)
  if (known && known.identity === identity) {
    known.statAt = Date.now()
    return known.db
  }
  const db = openChecked(path)
  opened.set(path, { db, identity, statAt: Date.now() })
  // After the request that opens it.
  setImmediate(prepare, db)
  if (known) retire(known.db)
  return db
}

/** Whether it can be read or not is said by the request that reads it. */
function prepare(db: Db): void {
  try {
    if (db.$client.open) prepareProches(db)
  } catch {}
}

/** A request that was given the old connection may still be between two of its queries. */
function retire(db: Db): void {
  setTimeout(() => db.$client.close(), RETIRE_AFTER_MS).unref()
}

/** For tests and a graceful stop. */
export function closeDatabases(): void {
  for (const { db } of opened.values()) db.$client.close()
  opened.clear()
}

function identityOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true })
  if (!stat) throw unusable(path, 'n’existe pas')
  if (stat.size === 0n) throw unusable(path, 'est vide')
  return `${stat.dev}:${stat.ino}:${stat.mtimeNs}:${stat.size}`
}

function openChecked(path: string): Db {
  const db = openOrExplain(path)
  const version = schemaVersion(db)
  if (version === String(SCHEMA_VERSION)) return db
  db.$client.close()
  if (version === null) throw unusable(path, 'n’est pas une base de cet annuaire')
  throw unusable(path, `est d’une autre version du site (schéma ${version}, attendu ${SCHEMA_VERSION})`)
}

function openOrExplain(path: string): Db {
  try {
    return openReadOnly(path)
  } catch {
    throw unusable(path, 'ne peut pas être ouverte')
  }
}

/** Null when the file is no SQLite database, or one without our tables. */
function schemaVersion(db: Db): string | null {
  try {
    const row = db.$client.prepare(`SELECT valeur FROM meta WHERE cle = 'schema_version'`).get()
    return (row as { valeur: string } | undefined)?.valeur ?? null
  } catch {
    return null
  }
}

function unusable(path: string, what: string): DatabaseUnusable {
  return new DatabaseUnusable(`La base de données ${path} ${what} : lancez « npm run import » pour la construire.`)
}
