import { useMemo, useReducer } from 'react'
import { TileLayer } from 'react-leaflet'
import { MAX_ZOOM, MIN_ZOOM } from './clusters/marks.ts'
import { countTile, NO_TILE_YET } from './tiles.ts'

/** The tiles, and whether they come. */
export function useTiles(url: string) {
  const [state, count] = useReducer(countTile, NO_TILE_YET)
  const eventHandlers = useMemo(
    () => ({ tileload: () => count('loaded'), tileerror: () => count('failed'), load: () => count('settled') }),
    [],
  )
  // An empty address is a site without tiles: the outlines are its ground.
  const layer =
    url === '' ? null : <TileLayer url={url} minZoom={MIN_ZOOM} maxZoom={MAX_ZOOM} eventHandlers={eventHandlers} />
  return { layer, unavailable: url === '' ? false : state.unavailable }
}
