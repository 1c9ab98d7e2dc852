/** Where the map's background comes from: a Leaflet URL template and its credit, which go together. */
export type Tuiles = { url: string; attribution: string; maxZoom: number }

/** The national plan (IGN, Plan IGN v2), raster, no key; WMTS is outside the platform's rate limits. */
export const TUILES_IGN: Tuiles = {
  url:
    'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2' +
    '&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
  attribution: '© <a href="https://www.ign.fr/">IGN</a>',
  maxZoom: 18,
}

/**
 * The configured tiles, else the national plan. Throws a French sentence when only one of the two is given
 * (tiles shown without their credit break their licence) or when the URL is no http(s) URL.
 */
export function tuilesOf(url: string | undefined, attribution: string | undefined): Tuiles {
  if (!url && !attribution) return TUILES_IGN
  if (!url || !attribution) throw new Error('TILE_URL et TILE_ATTRIBUTION se donnent ensemble.')
  if (!/^https?:\/\/[^/\s;,'"]+\//.test(url)) throw new Error(`TILE_URL n’est pas une adresse http(s) : ${url}`)
  return { url, attribution, maxZoom: 18 }
}

/** The origin to allow in the CSP; Leaflet's `{s}` stands for any subdomain. */
export function tuilesOrigin({ url }: Tuiles): string {
  const [origin = ''] = url.match(/^https?:\/\/[^/]+/) ?? []
  return origin.replace(/\{s\}/g, '*')
}
