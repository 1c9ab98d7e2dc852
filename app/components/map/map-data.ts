import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Objet } from '#app/domain/carte/points.ts'
import type { Contour } from './canvas/contours.ts'
import { type ClustersApi, type Loaded, type MapSelection, type MarksAt, rememberMarks } from './clusters/api.ts'
import { type Started, type StartOf, startMap } from './start.ts'

/**
 * `loaded` is null until the points are there; `failed` when they cannot be. `couches`: how far each layer that is asked
 * for is. `contours`: empty until they are there.
 */
export type MapData = {
  clusters: ClustersApi
  marks: MarksAt
  loaded: Loaded | null
  failed: boolean
  couches: Couches
  contours: readonly Contour[]
}
/** Of the layers that are asked for. */
export type Couches = { [objet in CoucheObjet]?: 'attendue' | 'prete' | 'en-panne' }
export type CoucheObjet = Exclude<Objet, 'lieu'>
/** The addresses of their points. */
export type CouchesUrls = { [objet in CoucheObjet]?: string }

const NOTHING_YET = { loaded: null, failed: false } as const

type Come = Omit<MapData, 'couches'> & Pick<Started, 'selection'>

/** The points and the outlines as they come: those of `first`, and of another start for each `attempt` and new address. */
export function useMapData(
  { couchesUrls, ...asked }: StartOf & { couchesUrls: CouchesUrls },
  first: Started,
  attempt: number,
): MapData | null {
  const next = useRef<Started | null>(first)
  const [data, setData] = useState<Come | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt starts everything again
  useEffect(() => {
    // The data may have changed since the page asked for it.
    const sound = next.current?.pointsUrl === asked.pointsUrl
    if (!sound) next.current?.stop()
    const { loaded, contours, stop, ...started } = (sound && next.current) || startMap(asked)
    next.current = null
    const set = (part: Partial<Come>) => setData((last) => last && { ...last, ...part })
    setData((last) => ({ ...NOTHING_YET, ...started, contours: last?.contours ?? [] }))
    loaded.then(
      (loaded) => set({ loaded }),
      () => set({ failed: true }),
    )
    // Without its outlines the map still has its points, and its tiles if they come.
    contours.then(
      (contours) => set({ contours }),
      () => {},
    )
    return stop
  }, [asked.pointsUrl, asked.contoursUrl, attempt])
  const couches = useCouches(data?.clusters ?? null, couchesUrls)
  const marks = useMarks(data, asked.selection, couches)
  return data && marks && { ...data, couches, marks }
}

/**
 * The marks under the filter in force, and new ones when a layer has come. The worker answers in order: a mark asked for
 * after a filter obeys it.
 */
function useMarks(data: Come | null, selection: MapSelection | null, couches: Couches): MarksAt | null {
  const clusters = data?.clusters ?? null
  // New props come as new objects: only another filter is worth new clusters.
  const key = JSON.stringify(selection)
  const come = JSON.stringify(couches)
  const asStarted = key === JSON.stringify(data?.selection) && !Object.values(couches).includes('prete')
  // Before the effects in which the map's layers are put on it, and ask.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as below
  useLayoutEffect(() => {
    // What goes wrong here is said when the marks are asked for.
    clusters?.choose(JSON.parse(key)).catch(() => {})
  }, [clusters, key, come])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter, or the points of a layer, make other marks
  return useMemo(() => {
    if (data === null) return null
    return asStarted ? data.marks : rememberMarks(data.clusters.marks)
  }, [clusters, key, come])
}

type Read = Record<string, 'prete' | 'en-panne'>

/** The points of each layer, added to the worker's when it is first asked for, and kept when it is not any more. */
function useCouches(clusters: ClustersApi | null, urls: CouchesUrls): Couches {
  const [read, setRead] = useState<{ clusters: ClustersApi | null; byUrl: Read }>({ clusters, byUrl: {} })
  const byUrl = read.clusters === clusters ? read.byUrl : {}
  const asked = useRef<{ clusters: ClustersApi | null; urls: Set<string> }>({ clusters: null, urls: new Set() })
  useEffect(() => {
    if (clusters === null) return
    if (asked.current.clusters !== clusters) asked.current = { clusters, urls: new Set() }
    for (const url of Object.values(urls)) {
      if (asked.current.urls.has(url)) continue
      asked.current.urls.add(url)
      const set = (state: Read[string]) =>
        setRead((last) => ({ clusters, byUrl: { ...(last.clusters === clusters && last.byUrl), [url]: state } }))
      clusters.load(new URL(url, location.href).href).then(
        () => set('prete'),
        () => set('en-panne'),
      )
    }
  })
  return Object.fromEntries(Object.entries(urls).map(([objet, url]) => [objet, byUrl[url] ?? 'attendue']))
}
