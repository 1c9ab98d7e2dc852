/** Whether the tiles come: counted over each view, so that one missing tile in the sea says nothing. */
export type TileState = { loaded: number; failed: number; unavailable: boolean }

export const NO_TILE_YET: TileState = { loaded: 0, failed: 0, unavailable: false }

/** `settled`: every tile of the view has come or failed. */
export function countTile(state: TileState, event: 'loaded' | 'failed' | 'settled'): TileState {
  if (event === 'loaded') return { ...state, loaded: state.loaded + 1, unavailable: false }
  if (event === 'failed') return { ...state, failed: state.failed + 1 }
  const unavailable = state.failed > 0 && state.loaded === 0
  return { loaded: 0, failed: 0, unavailable: unavailable || (state.unavailable && state.loaded === 0) }
}
