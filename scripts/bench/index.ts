import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { benchImport } from './import.ts'
import { benchQueries } from './queries.ts'

// Measures on this machine, in one run: only the ratios can be compared from one machine to another.
const [cpu] = cpus()
console.log(
  `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`,
)
const folder = mkdtempSync(join(tmpdir(), 'conum-bench-'))
try {
  benchQueries(folder)
  benchImport(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
