import '#app/styles/map.css'
import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Contour } from '#app/components/map/canvas/contours.ts'
import { Attribution } from './attribution.tsx'
import type { MarksAt } from './clusters/api.ts'
import { TerritoireButtons, ZoomButtons } from './controls.tsx'
import { HiddenMap } from './hidden-map.tsx'
import { Legend } from './legend.tsx'
import type { CoucheObjet } from './map-data.ts'
import type { PlacesMapProps } from './map-props.ts'
import { MapState } from './map-state.tsx'
import { ChoicePanel } from './panel/choice-panel.tsx'
import { useChoice } from './panel/use-choice.ts'
import { SearchHere } from './search-here.tsx'
import { useTiles } from './tiles-layer.tsx'
import { cadreOf, useCadre, useDoigts, useSize } from './use-map.ts'
import { useNoms } from './use-noms.ts'
import { usePalette } from './use-palette.ts'
import { frame, part, showPoint, startOn } from './view.ts'

/** Dispatched on the document once the map stands: a page can then put away what it showed in its stead. */
export const MAP_READY_EVENT = 'carte:prete'

/** The map and what goes with it: buttons, panel and words stand outside the part hidden from a screen reader. */
export default function PlacesMap(props: PlacesMapProps) {
  const { cadre, contours, clusters, couches, fichesUrl, loaded, localised, marks, tuiles } = props
  const [map, setMap] = useState<LeafletMap | null>(null)
  const [broken, setBroken] = useState<MarksAt | null>(null)
  const { palette, element, ref } = usePalette()
  const tiles = useTiles(tuiles)
  const noms = useNoms(map, props.nomsUrl, tuiles.url === '' || tiles.unavailable)
  const vides = useContours(contours, props.vides)
  const repere = useSame(props.repere)
  const names = { noms, repere, vides }
  const framed = cadreOf({ cadre, zone: props.zone ?? null }, contours)
  const choice = useChoice(clusters, fichesUrl, {
    point: (point, from) => map && showPoint(map, point, { from, tiles: !tiles.unavailable }),
    bounds: (bounds, zoom) => map && part(map, bounds, zoom),
    nothing: () => element?.querySelector('button')?.focus(),
  })
  const chosen = choice.choice?.point ?? null
  const ready = loaded !== null && map !== null && !Object.values(couches).includes('attendue')
  useSize(map)
  useDoigts(map)
  useCadre(map, framed)

  useEffect(() => {
    if (map !== null) document.dispatchEvent(new CustomEvent(MAP_READY_EVENT))
  }, [map])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each request is answered once, when all is there
  useEffect(() => {
    if (ready && localised !== null) void choice.localise(localised)
  }, [ready, localised])

  const points = { marks, chosen, onPick: choice.pick, onFail: (asked: MarksAt) => setBroken(() => asked) }
  return (
    <>
      <div className="carte-boite" ref={ref}>
        <HiddenMap
          start={startOn(framed.bounds)}
          mapRef={setMap}
          contours={contours}
          cadre={cadre}
          palette={palette}
          tiles={tiles.layer}
          points={points}
          names={names}
        />
        <ZoomButtons map={map} />
        <SearchHere map={map} base={props.ailleurs} framed={JSON.stringify([cadre, props.zone])} />
        <ChoicePanel {...choice} />
      </div>
      <p className="carte-doigts">Deux doigts pour déplacer la carte.</p>
      <MapState
        loading={loaded === null}
        failed={props.failed || broken === marks}
        coucheFailed={Object.values(couches).includes('en-panne')}
        tilesUnavailable={tiles.unavailable}
        vides={cadre.length === 0 ? [] : vides.map(({ nom }) => nom)}
        onRetry={props.onRetry}
      />
      <TerritoireButtons
        present={loaded?.territoires ?? []}
        vides={props.vides}
        onGo={({ bounds }) => map && frame(map, bounds, true)}
      />
      <Legend couches={Object.keys(couches) as CoucheObjet[]} />
      <Attribution attribution={tuiles.attribution} />
    </>
  )
}

/** New props come as new objects: only another value is worth another picture. */
function useSame<T>(value: T): T {
  const last = useRef(value)
  if (JSON.stringify(last.current) !== JSON.stringify(value)) last.current = value
  return last.current
}

function useContours(contours: readonly Contour[], asked: readonly string[]): readonly Contour[] {
  const codes = useSame(asked)
  return useMemo(() => contours.filter(({ code }) => codes.includes(code)), [contours, codes])
}
