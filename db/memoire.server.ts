import type Database from 'better-sqlite3'
import type { Db } from './connect.server.ts'
import { prepared } from './prepared.server.ts'

const CHANGES = 'select total_changes() as changes'
const kept = new WeakMap<Database.Database, Map<unknown, { changes: number; value: unknown }>>()

/**
 * What `compute` makes of the database, made once: a published database never changes under its connection. `compute`
 * is a named function, which is the key.
 */
export function remember<T>(db: Db, compute: (db: Db) => T): T {
  // Zero on a read-only connection; tests write and read through the same one.
  const { changes } = prepared<[], { changes: number }>(db, CHANGES).get() ?? { changes: 0 }
  const own = kept.get(db.$client) ?? new Map()
  kept.set(db.$client, own)
  const known = own.get(compute)
  if (known?.changes === changes) return known.value as T
  const value = compute(db)
  own.set(compute, { changes, value })
  return value
}
