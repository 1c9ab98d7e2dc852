import { availableParallelism } from 'node:os'
import type { EventLoopUtilization } from 'node:perf_hooks'
import type { Worker } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Atelier, Sortie } from '#app/depot/demande.ts'
import { Refus } from '#app/depot/refus.ts'
import { type Tache, TROP_DE_MEMOIRE } from './limite-memoire.ts'

/** What checking one file may cost: milliseconds of work, those that its thread waits not counted, and bytes. */
export type Bornes = { duree: number; memoire: number }
const BORNES: Bornes = { duree: 10_000, memoire: 256 * 1024 * 1024 }

/** A thread that nothing has used for so long is ended, in milliseconds. */
const REPOS = 60_000
const MIO = 1024 * 1024

/** How often the work of a thread is looked at, in milliseconds. */
const REGARD = 250
/** A thread that waits for ever does no work: it is ended after so many times the bound of work. */
const ATTENTE = 6

/** As many as processors, and two at most: the pages keep theirs. */
export const OUVRIERS = Math.min(2, availableParallelism())

/**
 * Worker threads that check files. `ouvrier`: the URL of their compiled code. A file is ended after its work or its
 * memory, thread and all, whatever it is doing; the next one has a new thread. `signal` ends it too.
 */
export function createAtelier(
  ouvrier: string,
  databasePath: string,
  bornes = BORNES,
): Atelier & { fermer(): Promise<void> } {
  // Of the memory, an eighth is for what has just been made, and some for the buffers beside the heap.
  const young = Math.ceil(bornes.memoire / MIO / 8)
  const pool = new Piscina({
    filename: ouvrier,
    minThreads: 0,
    maxThreads: OUVRIERS,
    idleTimeout: REPOS,
    // A thread at rest lets its clocks go on: it closes the databases that have been replaced.
    atomics: 'disabled',
    resourceLimits: {
      maxOldGenerationSizeMb: Math.ceil(bornes.memoire / MIO) - young,
      maxYoungGenerationSizeMb: young,
    },
  })
  // Of a thread without a file: unheard, it would end the server.
  pool.on('error', (error: Error) => console.error(`A thread that checks files has ended: ${error.name}`))
  return {
    async travailler(demande, signal) {
      const fil = new Int32Array(new SharedArrayBuffer(4))
      const tache: Tache = { ...demande, databasePath, memoireMax: bornes.memoire, fil }
      const travail = watch(() => pool.threads.find(({ threadId }) => threadId === Atomics.load(fil, 0)), bornes.duree)
      const late = AbortSignal.any([travail.signal, AbortSignal.timeout(ATTENTE * bornes.duree)])
      try {
        return (await pool.run(tache, { signal: AbortSignal.any([signal, late]) })) as Sortie
      } catch (error) {
        if (signal.aborted) throw signal.reason
        if (late.aborted || isMemory(error)) throw new Refus(422, tropDeTravail(bornes))
        throw error
      } finally {
        travail.stop()
      }
    },
    fermer: () => pool.destroy(),
  }
}

/** `signal` is given when a thread has worked for so long since it was found, in milliseconds. */
function watch(find: () => Worker | undefined, duree: number): { signal: AbortSignal; stop: () => void } {
  const late = new AbortController()
  let begun: { loop: EventLoopUtilization; cpu: NodeJS.CpuUsage } | undefined
  const look = () => {
    const worker = find()
    if (worker === undefined) return
    begun ??= { loop: worker.performance.eventLoopUtilization(), cpu: process.cpuUsage() }
    const { user, system } = process.cpuUsage(begun.cpu)
    // What it waited for is not in the first; what the machine gave to others is not in the second, which is of all threads.
    const worked = Math.min(worker.performance.eventLoopUtilization(begun.loop).active, (user + system) / 1000)
    if (worked > duree) late.abort()
  }
  const clock = setInterval(look, REGARD)
  return { signal: late.signal, stop: () => clearInterval(clock) }
}

function isMemory(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || code === TROP_DE_MEMOIRE
}

function tropDeTravail({ duree, memoire }: Bornes): string {
  return (
    `Votre fichier n’a pas été vérifié : ce fichier demande trop de travail (plus de ${duree / 1000} secondes, ou de ` +
    `${memoire / MIO} Mo de mémoire). Coupez-le en plusieurs fichiers, ou raccourcissez ses textes et ses horaires. ` +
    'Sur votre ordinateur, « npm run check » le vérifie sans cette limite.'
  )
}
