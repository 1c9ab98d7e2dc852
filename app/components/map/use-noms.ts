import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import { type Nom, squaresOf } from '#app/domain/carte/noms.ts'

const NOTHING: readonly Nom[] = []

/**
 * The towns of what the map shows, the most populated first; none from afar, and none while `wanted` is false: the
 * background has their names. A square that does not come leaves its towns unnamed.
 */
export function useNoms(map: LeafletMap | null, url: string, wanted: boolean): readonly Nom[] {
  const [noms, setNoms] = useState(NOTHING)
  const squares = useRef(new Map<string, Promise<readonly Nom[]>>())
  useEffect(() => {
    if (map === null || !wanted) {
      setNoms(NOTHING)
      return
    }
    let turn = 0
    async function read(): Promise<void> {
      turn += 1
      const mine = turn
      const bounds = map?.getBounds()
      if (!bounds) return
      const shown = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()] as const
      const asked = squaresOf(shown, map?.getZoom() ?? 0).map(({ z, x, y }) => `${url}&z=${z}&x=${x}&y=${y}`)
      const found = await Promise.all(asked.map((one) => square(squares.current, one)))
      if (mine === turn) setNoms(found.flat().sort((a, b) => b[3] - a[3]))
    }
    void read()
    map.on('moveend', read)
    return () => {
      turn = -1
      map.off('moveend', read)
    }
  }, [map, url, wanted])
  return noms
}

function square(known: Map<string, Promise<readonly Nom[]>>, url: string): Promise<readonly Nom[]> {
  const asked = known.get(url) ?? fetchNoms(url)
  known.set(url, asked)
  return asked
}

async function fetchNoms(url: string): Promise<readonly Nom[]> {
  try {
    const response = await fetch(url)
    return response.ok ? ((await response.json()) as { noms: Nom[] }).noms : NOTHING
  } catch {
    return NOTHING
  }
}
