import { useEffect, useState } from 'react'
import { type Contour, prepareContours } from './canvas/contours.ts'
import { type ClustersApi, callClusters, type Loaded, type Port } from './clusters/api.ts'

/** `loaded` is null until the points are there; `failed` when they cannot be. `contours`: empty until they are there. */
export type MapData = { clusters: ClustersApi; loaded: Loaded | null; failed: boolean; contours: readonly Contour[] }

/** Starts the worker and asks for the points and the outlines, all at once; again for each `attempt`. */
export function useMapData(pointsUrl: string, contoursUrl: string, attempt: number): MapData | null {
  const [data, setData] = useState<MapData | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt starts everything again
  useEffect(() => {
    const [clusters, stop] = startWorker()
    const set = (part: Partial<MapData>) => setData((last) => last && { ...last, ...part })
    setData((last) => ({ clusters, loaded: null, failed: false, contours: last?.contours ?? [] }))
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
  return data
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
