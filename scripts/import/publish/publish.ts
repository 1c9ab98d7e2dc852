import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** A new name per generation, beside the target so that the rename stays on one file system. */
export function temporaryPath(out: string): string {
  mkdirSync(dirname(out), { recursive: true })
  return join(dirname(out), `.${basename(out)}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`)
}

/**
 * Puts a finished database in the place of the old one: fsync, then rename, then fsync of the folder. A `-wal`,
 * `-shm` or `-journal` left beside the old name would be read as part of the new file, so it goes first.
 */
export function publish(temporary: string, out: string): void {
  syncPath(temporary)
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${out}${suffix}`, { force: true })
  renameSync(temporary, out)
  syncPath(dirname(out))
}

export function syncPath(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const WORK = 'conum-import-'

/** A folder for what is downloaded, named after this process so that a later import can sweep it. */
export function makeWorkFolder(): string {
  return mkdtempSync(join(tmpdir(), `${WORK}${process.pid}-`))
}

/** Removes what killed imports left: temporary files and folders of this database whose process is no more. */
export function sweepLitter(out: string, archive: string): void {
  sweep(dirname(out), (name) => name.startsWith(`.${basename(out)}.`) && pidOfFile(name))
  for (const folder of listNames(archive)) sweep(join(archive, folder), pidOfFile)
  sweep(tmpdir(), (name) => name.startsWith(WORK) && name.match(/^\D+(\d+)-/)?.[1])
}

function pidOfFile(name: string): string | undefined {
  return name.match(/\.(\d+)-[0-9a-f-]+\.tmp(?:-journal|-wal|-shm)?$/)?.[1]
}

function sweep(folder: string, pidOf: (name: string) => string | false | undefined): void {
  for (const name of listNames(folder)) {
    const pid = pidOf(name)
    if (pid && !isAlive(Number(pid))) remove(join(folder, name))
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Another user's litter in the system's temporary folder: theirs to sweep.
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** True for another process that runs. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
