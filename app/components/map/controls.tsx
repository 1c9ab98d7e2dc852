import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useState } from 'react'
import { type CadreDeTerritoire, territoiresShown } from '#app/domain/territoires/cadres.ts'
import { MAX_ZOOM, MIN_ZOOM } from './clusters/marks.ts'

/** Zoom buttons, outside the hidden map. At the end of the scale a button stays focusable and says so. */
export function ZoomButtons({ map }: { map: LeafletMap | null }) {
  const zoom = useZoom(map)
  return (
    <fieldset className="carte-zoom" aria-label="Échelle de la carte">
      <ZoomButton label="Agrandir la carte" sign="+" off={zoom >= MAX_ZOOM} onClick={() => map?.zoomIn()} />
      <ZoomButton label="Réduire la carte" sign="−" off={zoom <= MIN_ZOOM} onClick={() => map?.zoomOut()} />
    </fieldset>
  )
}

function ZoomButton({ label, sign, off, onClick }: { label: string; sign: string; off: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      className="carte-bouton"
      title={label}
      aria-disabled={off}
      onClick={off ? undefined : onClick}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="invisible">{label}</span>
    </button>
  )
}

function useZoom(map: LeafletMap | null): number {
  const [zoom, setZoom] = useState(MIN_ZOOM + 1)
  useEffect(() => {
    if (map === null) return
    const read = () => setZoom(map.getZoom())
    read()
    map.on('zoomend', read)
    return () => {
      map.off('zoomend', read)
    }
  }, [map])
  return zoom
}

/** One click to each part of France. */
export function TerritoireButtons({
  present,
  vides,
  onGo,
}: {
  present: readonly string[]
  /** Codes of departments of which no place is shown. */
  vides: readonly string[]
  onGo: (territoire: CadreDeTerritoire) => void
}) {
  return (
    <fieldset className="carte-territoires" aria-label="Cadrer la carte sur un territoire">
      {territoiresShown(present).map((territoire) => (
        <button key={territoire.nom} type="button" className="carte-bouton" onClick={() => onGo(territoire)}>
          {territoire.nom}
          {territoire.codes.length > 0 && territoire.codes.every((code) => vides.includes(code)) && ' (aucun lieu)'}
        </button>
      ))}
    </fieldset>
  )
}
