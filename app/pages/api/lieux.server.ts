import type { AppContext } from '#app/context.ts'
import { integer } from '#app/domain/filters/kinds.ts'
import type { Filters } from '#app/domain/filters.ts'
import { refuse, unknownBeside, unknownSentence } from '#app/pages/commun/answer.server.ts'
import { readFilters } from '#app/pages/commun/filtres.server.ts'
import { type LieuPublie, lieuxPublies } from '#db/lieux-publies.server.ts'
import { select } from '#db/selection.server.ts'
import { type Source, sourcesOf } from '#db/sources.server.ts'
import type { Ecriture } from './lieux-publies.server.ts'

type Answer = { total: number; lieux: LieuPublie[]; filters: Filters; ecriture: Ecriture; source: SourceApi[] }
export type SourceApi = Pick<Source, 'titre' | 'date' | 'licence' | 'url' | 'demonstration'>

/**
 * The places that a URL of the API asks for, nearest first with a position; or its refusal. `par`: how many at most
 * when the URL does not say (`limit`, up to `max`); `page` goes on from there.
 */
export function lieuxAsked(
  request: Request,
  { db, instant, publicUrl }: AppContext,
  par: number,
  max: number,
): Answer | Response {
  const params = new URL(request.url).searchParams
  const unknown = unknownSentence(unknownBeside(params, ['limit']))
  if (unknown) return refuse(unknown)
  const { filters, errors } = readFilters(db, params)
  if (errors.length > 0) return refuse(errors.map(({ message }) => message).join(' '))
  const limit = params.has('limit') ? integer(1, max)(params.get('limit') ?? '') : par
  if (limit === undefined) return refuse(`Le paramètre « limit » est un nombre de 1 à ${max}.`)
  const selection = select(db, filters, instant)
  const numeros = selection.lieux()
  const from = (filters.page - 1) * limit
  return {
    total: numeros.length,
    lieux: lieuxPublies(db, numeros.slice(from, from + limit)),
    filters,
    ecriture: { publicUrl, position: selection.position },
    source: sourcesOf(db, 'lieux'),
  }
}
