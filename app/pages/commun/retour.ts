import { parseFilters, writeFilters } from '#app/domain/filters.ts'

/**
 * Where "Revenir à la liste" leads: the list with the filters it had, from the `retour` parameter. Only filters that
 * the site knows go through; anything else leads to the whole list.
 */
export function retourOf(request: Request, ancre: string): string {
  const { filters, errors } = parseFilters(new URLSearchParams(new URL(request.url).searchParams.get('retour') ?? ''))
  const recherche = errors.length > 0 ? '' : writeFilters(filters).toString()
  return recherche === '' ? '/' : `/?${recherche}${ancre}`
}
