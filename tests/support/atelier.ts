import { territoireOf } from '#app/atelier/territoire.server.ts'
import { travailler } from '#app/atelier/travail.server.ts'
import type { Atelier } from '#app/depot/demande.ts'
import type { Db } from '#db/connect.server.ts'

/** Files checked in this thread, on a database that may be in memory. */
export function atelierSurPlace(db: Db): Atelier {
  return {
    travailler: (demande, signal) => travailler(demande, territoireOf(db), () => signal.throwIfAborted()),
  }
}

/** The URL of the code of the threads that check files, as the server runs it: compiled as the tests start (vitest.config.ts). */
export const OUVRIER = new URL('../../build/atelier/ouvrier.mjs', import.meta.url).href
