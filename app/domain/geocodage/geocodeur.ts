/** The national geocoder (IGN, Géoplateforme), no key. */
const GEOCODEUR_IGN = 'https://data.geopf.fr/geocodage'

/** Whose data a computed position is, as its licence asks to be said wherever one is shown. */
export const BASE_ADRESSE = { titre: 'Base Adresse Nationale', url: 'https://adresse.data.gouv.fr' }
export const CREDIT_ADRESSES = `Adresses : ${BASE_ADRESSE.titre}, géocodées par le service de la Géoplateforme (IGN), Licence Ouverte 2.0`

/**
 * Where addresses are asked, without a final slash; the national geocoder by default, null (none) for an empty text.
 * Throws a French sentence for what is no http(s) URL.
 */
export function geocodeurOf(text = GEOCODEUR_IGN): string | null {
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new Error(`GEOCODER_URL n’est pas l’adresse http(s) d’un géocodeur : ${text}`)
  }
  return url.href.replace(/\/+$/, '')
}
