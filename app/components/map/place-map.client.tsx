import '#app/styles/map.css'
import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useMemo, useState } from 'react'
import type { MapPoint } from '#app/domain/carte/points.ts'
import type { Tuiles } from '#app/domain/carte/tuiles.ts'
import { Attribution } from './attribution.tsx'
import type { Contour } from './canvas/contours.ts'
import { rememberMarks } from './clusters/api.ts'
import { noMarks } from './clusters/marks.ts'
import { ZoomButtons } from './controls.tsx'
import { HiddenMap } from './hidden-map.tsx'
import { fetchContours } from './start.ts'
import { useTiles } from './tiles-layer.tsx'
import { useNoms } from './use-noms.ts'
import { usePalette } from './use-palette.ts'
import { zoomOn } from './view.ts'

export type PlaceMapProps = {
  point: MapPoint
  /** The department of the place, whose outline is drawn. */
  departement: string
  contoursUrl: string
  nomsUrl: string
  tuiles: Tuiles
  onReady: () => void
}

const NO_MARKS = rememberMarks(noMarks)
const NO_NAMES = { repere: null, vides: [] }
const NONE: readonly Contour[] = []

/** Where one place is, and nothing else: no worker, no cluster. The page says it in words. */
export function PlaceMap({ point, departement, contoursUrl, nomsUrl, tuiles, onReady }: PlaceMapProps) {
  const [map, setMap] = useState<LeafletMap | null>(null)
  const [contours, setContours] = useState(NONE)
  const { palette, ref } = usePalette()
  const tiles = useTiles(tuiles)
  const noms = useNoms(map, nomsUrl, tuiles.url === '' || tiles.unavailable)
  const zoom = zoomOn(point, !tiles.unavailable)
  const cadre = useMemo(() => [departement], [departement])

  useEffect(() => {
    fetchContours(contoursUrl).then(setContours, () => {})
  }, [contoursUrl])
  useEffect(() => {
    if (map !== null && map.getZoom() !== zoom) map.setView([point.lat, point.lon], zoom, { animate: false })
  }, [map, point, zoom])
  useEffect(() => {
    if (map !== null) onReady()
  }, [map, onReady])

  return (
    <>
      <div className="carte-boite" ref={ref}>
        <HiddenMap
          start={{ center: [point.lat, point.lon], zoom }}
          mapRef={setMap}
          contours={contours}
          cadre={cadre}
          palette={palette}
          tiles={tiles.layer}
          points={{ marks: NO_MARKS, chosen: point, onPick: () => {}, onFail: () => {} }}
          names={{ ...NO_NAMES, noms }}
          wheel={false}
        />
        <ZoomButtons map={map} />
      </div>
      <Attribution attribution={tuiles.attribution} />
    </>
  )
}
