import { useMemo, useRef, useState } from 'react'
import { TileLayer } from 'react-leaflet'
import type { Tuiles } from '#app/domain/carte/tuiles.ts'
import { MAX_ZOOM, MIN_ZOOM } from './clusters/marks.ts'

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

/** Whether the tiles come: counted over each view, so that one missing tile in the sea says nothing. */
type TileState = { loaded: number; failed: number; unavailable: boolean }

export const NO_TILE_YET: TileState = { loaded: 0, failed: 0, unavailable: false }

/** `settled`: every tile of the view has come or failed. */
export function countTile(state: TileState, event: 'loaded' | 'failed' | 'settled'): TileState {
  if (event === 'loaded') return { ...state, loaded: state.loaded + 1, unavailable: false }
  if (event === 'failed') return { ...state, failed: state.failed + 1 }
  const unavailable = state.failed > 0 && state.loaded === 0
  return { loaded: 0, failed: 0, unavailable: unavailable || (state.unavailable && state.loaded === 0) }
}
