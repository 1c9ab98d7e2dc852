import type { Input } from '#scripts/import/input.ts'
import { type AskOptions, askAll } from './ask.ts'
import { readCache } from './cache.ts'
import { collectDemandes } from './collect.ts'

export type GeocodeOptions = AskOptions & { say: (line: string) => void }

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

function count(adresses: number): string {
  return adresses === 1 ? '1 adresse' : `${adresses} adresses`
}
