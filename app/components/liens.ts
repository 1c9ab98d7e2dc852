import { type Filters, writeFilters } from '#app/domain/filters.ts'

/** The address of the list under some filters: "/", or "/?departement=23&page=2". */
export function hrefAccueil(filters: Filters): string {
  const recherche = writeFilters(filters).toString()
  return recherche === '' ? '/' : `/?${recherche}`
}

/** The page of needs that goes on with these filters. */
export function hrefBesoins(filters: Filters): string {
  return `/besoins${hrefAccueil(filters).slice(1)}`
}

/** The page of a place. `recherche` is the list's query string, so that the page can lead back to it. */
export function hrefLieu(id: string, recherche = ''): string {
  return withRetour(`/lieux/${encodeURIComponent(id)}`, recherche)
}

/** The page of an employer. */
export function hrefStructure(cle: string, recherche = ''): string {
  return withRetour(`/structures/${encodeURIComponent(cle)}`, recherche)
}

/** The address of a page that can lead back to the list or the map of that query string. */
export function withRetour(href: string, recherche: string): string {
  return recherche === '' ? href : `${href}?${new URLSearchParams({ retour: recherche })}`
}

/** The page of an employer in the annuaire des entreprises, by its SIRET or SIREN. */
export function hrefAnnuaire(siret: string): string {
  // A SIREN (nine digits) has its own page there; a place may publish either.
  const page = siret.length === 14 ? 'etablissement' : 'entreprise'
  return `https://annuaire-entreprises.data.gouv.fr/${page}/${encodeURIComponent(siret)}`
}
