import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writePlaces } from './generate.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** The arguments of Node in `npm run import`, from the project's folder. */
export const IMPORT = ['--max-semi-space-size=4', 'scripts/run.mjs', 'import']

/** A database of the demonstration, in `folder`. */
export function importDemo(folder: string): string {
  return imported(join(folder, 'demo', 'annuaire.sqlite'), ['--demo'])
}

/** A database of `count` generated places, in `folder`; made once. */
export function importPlaces(folder: string, count: number): string {
  const out = join(folder, String(count), 'annuaire.sqlite')
  if (existsSync(out)) return out
  const csv = join(folder, `lieux-${count}-2026-01-01.csv`)
  writePlaces(csv, count)
  return imported(out, [csv])
}

function imported(out: string, what: string[]): string {
  execFileSync(process.execPath, [...IMPORT, ...what, '--out', out, '--json'], {
    cwd: ROOT,
    stdio: 'ignore',
  })
  return out
}
