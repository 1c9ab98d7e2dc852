import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { isAlive } from './publish.ts'

/** No import lasts so long: beyond, the number is another process's. */
const STALE_MS = 3_600_000

/**
 * One import at a time on a database: two at once would each carry in what the other replaces. Gives what releases
 * it. Throws `Unreadable` when another one is at work; what a killed import left is taken over.
 */
export function takeLock(out: string): () => void {
  const path = join(dirname(out), `.${basename(out)}.lock`)
  mkdirSync(dirname(out), { recursive: true })
  if (!tryLock(path)) {
    const pid = holderOf(path)
    if (pid !== null)
      throw new Unreadable(`Un autre import de ${out} est en cours (processus ${pid}). Relancez-le quand il sera fini.`)
    rmSync(path, { force: true })
    if (!tryLock(path))
      throw new Unreadable(`Un autre import de ${out} vient de commencer. Relancez-le quand il sera fini.`)
  }
  return () => rmSync(path, { force: true })
}

function tryLock(path: string): boolean {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The living process that holds it, or null. */
function holderOf(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    const fresh = Date.now() - statSync(path).mtimeMs < STALE_MS
    return fresh && pid > 0 && isAlive(pid) ? pid : null
  } catch {
    return null
  }
}
