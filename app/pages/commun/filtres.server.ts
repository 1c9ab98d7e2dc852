import { type Filters, parseFilters } from '#app/domain/filters.ts'
import { type ParamError, refusal } from '#app/domain/parametres.ts'
import type { Db } from '#db/connect.server.ts'
import { currentCommune } from '#db/position.server.ts'
import { arrondissementOf } from '#db/resolver/arrondissements.server.ts'

/** The filters of a URL, its commune being one of today: an old code is followed, an unknown one is refused. An arrondissement is one. */
export function readFilters(db: Db, params: URLSearchParams): { filters: Filters; errors: ParamError[] } {
  const { filters, errors } = parseFilters(params)
  const { commune: value } = filters
  if (value === null) return { filters, errors }
  const commune = arrondissementOf(db, value) ?? currentCommune(db, value)
  if (commune !== null) return { filters: { ...filters, commune: commune.code }, errors }
  const refused = refusal('commune', value, 'le code INSEE d’une commune, comme 23096')
  return { filters: { ...filters, commune: null }, errors: [...errors, refused] }
}
