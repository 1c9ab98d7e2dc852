import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importArguments } from '../import-command.ts'
import { writePlaces } from './generate.ts'
import { ms } from './measure.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PEAK = fileURLToPath(new URL('./peak.mjs', import.meta.url))

/** Bounds: times `sqlite3 .import`, and MiB; of 200,000 rows, since fewer are mostly the time to start. */
const BOUNDS = { rows: 200_000, ratio: 8, peak: 250 }

/** The import of generated rows, whole process, against `sqlite3 .import` of the same file in the same run. */
export function benchImport(folder: string, rows: number): void {
  const csv = join(folder, 'lieux-2026-01-01.csv')
  writePlaces(csv, rows)
  console.log(
    `\nImport of ${rows.toLocaleString('en')} places (${Math.round(statSync(csv).size / 1e6)} MB of CSV), whole process`,
  )
  const base = sqliteImport(csv, join(folder, 'base.sqlite'))
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', PEAK, ...importArguments(), csv, '--out', join(folder, 'bench', 'annuaire.sqlite'), '--json'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 },
  )
  const whole = performance.now() - start
  if (status !== 0) throw new Error(stderr)
  const [, peak = '?'] = stderr.match(/peak (\d+)/) ?? []
  console.log(`  npm run import       ${ms(whole)}`)
  console.log(`  peak memory          ${peak} MiB${verdict(rows, Number(peak), BOUNDS.peak)}`)
  if (base === null) console.log('  sqlite3 .import      not measured: the sqlite3 command is not installed')
  else {
    console.log(`  sqlite3 .import      ${ms(base)}`)
    console.log(`  ratio                ${(whole / base).toFixed(1)} ×${verdict(rows, whole / base, BOUNDS.ratio)}`)
  }
}

function verdict(rows: number, value: number, bound: number): string {
  if (rows < BOUNDS.rows) return ''
  return `, ${value <= bound ? 'ok' : 'OVER'} (bound ${bound})`
}

function sqliteImport(csv: string, path: string): number | null {
  try {
    execFileSync('sqlite3', ['--version'])
  } catch {
    return null
  }
  const start = performance.now()
  execFileSync('sqlite3', [path, '.mode csv', `.import "${csv}" lieux`])
  return performance.now() - start
}
