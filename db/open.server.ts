import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Db, openReadOnly } from './connect.server.ts'
import { prepareProches } from './resolver/proches.server.ts'
import * as schema from './schema.ts'
import { SCHEMA_VERSION } from './tables.ts'

/** The database cannot be read; the message is one French sentence that names the command to run. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable'
}

const DEFAULT_PATH = 'data/annuaire.sqlite'
const STAT_EVERY_MS = 200
const RETIRE_AFTER_MS = 60_000
const PREPARE_AFTER_MS = 3000

/** `faute`: why what stands at the path now is not read, while the one opened before is. */
type Opened = { db: Db; identity: string; statAt: number; faute: string | null }
const opened = new Map<string, Opened>()

export function databasePath(): string {
  return resolve(process.env.DATABASE_PATH || DEFAULT_PATH)
}

/**
 * The current connection, read-only. An import renames a new file over the old one: the path is looked at
 * five times a second at most, and opened again when it is another file. What cannot be read leaves the one that is open in its
 * place, and `fauteOf` says it. Throws DatabaseUnusable when none is open.
 */
export function openDatabase(path = databasePath()): Db {
  const known = opened.get(path)
  if (known === undefined) return openFirst(path)
  // Whichever way the clock was moved.
  if (Math.abs(Date.now() - known.statAt) < STAT_EVERY_MS) return known.db
  known.statAt = Date.now()
  const next = openNext(path, known)
  if (next === null) return known.db
  opened.set(path, next)
  prepareLater(next.db)
  retire(known.db)
  return next.db
}

/** Why the file at the path is not the one that is read, in one French sentence; null when it is. */
export function fauteOf(path = databasePath()): string | null {
  return opened.get(path)?.faute ?? null
}

function openFirst(path: string): Db {
  const identity = identityOf(path)
  const db = openChecked(path)
  opened.set(path, { db, identity, statAt: Date.now(), faute: null })
  prepareLater(db)
  return db
}

/** Null when the connection that is open goes on: nothing changed, or what came cannot be read. */
function openNext(path: string, known: Opened): Opened | null {
  try {
    const identity = identityOf(path)
    if (identity === known.identity) {
      known.faute = null
      return null
    }
    return { db: openChecked(path), identity, statAt: Date.now(), faute: null }
  } catch (error) {
    if (!(error instanceof DatabaseUnusable)) throw error
    if (known.faute !== error.message) console.error(error.message)
    known.faute = error.message
    return null
  }
}

/** Once those who came first have their page. */
function prepareLater(db: Db): void {
  setTimeout(prepare, PREPARE_AFTER_MS, db).unref()
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
  const faute = fauteDe(db)
  if (faute === null) return db
  db.$client.close()
  throw unusable(path, faute)
}

/** What makes a file that SQLite opens no database of this site: said now rather than at each request. */
function fauteDe(db: Db): string | null {
  const version = schemaVersion(db)
  if (version === null) return 'n’est pas une base de cet annuaire'
  if (version !== SCHEMA_VERSION)
    return `est d’une autre version du site (schéma ${version}, attendu ${SCHEMA_VERSION})`
  if (!isSound(db)) return 'est abîmée'
  const absente =
    TABLES.filter((table) => !answers(() => db.select().from(table).limit(0).all())).map(getTableName)[0] ??
    RECHERCHES.find((name) => !answers(() => db.$client.prepare(`SELECT rowid FROM [${name}] LIMIT 0`).all()))
  return absente === undefined ? null : `n’a pas la table « ${absente} » entière`
}

const TABLES = (Object.values(schema) as unknown[]).filter((one): one is SQLiteTable => is(one, SQLiteTable))
const RECHERCHES = ['recherche', 'recherche_commune']

/** Every page of the file is there and in its order: some 130 ms for 30 MB, once a file. */
function isSound(db: Db): boolean {
  let said: unknown
  return (
    answers(() => {
      said = db.$client.pragma('quick_check(1)', { simple: true })
    }) && said === 'ok'
  )
}

function answers(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
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
