import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/** `column in (…)` for any number of integers, given by `numbered`: a list of placeholders would stop at SQLite's limit. */
export function among(column: SQLiteColumn): SQL {
  return sql`${column} in (select value from json_each(${sql.placeholder('numbers')}))`
}

/** The parameters of a query that has `among`. */
export function numbered(numbers: readonly number[]): { numbers: string } {
  return { numbers: JSON.stringify(numbers) }
}

/** The rows in the order of their asked keys; keys without a row are left out. */
export function inOrderOf<K, T>(keys: readonly K[], rows: readonly T[], keyOf: (row: T) => K): T[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}
