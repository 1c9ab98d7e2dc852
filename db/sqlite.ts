import { createRequire } from 'node:module'
import Database from 'better-sqlite3'

/** Node-API 10 is that of Node 22.14 and later: better-sqlite3 13 needs it, and 12 aborts on Node 24.19. */
const Sqlite: typeof Database = Number(process.versions.napi) >= 10 ? Database : ofNode20()

function ofNode20(): typeof Database {
  try {
    return createRequire(import.meta.url)('#scripts/setup/node20/index.cjs')
  } catch {
    throw new Error(
      `Node ${process.versions.node}: SQLite is not compiled for it. Run « node scripts/setup/sqlite.mjs », or install Node 24.`,
    )
  }
}

export default Sqlite
