import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { openReadOnly } from '#db/connect.server.ts'
import type { Summary } from '#scripts/import/publish/summary.ts'
import { IMPORT } from '#tests/support/served.ts'
import { column } from './files.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** `prefix`: the words before Node's own, such as a shell that sets a limit; `nodeArgs`: those before the script. */
type StartOptions = { temporary: string; prefix?: string[]; nodeArgs?: string[]; env?: Record<string, string> } & Pick<
  SpawnOptions,
  'uid' | 'gid'
>

/** The real command. `temporary` keeps the litter of killed imports out of the machine's own folder. */
export function startImport(args: string[], options: StartOptions): ChildProcess {
  const { temporary, prefix = [], nodeArgs = [], uid, gid } = options
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, DATABASE_PATH: '', ...options.env }
  const words = [...prefix, process.execPath, ...nodeArgs, IMPORT, ...args]
  return spawn(words[0] as string, words.slice(1), { cwd: ROOT, env, uid, gid })
}

export type Ended = {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
  summary: (Summary & { published: boolean; out: string; duration_ms: number }) | null
}

/** What a command said, once it has ended; `summary` is the last line of `--json`. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (data) => {
    stdout += data
  })
  child.stderr?.on('data', (data) => {
    stderr += data
  })
  await new Promise((done) => child.on('close', done))
  const last = stdout.trimEnd().split('\n').at(-1) ?? ''
  const summary = last.startsWith('{') ? JSON.parse(last) : null
  return { code: child.exitCode, signal: child.signalCode, stdout, stderr, summary }
}

/** The first column of every row of a query on a published database. */
export function read<T>(out: string, sql: string): T[] {
  const db = openReadOnly(out)
  try {
    return column<T>(db, sql)
  } finally {
    db.$client.close()
  }
}

export const empreinteOf = (out: string) => read<string>(out, "SELECT valeur FROM meta WHERE cle = 'empreinte'")[0]
