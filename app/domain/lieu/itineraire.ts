import { isApproximate, type Precision } from '../vocabulary.ts'
import { type Adresse, adresseEnLigne } from './adresse-affichee.ts'

/** Where one wants to go; `lat`, `lon`: WGS 84 degrees, null when not known. */
export type Destination = Adresse & {
  nom: string
  departementNom: string
  lat: number | null
  lon: number | null
  precision: Precision
}

/** The way on a map of the web, or the address looked up there when the point is not sure. */
export function hrefItineraire(lieu: Destination): string {
  const to = pointSur(lieu)
  return to === null
    ? `https://www.openstreetmap.org/search?${new URLSearchParams({ query: adresseEnLigne(lieu) || lieu.departementNom })}`
    : `https://www.openstreetmap.org/directions?${new URLSearchParams({ to })}`
}

/** "0,0" with a query is how phones are asked to search an address (developer.android.com, "Maps" intents). */
export function hrefGeo(lieu: Destination): string {
  const point = pointSur(lieu)
  // A label ends at the first bracket that closes.
  const label = lieu.nom.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim()
  const cherche = point === null ? adresseEnLigne(lieu) || lieu.departementNom : `${point}(${label})`
  return `geo:${point ?? '0,0'}?q=${encodeURIComponent(cherche)}`
}

// An approximate point would lead to the middle of the commune: the address is searched instead.
function pointSur({ lat, lon, precision }: Destination): string | null {
  return lat === null || lon === null || isApproximate(precision) ? null : `${lat},${lon}`
}
