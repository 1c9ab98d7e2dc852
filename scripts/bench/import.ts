import { execFileSync, spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openReadOnly } from '#db/connect.server.ts'
import { IMPORT } from './databases.ts'
import { writePlaces } from './generate.ts'
import { ms } from './measure.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PEAK = fileURLToPath(new URL('./peak.mjs', import.meta.url))

/** Bounds of an import of so many rows at most, of which the last has any time: in seconds as a whole, and MiB. */
const BOUNDS = [
  { rows: 20_000, seconds: 12, peak: 300 },
  { rows: 200_000, seconds: Number.POSITIVE_INFINITY, peak: 1024 },
]

/**
 * Two imports of generated rows, step by step, each against `sqlite3 .import` of the same file in the same run: a first
 * one, and one of the same places a month later, whose ids are those of the first.
 */
export async function benchImport(folder: string, rows: number): Promise<void> {
  const out = join(folder, 'bench', 'annuaire.sqlite')
  const csv = join(folder, 'lieux-2026-01-01.csv')
  writePlaces(csv, rows)
  await timeImport(csv, out, rows, `Import of ${rows.toLocaleString('en')} places`)
  const before = idsOf(out)
  const next = join(folder, 'lieux-2026-02-01.csv')
  writePlaces(next, rows, { later: true })
  await timeImport(next, out, rows, 'Import of the same places a month later')
  const after = idsOf(out)
  const kept = [...before].filter((id) => after.has(id)).length
  console.log(`  ${'ids that live on'.padEnd(24)} ${kept.toLocaleString('en')} of ${before.size.toLocaleString('en')}`)
}

function idsOf(path: string): Set<string> {
  const db = openReadOnly(path)
  try {
    return new Set(db.$client.prepare<[], string>('SELECT id FROM lieu').pluck().all())
  } finally {
    db.$client.close()
  }
}

async function timeImport(csv: string, out: string, rows: number, title: string): Promise<void> {
  console.log(`\n${title} (${Math.round(statSync(csv).size / 1e6)} MB of CSV)`)
  const before = sqliteImport(csv, `${csv}-1.sqlite`)
  const { steps, peak } = await runImport(csv, out)
  const after = sqliteImport(csv, `${csv}-2.sqlite`)
  const base = before === null || after === null ? null : (before + after) / 2
  if (base === null) console.log('  sqlite3 .import is not measured: the command is not installed')
  else console.log(`  ${'sqlite3 .import'.padEnd(24)} ${ms(base)}, mean of one before and one after`)
  for (const [step, duration] of steps) console.log(`  ${step.padEnd(24)} ${ms(duration)}${ratio(duration, base)}`)
  const whole = steps.reduce((sum, [, duration]) => sum + duration, 0)
  const bounds = BOUNDS.find((one) => rows <= one.rows)
  console.log(
    `  ${'whole process'.padEnd(24)} ${ms(whole)}${ratio(whole, base)}${verdict(whole / 1000, bounds?.seconds)}`,
  )
  console.log(`  ${'peak memory'.padEnd(24)} ${peak} MiB${verdict(peak, bounds?.peak)}`)
}

function ratio(duration: number, base: number | null): string {
  return base === null ? '' : `   ${(duration / base).toFixed(1)} ×`
}

/** The command as its users run it. Its steps are the lines of its progress that begin with no figure. */
export async function runImport(
  csv: string,
  out: string,
): Promise<{ steps: [name: string, ms: number][]; peak: number; work: number }> {
  const args = ['--import', PEAK, ...IMPORT, csv, '--out', out, '--json']
  const said: string[] = []
  const marks: [name: string, at: number][] = [['fichiers', performance.now()]]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((done) => child.on('close', done))
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line)
    const [, step] = line.match(/^Import : (\D.*)$/) ?? []
    if (step) marks.push([step, performance.now()])
  }
  if ((await ended) !== 0) throw new Error(said.join('\n'))
  const end = performance.now()
  const steps = marks.map(([name, at], i): [string, number] => [name, (marks[i + 1]?.[1] ?? end) - at])
  const [, peak] = said.join('\n').match(/peak (\d+)/) ?? []
  const [, work] = said.join('\n').match(/work (\d+)/) ?? []
  return { steps, peak: Number(peak), work: Number(work) }
}

function verdict(value: number, bound = Number.POSITIVE_INFINITY): string {
  return bound === Number.POSITIVE_INFINITY ? '' : `, ${value <= bound ? 'ok' : 'OVER'} (bound ${bound})`
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
