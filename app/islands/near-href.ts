/** What says where: another position takes the place of all of it. A page of the old list means nothing any more. */
const WHERE = ['q', 'commune', 'departement', 'lat', 'lon', 'cellule', 'rayon', 'page', 'compris']

/** The address of what is near a position (`commune`, `departement` repeated, `lat` with `lon`, or `cellule`), under the other filters of a query string. */
export function hrefNear(position: readonly (readonly [string, string])[], search: string): string {
  const params = new URLSearchParams(search)
  for (const name of WHERE) params.delete(name)
  for (const [name, value] of position) params.append(name, value)
  return `/?${params}`
}
