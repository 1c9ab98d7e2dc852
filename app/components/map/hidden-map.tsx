import type { Map as LeafletMap } from 'leaflet'
import type { ReactNode } from 'react'
import { MapContainer, Pane, ScaleControl } from 'react-leaflet'
import { METROPOLE } from '#app/domain/territoires/cadres.ts'
import type { Contour } from './canvas/contours.ts'
import { ChosenOutlines, Ground, MapNames, PointMarks } from './canvas/layers.ts'
import type { MarksProps } from './canvas/marks-layer.ts'
import type { Names } from './canvas/paint-names.ts'
import type { Palette } from './canvas/palette.ts'
import { MAX_ZOOM, MIN_ZOOM } from './clusters/marks.ts'
import { corners } from './view.ts'

/** `points`: null until they are there. `palette`: null until the colours are read. */
type Props = {
  mapRef: (map: LeafletMap | null) => void
  contours: readonly Contour[]
  cadre: readonly string[]
  palette: Palette | null
  tiles: ReactNode
  points: Omit<MarksProps, 'palette'> | null
  names: Omit<Names, 'palette'>
  /** The wheel of a mouse zooms; within a page that is read, it scrolls. */
  wheel?: boolean
}

/** The picture, for the eyes alone: a screen reader has the list. Nothing in it may take the focus. */
export function HiddenMap({ mapRef, contours, cadre, palette, tiles, points, names, wheel = true }: Props) {
  return (
    <div className="carte-cachee" aria-hidden="true">
      <MapContainer
        ref={mapRef}
        className="carte-leaflet"
        bounds={corners(METROPOLE.bounds)}
        {...mapOptions()}
        scrollWheelZoom={wheel}
      >
        <ScaleControl position="bottomright" imperial={false} maxWidth={110} />
        {palette !== null && (
          <>
            <Pane name="sol" className="carte-sol">
              <Ground contours={contours} chosen={cadre} palette={palette} />
            </Pane>
            {tiles}
            {cadre.length > 0 && (
              <Pane name="cadre" className="carte-choisis">
                <ChosenOutlines contours={contours} chosen={cadre} palette={palette} />
              </Pane>
            )}
            <Pane name="noms" className="carte-noms">
              <MapNames {...names} palette={palette} />
            </Pane>
            {points !== null && <PointMarks {...points} palette={palette} />}
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
