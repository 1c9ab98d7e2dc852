import { type SpawnOptions, spawn } from 'node:child_process'

/** Whoever does all this there: its home. */
export const HOME = '/root'

export type Said = { status: number | null; stdout: string; stderr: string }

/** Where the commands of the guide are run, one after the other. */
export type Machine = {
  run(commande: string): Promise<Said>
  /** Why a command is not run there, or null. */
  refuses(commande: string): string | null
  /** What a unit has written. */
  journal(unit: string): Promise<string>
  /** How what a unit runs ended, when systemctl itself ended with `status`. */
  exitOf(unit: string, status: number | null): Promise<number | null>
  stop(): Promise<void>
}

/** A command to its end, with all that it said. */
export function said(command: string, args: string[], options: SpawnOptions = {}): Promise<Said> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const texts = { stdout: '', stderr: '' }
  child.stdout?.on('data', (text) => (texts.stdout += text))
  child.stderr?.on('data', (text) => (texts.stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, ...texts }))
  })
}

/** The same, which must succeed. */
export async function done(command: string, args: string[], options: SpawnOptions = {}): Promise<string> {
  const { status, stdout, stderr } = await said(command, args, options)
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}
