import { useEffect, useState } from 'react'
import { type Contour, prepareContours } from './canvas/contours.ts'
import { type ClustersApi, callClusters, type Loaded, type Port } from './clusters/api.ts'

/**
 * `loaded` is null until the points are there; `failed` when they cannot be. `couche`: how far the layer of France
 * services is. `contours`: empty until they are there.
 */
export type MapData = {
  clusters: ClustersApi
  loaded: Loaded | null
  failed: boolean
  couche: Couche
  contours: readonly Contour[]
}
/** `absente`: not asked for. */
export type Couche = 'absente' | 'attendue' | 'prete' | 'en-panne'

const NOTHING_YET = { loaded: null, failed: false, couche: 'absente' } as const

type Urls = { pointsUrl: string; franceServicesUrl: string | null; contoursUrl: string }

/** Starts the worker and asks for the points and the outlines, all at once; again for each `attempt`. */
export function useMapData({ pointsUrl, franceServicesUrl, contoursUrl }: Urls, attempt: number): MapData | null {
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
  const couche = useCouche(data?.clusters ?? null, franceServicesUrl)
  return data && { ...data, couche }
}

/** The points of a layer, added to the worker's when the layer is first asked for, and kept when it is not any more. */
function useCouche(clusters: ClustersApi | null, url: string | null): Couche {
  const [read, setRead] = useState<{ clusters: ClustersApi; url: string; couche: Couche } | null>(null)
  useEffect(() => {
    if (clusters === null || url === null) return
    let current = true
    const set = (couche: Couche) => current && setRead({ clusters, url, couche })
    clusters.load(new URL(url, location.href).href).then(
      () => set('prete'),
      () => set('en-panne'),
    )
    return () => {
      current = false
    }
  }, [clusters, url])
  if (url === null) return 'absente'
  return read?.clusters === clusters && read.url === url ? read.couche : 'attendue'
}

function startWorker(): [ClustersApi, () => void] {
  const worker = new Worker(new URL('./clusters/clusters.worker.ts', import.meta.url), { type: 'module' })
  const clusters = callClusters(worker as Port)
  worker.onerror = () => clusters.fail('The worker could not start')
  return [clusters, () => worker.terminate()]
}

async function fetchContours(url: string): Promise<Contour[]> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return prepareContours(await response.json())
}
