import { parseFilters, writeFilters } from '#app/domain/filters.ts'

/** The link back of a page, to the list or to the map that one came from. */
export type Retour = { href: string; mots: string }

/**
 * Where a page leads back: the list or the map with the filters it had, from the `retour` parameter; `ancre` is the card
 * of the list. Only filters that the site knows go through; anything else leads to the whole list.
 */
export function retourOf(request: Request, ancre: string): Retour {
  const { filters, errors } = parseFilters(new URLSearchParams(new URL(request.url).searchParams.get('retour') ?? ''))
  const recherche = errors.length > 0 ? '' : writeFilters(filters).toString()
  if (recherche === '') return { href: '/?vue=liste', mots: 'Voir tous les lieux' }
  if (filters.vue === 'carte') return { href: `/?${recherche}`, mots: 'Revenir à la carte' }
  return { href: `/?${recherche}${ancre}`, mots: 'Revenir à la liste' }
}
