import { type FilterError, type Filters, parseFilters } from '#app/domain/filters.ts'
import type { Db } from '#db/connect.server.ts'
import { currentCommune } from '#db/position.server.ts'

/** The filters of a URL, its commune being one of today: an old code is followed, an unknown one is refused. */
export function readFilters(db: Db, params: URLSearchParams): { filters: Filters; errors: FilterError[] } {
  const { filters, errors } = parseFilters(params)
  const { commune: value } = filters
  if (value === null) return { filters, errors }
  const commune = currentCommune(db, value)
  if (commune !== null) return { filters: { ...filters, commune: commune.code }, errors }
  const message = `Le filtre « commune » ne connaît pas « ${value} » : aucune commune n’a ce code INSEE.`
  return { filters: { ...filters, commune: null }, errors: [...errors, { param: 'commune', value, message }] }
}
