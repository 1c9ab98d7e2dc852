import type Database from 'better-sqlite3'
import type { Db } from './connect.server.ts'

type Kept = { changes: number; value: unknown }
const kept = new WeakMap<Database.Database, Map<string, Kept>>()

/**
 * What `compute` gives, asked once for a published database, which never changes under its connection. For sums over
 * the whole country that every page of a territory sets beside its own.
 */
export function oncePerData<T>(db: Db, name: string, compute: () => T): T {
  const own = kept.get(db.$client) ?? new Map<string, Kept>()
  kept.set(db.$client, own)
  // Zero on a read-only connection; tests write and read through the same one.
  const changes = db.$client.prepare<[], number>('select total_changes()').pluck().get() ?? 0
  const known = own.get(name)
  if (known?.changes === changes) return known.value as T
  const value = compute()
  own.set(name, { changes, value })
  return value
}
