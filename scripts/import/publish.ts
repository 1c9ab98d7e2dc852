import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
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

/** Removes what killed imports left: temporary files of this database whose process is no more. */
export function sweepLitter(out: string, archive: string): void {
  const folders = [dirname(out), ...listFolders(archive)]
  for (const folder of folders) {
    for (const name of listNames(folder)) {
      const [, pid] = name.match(/\.(\d+)-[0-9a-f-]+\.tmp(?:-journal|-wal|-shm)?$/) ?? []
      if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true })
    }
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function listFolders(folder: string): string[] {
  return listNames(folder).map((name) => join(folder, name))
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
