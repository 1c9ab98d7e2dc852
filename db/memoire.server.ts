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
  const changes = changesOf(db)
  const own = kept.get(db.$client) ?? new Map()
  kept.set(db.$client, own)
  const known = own.get(compute)
  if (known?.changes === changes) return known.value as T
  const value = compute(db)
  own.set(compute, { changes, value })
  return value
}

/** Of each computation: the default of a page and what a few visitors choose beside it. */
const CHOICES_MAX = 8
const chosen = new WeakMap<Database.Database, Map<unknown, Map<string, { changes: number; value: unknown }>>>()

/** The same for each of the last choices that were asked; `compute` is a named function, which is the key with `choice`. */
export function rememberChoice<C, T>(db: Db, choice: C, compute: (db: Db, choice: C) => T): T {
  const changes = changesOf(db)
  const own = chosen.get(db.$client) ?? new Map()
  chosen.set(db.$client, own)
  const values = own.get(compute) ?? new Map()
  own.set(compute, values)
  const key = JSON.stringify(choice)
  const known = values.get(key)
  const value = known?.changes === changes ? (known.value as T) : compute(db, choice)
  // The last one asked is the last to go.
  values.delete(key)
  values.set(key, { changes, value })
  if (values.size > CHOICES_MAX) values.delete(values.keys().next().value)
  return value
}

/** None through a read-only connection; tests write and read through the same one. */
function changesOf(db: Db): number {
  if (db.$client.readonly) return 0
  return prepared<[], { changes: number }>(db, CHANGES).get()?.changes ?? 0
}
