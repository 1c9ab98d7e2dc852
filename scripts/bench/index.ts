import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { openReadOnly } from '#db/connect.server.ts'
import { documentByNom } from '#db/documents.server.ts'
import { benchYear } from './annee.ts'
import { importDemo, importPlaces } from './databases.ts'
import { benchImport } from './import.ts'
import { benchMap } from './map.ts'
import { type BenchOptions, type Part, readOptions, USAGE } from './options.ts'
import { benchPages } from './pages.ts'
import { benchQueries } from './queries.ts'
import { benchServe } from './serve/index.ts'
import { benchVerifications } from './verifications.ts'

// Measures on this machine, in one run: only the ratios can be compared from one machine to another. Nothing is asserted.
const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())

type Bench = (folder: string, options: BenchOptions) => void | Promise<void>
const BENCHES: Record<Part, Bench> = {
  pages: (folder, { database, runs }) => benchPages(database ?? importDemo(folder), runs, stop.signal),
  queries: (folder, { database, lieux }) => benchQueries(folder, lieux ?? 20_000, database),
  points: (folder, { database, lieux }) => benchPoints(folder, lieux === null ? [4000, 20_000] : [lieux], database),
  map: (folder, { database, lieux, runs }) => benchMap(folder, lieux ?? 20_000, runs, database),
  verifications: (folder, { database }) => benchVerifications(database ?? importDemo(folder)),
  serve: (folder, { database }) => benchServe(folder, database ?? importDemo(folder)),
  import: (folder, { lieux }) => benchImport(folder, lieux ?? 20_000),
  annee: (folder, { lieux }) => benchYear(folder, lieux ?? 20_000),
}

/** The size of the map's points as they travel, of generated places or of one database. */
function benchPoints(folder: string, counts: number[], database: string | null): void {
  console.log('\nPoints of the map')
  for (const path of database === null ? counts.map((count) => importPlaces(folder, count)) : [database]) {
    const db = openReadOnly(path)
    const lieux = db.$client.prepare('select count(*) from lieu').pluck().get() as number
    const points = documentByNom(db, 'points')
    db.$client.close()
    const name = `${lieux.toLocaleString('en')} places`
    console.log(`  ${name.padEnd(28)} ${kB(points?.brotli.length)} brotli, ${kB(points?.gzip.length)} gzip`)
  }
}

function kB(bytes: number | undefined): string {
  return bytes === undefined ? 'absent' : `${Math.round(bytes / 1000)} kB`
}

function sayMachine(): void {
  const [cpu] = cpus()
  console.log(
    `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`,
  )
}

function sayLoad(): void {
  console.log(`load average ${loadavg()[0]?.toFixed(1)} for ${cpus().length} cores`)
}

async function main(options: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'conum-bench-'))
  sayMachine()
  try {
    for (const part of options.parts) {
      sayLoad()
      await BENCHES[part](folder, options)
      stop.signal.throwIfAborted()
    }
    sayLoad()
  } catch (error) {
    if (!stop.signal.aborted) throw error
    process.exitCode = 130
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function optionsOrExit(): BenchOptions {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`)
    process.exit(2)
  }
}

await main(optionsOrExit())
