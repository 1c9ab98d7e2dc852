import type { Map as LeafletMap } from 'leaflet'
import type { ReactNode } from 'react'
import { MapContainer, type MapContainerProps, ScaleControl } from 'react-leaflet'
import type { Contour } from './canvas/contours.ts'
import { ChosenOutlines, Ground, MapNames, PointMarks } from './canvas/layers.ts'
import type { MarksProps } from './canvas/marks-layer.ts'
import type { Names } from './canvas/paint-names.ts'
import type { Palette } from './canvas/palette.ts'
import { MAX_ZOOM, MIN_ZOOM } from './clusters/marks.ts'
import { corners } from './view.ts'

/** `start`: the view it opens on. `palette`: null until the colours are read. */
type Props = {
  start: Pick<MapContainerProps, 'bounds' | 'boundsOptions' | 'center' | 'zoom'>
  mapRef: (map: LeafletMap | null) => void
  contours: readonly Contour[]
  cadre: readonly string[]
  palette: Palette | null
  tiles: ReactNode
  points: Omit<MarksProps, 'palette'>
  names: Omit<Names, 'palette'>
  /** The wheel of a mouse zooms; within a page that is read, it scrolls. */
  wheel?: boolean
}

/** The picture, for the eyes alone: a screen reader has the list. Nothing in it may take the focus. */
export function HiddenMap({ start, mapRef, contours, cadre, palette, tiles, points, names, wheel = true }: Props) {
  return (
    <div className="carte-cachee" aria-hidden="true">
      <MapContainer ref={mapRef} className="carte-leaflet" {...start} {...mapOptions()} scrollWheelZoom={wheel}>
        <ScaleControl position="bottomright" imperial={false} maxWidth={110} />
        {palette !== null && (
          <>
            <Ground pane="sol" contours={contours} chosen={cadre} palette={palette} />
            {tiles}
            {cadre.length > 0 && <ChosenOutlines pane="choisis" contours={contours} chosen={cadre} palette={palette} />}
            <MapNames pane="noms" {...names} palette={palette} />
            <PointMarks {...points} palette={palette} />
          </>
        )}
      </MapContainer>
    </div>
  )
}

// Leaflet reads its options once; what would be focusable is provided outside the hidden part.
function mapOptions() {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    keyboard: false,
    zoomControl: false,
    attributionControl: false,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    // Quarter steps: metropolitan France then fills the box, whatever its size.
    zoomSnap: 0.25,
    // The world once, and a little more on the side of the Pacific.
    maxBounds: corners([-60, -200, 72, 200]),
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    inertia: !calm,
  }
}
