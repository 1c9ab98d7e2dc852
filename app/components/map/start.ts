/** What the map needs of the network, asked for while React and Leaflet come: neither is read here. */
import { type Contour, prepareContours } from './canvas/contours.ts'
import {
  type ClustersApi,
  callClusters,
  type Loaded,
  type MapSelection,
  type MarksAt,
  type Port,
  rememberMarks,
} from './clusters/api.ts'
import { AFAR, MIN_ZOOM } from './clusters/marks.ts'

export type StartOf = { pointsUrl: string; contoursUrl: string; selection: MapSelection | null }
/** `marks`: under `selection`. `stop` ends the worker. A promise that fails is no error until somebody asks for it. */
export type Started = {
  pointsUrl: string
  clusters: ClustersApi
  loaded: Promise<Loaded>
  selection: MapSelection | null
  marks: MarksAt
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
  // Those that it opens on come with the points: a map that stands after them is drawn at once.
  const marks = rememberMarks(clusters.marks)
  const opening = Array.from({ length: AFAR - MIN_ZOOM + 1 }, (_, rank) => marks(MIN_ZOOM + rank))
  for (const promise of [loaded, contours, ...opening]) promise.catch(() => {})
  return { pointsUrl, clusters, loaded, selection, marks, contours, stop: () => worker.terminate() }
}

export async function fetchContours(url: string): Promise<Contour[]> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return prepareContours(await response.json())
}
