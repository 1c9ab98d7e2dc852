import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { createDatabase } from '#db/connect.server.ts'
import * as schema from '#db/schema.ts'

type Colonne = { name: string; type: string; notnull: number }

const db = createDatabase()
const made = (sql: string) => db.$client.prepare<[], string>(sql).pluck().all()

test('queries know every table, with its very columns', () => {
  const tables = (Object.values(schema) as unknown[]).filter((one): one is SQLiteTable => is(one, SQLiteTable))
  const known = tables.map((table) => {
    const columns = Object.entries(getTableColumns(table)).map(([key, column]): Colonne => {
      return { name: toSnakeCase(key), type: column.getSQLType().toUpperCase(), notnull: Number(column.notNull) }
    })
    return [getTableName(table), byName(columns)]
  })
  const written = made(`SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`).map((name) => {
    return [name, byName(db.$client.pragma(`table_info(${name})`) as Colonne[])]
  })
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(written))
  expect(written).not.toHaveLength(0)
})

function byName(columns: readonly Colonne[]): Colonne[] {
  return columns.map(({ name, type, notnull }) => ({ name, type, notnull })).sort((a, b) => (a.name < b.name ? -1 : 1))
}
