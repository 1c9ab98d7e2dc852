import { territoireOf } from '#app/atelier/territoire.server.ts'
import { travailler } from '#app/atelier/travail.server.ts'
import type { Atelier } from '#app/depot/demande.ts'
import type { Db } from '#db/connect.server.ts'
import { compile } from '#scripts/setup/compile.mjs'

/** Files checked in this thread, on a database that may be in memory. */
export function atelierSurPlace(db: Db): Atelier {
  return {
    travailler: (demande, signal) => travailler(demande, territoireOf(db), () => signal.throwIfAborted()),
  }
}

let compiled: Promise<string> | undefined

/** The code of the threads that check files, as the server runs it. */
export function ouvrierCompile(): Promise<string> {
  compiled ??= compile('app/atelier/ouvrier.ts')
  return compiled
}
