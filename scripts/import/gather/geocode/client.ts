import { setTimeout as sleep } from 'node:timers/promises'
import { Refused, readBody, retryAfterOf } from '#app/geocodeur/reponse.server.ts'
import { COLONNES_DEMANDEES } from './reponses.ts'

/** The whole of a batch, its answer included: what data.inclusion gives to four times as many rows. */
const LIMIT_MS = 180_000
/** 5,000 rows of answer weigh about 1 MB. */
const BYTES_MAX = 20 * 1024 * 1024
const TRIES_MAX = 4
/** A service that wants to be left alone for longer is not waited for. */
const PAUSE_MAX_MS = 60_000

export type ClientOptions = { limitMs?: number; pauseMaxMs?: number }

/** Why a batch has no answer, in French words. `alone`: the others may be asked all the same. */
export class SansReponse extends Error {
  override name = 'SansReponse'
  constructor(
    message: string,
    readonly alone: boolean,
  ) {
    super(message)
  }
}

/**
 * Sends CSV files to the bulk geocoder at `url` (without a final slash) and gives back theirs. Rejects with
 * `SansReponse`. "Too many requests" (429) silences every batch for as long as the service asks, a minute at most.
 */
export function createClient(url: string, { limitMs = LIMIT_MS, pauseMaxMs = PAUSE_MAX_MS }: ClientOptions = {}) {
  let quietUntil = 0

  async function send(csv: string, tries = TRIES_MAX): Promise<string> {
    const pause = quietUntil - performance.now()
    if (pause > 0) await sleep(pause)
    const response = await fetch(`${url}/search/csv`, {
      method: 'POST',
      body: formOf(csv),
      signal: AbortSignal.timeout(limitMs),
      redirect: 'error',
    })
    if (response.status === 200) return readBody(response, BYTES_MAX)
    await response.body?.cancel()
    const wait = retryAfterOf(response)
    if (wait === undefined || wait > pauseMaxMs || tries <= 1) throw new Refused(response.status, wait)
    quietUntil = Math.max(quietUntil, performance.now() + wait)
    return send(csv, tries - 1)
  }

  return async (csv: string): Promise<string> => {
    try {
      return await send(csv)
    } catch (error) {
      throw sansReponse(error, limitMs)
    }
  }
}

/** Every value but the file is the name of a column of it. */
function formOf(csv: string): FormData {
  const form = new FormData()
  form.append('data', new Blob([csv], { type: 'text/csv' }), 'adresses.csv')
  form.append('columns', 'adresse')
  form.append('citycode', 'code_insee')
  form.append('postcode', 'code_postal')
  for (const name of COLONNES_DEMANDEES) form.append('result_columns', name)
  return form
}

function sansReponse(error: unknown, limitMs: number): SansReponse {
  if (error instanceof Refused) {
    const { status } = error
    if (status === undefined) return new SansReponse('réponse trop lourde', true)
    if (status === 429) return new SansReponse('trop de demandes, le service veut attendre', false)
    return new SansReponse(`réponse ${status}`, status === 400 || status === 413)
  }
  const { name, cause } = error as Error & { cause?: { code?: string } }
  if (name === 'TimeoutError') return new SansReponse(`rien en ${Math.round(limitMs / 1000)} s`, false)
  return new SansReponse(`connexion impossible ou coupée${cause?.code ? ` (${cause.code})` : ''}`, false)
}
