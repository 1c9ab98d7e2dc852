import type { DemandeGeocodage } from '#app/lecture/adresses-geocodees.ts'
import { keepReponses } from './cache.ts'
import { type ClientOptions, createClient, SansReponse } from './client.ts'
import { readReponses, writeDemandes } from './reponses.ts'

/** The service takes 50 MB and 200,000 rows; a batch of ours weighs 4 MB at the very most. */
const ROWS_MAX = 5000
/** What the service allowed to one address. */
const UNDER_WAY_MAX = 2

export type AskOptions = ClientOptions & { url: string; archive: string; today: string; rowsMax?: number }

/**
 * Asks for addresses, two batches at a time, and keeps the answers of each in the archive as soon as they come. A batch
 * that fails stops those that have not started, unless the fault is its own (400, 413): `reasons` says why, in French.
 */
export async function askAll(
  demandes: readonly DemandeGeocodage[],
  { url, archive, today, rowsMax = ROWS_MAX, ...options }: AskOptions,
): Promise<{ answered: number; reasons: Set<string> }> {
  const batches = chunk(demandes, rowsMax)
  const send = createClient(url, options)
  const reasons = new Set<string>()
  let answered = 0
  let stopped = false

  async function ask(batch: DemandeGeocodage[]): Promise<void> {
    try {
      const reponses = readReponses(await send(writeDemandes(batch)), batch)
      if (reponses === null) throw new SansReponse('la réponse n’est pas le CSV attendu', false)
      keepReponses(archive, today, reponses)
      answered += reponses.length
    } catch (error) {
      if (!(error instanceof SansReponse)) throw error
      reasons.add(error.message)
      stopped ||= !error.alone
    }
  }

  async function work(): Promise<void> {
    for (let batch = batches.shift(); batch && !stopped; batch = batches.shift()) await ask(batch)
  }

  await Promise.all(Array.from({ length: UNDER_WAY_MAX }, work))
  return { answered, reasons }
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}
