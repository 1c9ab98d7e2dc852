/**
 * What a worker thread runs: it reads the database by itself, keeps the territory, and checks one file at a time.
 * Compiled by `npm run build`; in development and in tests, when the server starts.
 */
import { threadId } from 'node:worker_threads'
import { move } from 'piscina'
import type { Sortie } from '#app/depot/demande.ts'
import { openDatabase } from '#db/open.server.ts'
import { type Tache, TROP_DE_MEMOIRE } from './limite-memoire.ts'
import { territoireOf } from './territoire.server.ts'
import { travailler } from './travail.server.ts'

export default async function ouvrier({ databasePath, memoireMax, fil, ...demande }: Tache): Promise<Sortie> {
  Atomics.store(fil, 0, threadId)
  const sortie = await travailler(demande, territoireOf(openDatabase(databasePath)), () => guard(memoireMax))
  // A file is handed over, not copied.
  return sortie instanceof Uint8Array ? (move(sortie) as unknown as Sortie) : sortie
}

/** The thread's own limits count its heap; what is in array buffers stands beside it. */
function guard(memoireMax: number): void {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  if (heapUsed + arrayBuffers > memoireMax) throw Object.assign(new Error('too much'), { code: TROP_DE_MEMOIRE })
}
