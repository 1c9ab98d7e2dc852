import { useMemo, useRef, useState } from 'react'
import { TileLayer } from 'react-leaflet'
import type { Tuiles } from '#app/domain/tuiles.ts'
import { MAX_ZOOM, MIN_ZOOM } from './clusters/marks.ts'
import { countTile, NO_TILE_YET } from './tiles.ts'

/** The tiles, and whether they come. With an empty `url` the outlines are the only ground. */
export function useTiles({ url, maxZoom }: Tuiles) {
  const state = useRef(NO_TILE_YET)
  // The counts change with every tile; the page only when the ground comes or goes.
  const [unavailable, setUnavailable] = useState(false)
  const eventHandlers = useMemo(() => {
    function count(event: Parameters<typeof countTile>[1]): void {
      state.current = countTile(state.current, event)
      setUnavailable(state.current.unavailable)
    }
    return { tileload: () => count('loaded'), tileerror: () => count('failed'), load: () => count('settled') }
  }, [])
  const zooms = { minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM, maxNativeZoom: maxZoom }
  const layer = url === '' ? null : <TileLayer url={url} {...zooms} eventHandlers={eventHandlers} />
  return { layer, unavailable: url !== '' && unavailable }
}
