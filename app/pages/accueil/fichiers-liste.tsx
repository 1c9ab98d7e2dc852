import { type Filters, writeFilters } from '#app/domain/filters.ts'

const FICHIERS = [
  { nom: 'CSV', extension: 'csv', suite: { tableur: '1' } },
  { nom: 'XLSX', extension: 'xlsx', suite: {} },
  { nom: 'GeoJSON', extension: 'geojson', suite: {} },
] as const

/** The same list, whole, as files: for a spreadsheet nothing in them is a formula. */
export function FichiersDeLaListe({ filters }: { filters: Filters }) {
  return (
    <p className="discret">
      Télécharger cette liste :{' '}
      {FICHIERS.map(({ nom, extension, suite }, rang) => (
        <span key={nom}>
          {rang > 0 && ' · '}
          <a href={hrefFichier(filters, extension, suite)} rel="nofollow">
            {nom}
          </a>
        </span>
      ))}
    </p>
  )
}

/** What is shown beside the list is not in it, and a file has no pages. */
function hrefFichier(filters: Filters, extension: string, suite: Record<string, string>): string {
  const params = writeFilters({ ...filters, page: 1, vue: null, couche: [] })
  for (const [nom, valeur] of Object.entries(suite)) params.set(nom, valeur)
  return `/api/v1/lieux.${extension}${params.size === 0 ? '' : `?${params}`}`
}
