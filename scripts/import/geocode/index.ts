import type { Demande } from '#app/lecture/geocodage.ts'
import type { Input } from '../build.ts'
import { keepReponses, readCache } from './cache.ts'
import { type ClientOptions, createClient, SansReponse } from './client.ts'
import { collectDemandes } from './collect.ts'
import { readReponses, writeDemandes } from './reponses.ts'

/** The service takes 50 MB and 200,000 rows; a batch of ours weighs 3 MB at the very most. */
const ROWS_MAX = 5000
/** What the service allowed to one address. */
const UNDER_WAY_MAX = 2

export type GeocodeOptions = ClientOptions & {
  url: string
  archive: string
  today: string
  rowsMax?: number
  say: (line: string) => void
}

/**
 * Asks the geocoder for the addresses of `inputs` that the archive does not know, and keeps the answers there: the
 * import that follows finds them. Never rejects for want of an answer: what is lacking is said in one sentence, and
 * asked again the next time.
 */
export async function geocode(inputs: readonly Input[], options: GeocodeOptions): Promise<void> {
  const { archive, today, url, say } = options
  const cache = readCache(archive)
  const demandes = (await collectDemandes(inputs, today)).filter((demande) => cache.find(demande) === null)
  if (demandes.length === 0) return say('Géocodage : aucune adresse nouvelle à demander.')
  const { answered, reasons } = await askAll(demandes, options)
  say(`Géocodage : ${count(demandes.length)} demandées à ${new URL(url).host}, ${answered} réponses gardées.`)
  if (answered === demandes.length) return
  const why = reasons.size > 0 ? [...reasons].join(', ') : 'réponse incomplète'
  say(
    `Géocodage incomplet (${why}) : ${count(demandes.length - answered)} sans réponse, l’import continue sans. Relancez avec --geocode pour les redemander.`,
  )
}

async function askAll(demandes: Demande[], { url, archive, today, rowsMax = ROWS_MAX, ...options }: GeocodeOptions) {
  const batches = chunk(demandes, rowsMax)
  const send = createClient(url, options)
  const reasons = new Set<string>()
  let answered = 0
  let stopped = false

  async function ask(batch: Demande[]): Promise<void> {
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

function chunk<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}

function count(adresses: number): string {
  return adresses === 1 ? '1 adresse' : `${adresses} adresses`
}
