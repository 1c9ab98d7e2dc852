import { brotliDecompressSync } from 'node:zlib'
import type { Db } from '#db/connect.server.ts'
import { all, column } from './files.ts'

/** Every text that a database holds, whatever its table, and what its documents hold once they are opened. */
export function wholeText(db: Db): string {
  const tables = column<string>(db, "SELECT name FROM sqlite_master WHERE type = 'table'")
  const texts = tables.flatMap((table) =>
    all<{ name: string }>(db, `PRAGMA table_info("${table}")`).flatMap(({ name }) =>
      column<string>(db, `SELECT "${name}" FROM "${table}" WHERE typeof("${name}") = 'text'`),
    ),
  )
  const documents = column<Buffer>(db, 'SELECT brotli FROM document').map((one) => brotliDecompressSync(one).toString())
  return [...texts, ...documents].join('\n')
}
