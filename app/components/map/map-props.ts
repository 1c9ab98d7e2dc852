import type { Tuiles } from '#app/domain/carte/tuiles.ts'
import type { Bounds } from '#app/domain/territoires/cadres.ts'
import type { Repere } from './canvas/paint-names.ts'
import type { MapSelection } from './clusters/api.ts'
import type { CouchesUrls, MapData } from './map-data.ts'
import type { Localised } from './use-localiser.ts'

/**
 * `selection`: rows that the filter keeps (`encodeSelection`), null for every place. `cadre`: department codes to frame, empty
 * for metropolitan France. `couchesUrls`: the points of the layers that are on. `tuiles.attribution`: text, links as `<a href>`; an empty `url` is a map without tiles.
 * New props change the picture and keep the map: only a new `cadre` moves the view.
 */
export type MapIslandProps = {
  pointsUrl: string
  couchesUrls: CouchesUrls
  contoursUrl: string
  selection: MapSelection | null
  cadre: readonly string[]
  /** [south, west, north, east] around the position asked for: framed instead of the departments. */
  zone?: Bounds | null
  /** Query string of the filters that a search elsewhere keeps: no position in it. */
  ailleurs: string
  tuiles: Tuiles
  fichesUrl: string
  /** Where the towns of a square of the map are asked, for want of a background. */
  nomsUrl: string
  /** The position asked for, in words. */
  repere: Repere | null
  /** Codes of departments of which no place is shown. */
  vides: readonly string[]
}

export type PlacesMapProps = Omit<MapIslandProps, 'pointsUrl' | 'couchesUrls' | 'contoursUrl' | 'selection'> &
  MapData & { localised: Localised | null; onRetry: () => void }
