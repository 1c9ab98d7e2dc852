import type { AppContext } from '#app/context.ts'
import { MAINTENANT } from '#app/domain/filters/ouverts.ts'
import { FILTERS } from '#app/domain/filters/table.ts'
import { integer, one } from '#app/domain/parametres/kinds.ts'
import { readParams } from '#app/domain/parametres.ts'
import { refuseErrors, refuseUnknown } from '#app/pages/commun/answer.server.ts'
import { readFilters } from '#app/pages/commun/filtres.server.ts'
import type { Db } from '#db/connect.server.ts'
import { type LieuPublie, lieuxPublies } from '#db/lieux-publies.server.ts'
import { select } from '#db/selection.server.ts'
import { type Source, sourcesOf } from '#db/sources.server.ts'
import type { Ecriture } from './lieux-publies.server.ts'

/** `lieux`: some hundred at a time, in their order. */
type Answer = { total: number; lieux: Iterable<LieuPublie[]>; ecriture: Ecriture; source: SourceApi[] }
export type SourceApi = Pick<Source, 'titre' | 'date' | 'licence' | 'url' | 'demonstration'>

/**
 * The places that a URL of the API asks for, nearest first with a position; or its refusal. `par`: how many at most
 * when the URL does not say (`limit`, up to `max`); `page` goes on from there.
 */
export function lieuxAsked(
  request: Request,
  { db, instant, validite, publicUrl }: AppContext,
  par: number,
  max: number,
): Answer | Response {
  const params = new URL(request.url).searchParams
  const table = { limit: one<number>(par, { read: integer(1, max), expected: `un nombre de 1 à ${max}` }) }
  const { filters, errors } = readFilters(db, params)
  const { values, errors: besides } = readParams(table, params)
  const refused = refuseUnknown(params, FILTERS, table) ?? refuseErrors([...errors, ...besides])
  if (refused) return refused
  const { limit } = values
  if (filters.ouvert === null) validite.sansHeure()
  if (filters.ouvert === MAINTENANT) validite.minute()
  const selection = select(db, filters, instant)
  const numeros = selection.lieux()
  const from = (filters.page - 1) * limit
  return {
    total: numeros.length,
    lieux: byHundreds(db, numeros.slice(from, from + limit)),
    ecriture: { publicUrl, position: selection.position },
    source: sourcesOf(db, 'lieux'),
  }
}

const ENSEMBLE = 100

function* byHundreds(db: Db, numeros: number[]): Iterable<LieuPublie[]> {
  for (let from = 0; from < numeros.length; from += ENSEMBLE)
    yield lieuxPublies(db, numeros.slice(from, from + ENSEMBLE))
}
