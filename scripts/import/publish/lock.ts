import { closeSync, fstatSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Unreadable } from '#app/lecture/unreadable.ts'
import Database from '#db/sqlite.ts'

/** The file was removed by its holder, or is none of ours: each time, one more try. */
const TRIES = 10

/**
 * One import at a time on a database: two at once would each carry in what the other replaces. Gives what releases
 * it. Throws `Unreadable` when another one is at work. It is a lock of the system's, which dies with its process:
 * neither a clock nor the number of a process, which another may have, says whether it is held.
 */
export function takeLock(out: string): () => void {
  const path = join(dirname(out), `.${basename(out)}.lock`)
  mkdirSync(dirname(out), { recursive: true })
  for (let tried = 0; tried < TRIES; tried += 1) {
    const release = tryLock(path)
    if (release === 'busy') break
    if (release !== 'gone') return release
  }
  throw new Unreadable(`Un autre import de ${out} est en cours. Relancez celui-ci quand il sera fini.`)
}

/** `gone`: what was locked is no more at this path, and holds nobody back. */
function tryLock(path: string): (() => void) | 'busy' | 'gone' {
  const inode = makeFile(path)
  const client = new Database(path, { timeout: 0 })
  try {
    client.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    client.close()
    const { code } = error as { code?: string }
    if (code === 'SQLITE_BUSY') return 'busy'
    if (code !== 'SQLITE_NOTADB') throw error
    rmSync(path, { force: true })
    return 'gone'
  }
  if (statSync(path, { bigint: true, throwIfNoEntry: false })?.ino !== inode) {
    client.close()
    return 'gone'
  }
  return () => {
    removeFile(path)
    client.close()
  }
}

/** Closed before SQLite opens it: a system's lock is lost when its process closes the same file elsewhere. */
function makeFile(path: string): bigint {
  const file = openSync(path, 'a')
  try {
    return fstatSync(file, { bigint: true }).ino
  } finally {
    closeSync(file)
  }
}

function removeFile(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Windows does not remove an open file: it stays, empty, and holds nobody back.
  }
}
