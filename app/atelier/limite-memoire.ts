import type { Demande } from '#app/depot/demande.ts'

/**
 * What is sent to a worker thread. `memoireMax`: in bytes, heap and array buffers. `fil`: shared, where the thread writes its
 * number when it begins.
 */
export type Tache = Demande & { databasePath: string; memoireMax: number; fil: Int32Array }

/** The code of an error: it crosses from one thread to the other without its class. */
export const TROP_DE_MEMOIRE = 'ERR_TROP_DE_MEMOIRE'
