import { getTableColumns, getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from '#db/connect.server.ts'

/**
 * One prepared insert for a table of the schema, values mapped by its columns (JSON, booleans). Drizzle's own
 * builder does the same ten times slower, which tells at 200,000 rows.
 */
export function prepareInsert<T extends SQLiteTable>(db: Db, table: T): (row: T['$inferInsert']) => number {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([key]) => `"${toSnakeCase(key)}"`)
  const statement = db.$client.prepare(
    `INSERT INTO "${getTableName(table)}" (${names.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return (row) => {
    const values = columns.map(([key, column]) => {
      const value = (row as Record<string, unknown>)[key]
      return value == null ? null : column.mapToDriverValue(value)
    })
    return Number(statement.run(...values).lastInsertRowid)
  }
}
