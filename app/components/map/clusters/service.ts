/** The answering end of the wire: the points, and the clusters of those that the filter keeps. */

import { decodePoints, type MapPoint, type Objet } from '#app/domain/carte/points.ts'
import { decodeSelection, type Selection } from '#app/domain/carte/row-set.ts'
import { TERRITOIRES, territoireHolds } from '#app/domain/territoires/cadres.ts'
import type { Call, ClustersApi, Loaded, MapSelection, Port, Reply } from './api.ts'
import { type Clusters, createClusters } from './clusters.ts'

/** The api itself, on the thread that calls it. */
export function createClustersApi(): ClustersApi {
  const documents = new Map<string, MapPoint[]>()
  let points: MapPoint[] = []
  let selection: MapSelection | null = null
  let clusters: Clusters | null = null
  let first: Promise<unknown> | null = null
  // A selection that comes before the points groups them once.
  function current(): Clusters {
    clusters ??= createClusters(points, chooser(selection))
    return clusters
  }
  async function read(url: string): Promise<Loaded> {
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${url}: ${response.status}`)
    documents.set(url, decodePoints(await response.text()))
    points = [...documents.values()].flat()
    clusters = null
    const present = TERRITOIRES.filter((territoire) => points.some((point) => territoireHolds(territoire, point)))
    return { total: points.length, territoires: present.map(({ nom }) => nom) }
  }
  return {
    load(url) {
      const reading = read(url)
      first ??= reading.catch(() => {})
      return reading
    },
    async choose(chosen) {
      if (JSON.stringify(chosen) === JSON.stringify(selection)) return
      selection = chosen
      clusters = null
    },
    async marks(zoom) {
      await first
      return current().marks(zoom)
    },
    open: async (zoom, cluster) => current().open(zoom, cluster),
    find: async (ref) => points.find((point) => point.objet === ref.objet && point.numero === ref.numero) ?? null,
  }
}

/** Without a selection, every place. */
function chooser(selection: MapSelection | null): (point: MapPoint) => boolean {
  const kept = new Map<Objet, Selection | null>()
  for (const [objet, rows] of Object.entries(selection ?? { lieu: null }) as [Objet, string | null][])
    kept.set(objet, rows === null ? null : decodeSelection(rows))
  return ({ objet, numero }) => kept.has(objet) && (kept.get(objet)?.has(numero) ?? true)
}

/** Answers the calls that come through the port. */
export function serveClusters(port: Port, api: ClustersApi): void {
  port.onmessage = async ({ data }: MessageEvent<Call>) => {
    const method = api[data.method] as (...args: unknown[]) => Promise<unknown>
    try {
      port.postMessage({ id: data.id, result: await method(...data.args) } satisfies Reply)
    } catch (error) {
      port.postMessage({ id: data.id, error: String(error) } satisfies Reply)
    }
  }
}
