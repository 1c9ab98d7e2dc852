import { useEffect, useRef, useState } from 'react'
import type { Objet } from '#app/domain/carte/points.ts'
import { type Contour, prepareContours } from './canvas/contours.ts'
import { type ClustersApi, callClusters, type Loaded, type Port } from './clusters/api.ts'

/**
 * `loaded` is null until the points are there; `failed` when they cannot be. `couches`: how far each layer that is asked
 * for is. `contours`: empty until they are there.
 */
export type MapData = {
  clusters: ClustersApi
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

const NOTHING_YET = { loaded: null, failed: false, couches: {} } as const

type Urls = { pointsUrl: string; couchesUrls: CouchesUrls; contoursUrl: string }

/** Starts the worker and asks for the points and the outlines, all at once; again for each `attempt`. */
export function useMapData({ pointsUrl, couchesUrls, contoursUrl }: Urls, attempt: number): MapData | null {
  const [data, setData] = useState<MapData | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt starts everything again
  useEffect(() => {
    const [clusters, stop] = startWorker()
    const set = (part: Partial<MapData>) => setData((last) => last && { ...last, ...part })
    setData((last) => ({ ...NOTHING_YET, clusters, contours: last?.contours ?? [] }))
    // The worker's own address is not the page's: it is given a whole one.
    clusters.load(new URL(pointsUrl, location.href).href).then(
      (loaded) => set({ loaded }),
      () => set({ failed: true }),
    )
    // Without its outlines the map still has its points, and its tiles if they come.
    fetchContours(contoursUrl).then(
      (contours) => set({ contours }),
      () => {},
    )
    return stop
  }, [pointsUrl, contoursUrl, attempt])
  const couches = useCouches(data?.clusters ?? null, couchesUrls)
  return data && { ...data, couches }
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

function startWorker(): [ClustersApi, () => void] {
  const worker = new Worker(new URL('./clusters/clusters.worker.ts', import.meta.url), { type: 'module' })
  const clusters = callClusters(worker as Port)
  worker.onerror = () => clusters.fail('The worker could not start')
  return [clusters, () => worker.terminate()]
}

export async function fetchContours(url: string): Promise<Contour[]> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return prepareContours(await response.json())
}
