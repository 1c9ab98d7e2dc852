import { Column, getTableColumns, getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from '#db/connect.server.ts'

/**
 * One prepared insert for a table of the schema, values mapped by its columns (JSON, booleans). What a row holds
 * beside its columns is passed over. Drizzle's own builder does the same ten times slower, which tells at 200,000 rows.
 */
export function prepareInsert<T extends SQLiteTable>(db: Db, table: T): (row: T['$inferInsert']) => number {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => {
    // Most columns take a value as it is.
    const plain = column.mapToDriverValue === Column.prototype.mapToDriverValue
    return { key, map: plain ? null : (value: unknown) => column.mapToDriverValue(value) }
  })
  const names = columns.map(({ key }) => `"${toSnakeCase(key)}"`)
  const statement = db.$client.prepare(
    `INSERT INTO "${getTableName(table)}" (${names.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const values: unknown[] = columns.map(() => null)
  return (row) => {
    for (let i = 0; i < columns.length; i += 1) {
      const { key, map } = columns[i] as (typeof columns)[number]
      const value = (row as Record<string, unknown>)[key]
      values[i] = value == null ? null : map ? map(value) : value
    }
    return Number(statement.run(values).lastInsertRowid)
  }
}
