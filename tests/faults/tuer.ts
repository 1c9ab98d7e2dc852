import type { ChildProcess } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { dirname } from 'node:path'
import { createRandom, type Random } from '#app/domain/scenarios/hasard.ts'

/** A moment to kill at: `ms` after the start, or after the import has begun to publish. */
export type Moment = { des: 'le début' | 'la publication'; ms: number }

/**
 * Moments of a seed: two of three at any time of a whole run of `duree` ms, the others in the `publication` ms that
 * follow the writing of the report, the last thing done before the archive and the database are touched.
 */
export function moments(graine: number, nombre: number, duree: number, publication: number): Moment[] {
  const random: Random = createRandom(graine)
  return Array.from({ length: nombre }, (_, i) =>
    i % 3 > 0 ? { des: 'le début', ms: random() * duree } : { des: 'la publication', ms: random() * publication },
  )
}

/** Kills a command at a moment; true when it was killed, false when it had ended before. */
export async function tuer(child: ChildProcess, moment: Moment, report: string): Promise<boolean> {
  const closed = new Promise((done) => child.on('close', done))
  const stop = moment.des === 'le début' ? at(child, moment.ms) : whenWritten(report, () => at(child, moment.ms))
  await closed
  stop()
  return child.signalCode === 'SIGKILL'
}

function at(child: ChildProcess, ms: number): () => void {
  const timer = setTimeout(() => child.kill('SIGKILL'), ms)
  return () => clearTimeout(timer)
}

/** Calls `then` at the first sign that a file is written. */
function whenWritten(path: string, then: () => () => void): () => void {
  if (!existsSync(dirname(path))) throw new Error(`${dirname(path)} is not there to be watched`)
  let stop: (() => void) | null = null
  const watcher = watch(dirname(path), (_, name) => {
    if (path.endsWith(String(name))) stop ??= then()
  })
  return () => {
    watcher.close()
    stop?.()
  }
}
