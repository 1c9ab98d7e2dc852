/** What the map needs of the network, asked for while React and Leaflet come: neither is read here. */
import { type Contour, prepareContours } from './canvas/contours.ts'
import { type ClustersApi, callClusters, type Loaded, type MapSelection, type Port } from './clusters/api.ts'

export type StartOf = { pointsUrl: string; contoursUrl: string; selection: MapSelection | null }
/** `stop` ends the worker. A promise that fails is no error until somebody asks for it. */
export type Started = {
  clusters: ClustersApi
  loaded: Promise<Loaded>
  contours: Promise<Contour[]>
  stop: () => void
}

/** Starts the worker, asks it for the points under the filter, and asks for the outlines. */
export function startMap({ pointsUrl, contoursUrl, selection }: StartOf): Started {
  const worker = new Worker(new URL('./clusters/clusters.worker.ts', import.meta.url), { type: 'module' })
  const clusters = callClusters(worker as Port)
  worker.onerror = () => clusters.fail('The worker could not start')
  clusters.choose(selection).catch(() => {})
  // The worker's own address is not the page's: it is given a whole one.
  const loaded = clusters.load(new URL(pointsUrl, location.href).href)
  const contours = fetchContours(contoursUrl)
  for (const promise of [loaded, contours]) promise.catch(() => {})
  return { clusters, loaded, contours, stop: () => worker.terminate() }
}

export async function fetchContours(url: string): Promise<Contour[]> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return prepareContours(await response.json())
}
