/** What the map asks of its worker, and the calling end of the wire. */
import type { MapPoint, Objet, PointRef } from '#app/domain/carte/points.ts'
import type { Marks, Opening } from './marks.ts'

/**
 * The rows that a filter keeps of each layer, as `encodeSelection` writes them; null keeps the whole layer, and one that
 * is not named is not shown.
 */
export type MapSelection = Partial<Record<Objet, string | null>>

/** `territoires`: names of those that hold a point. */
export type Loaded = { total: number; territoires: string[] }

export type ClustersApi = {
  /** Adds the points of a document to those of the others. */
  load(url: string): Promise<Loaded>
  choose(selection: MapSelection | null): Promise<void>
  /** Waits for the first document that was asked for: a map that stands before its points asks once. */
  marks(zoom: number): Promise<Marks>
  /** A cluster of the marks at this zoom. */
  open(zoom: number, cluster: number): Promise<Opening>
  find(ref: PointRef): Promise<MapPoint | null>
}

/**
 * The marks of a zoom under the filter in force, the same promise each time it is asked; a new function when another
 * filter, or a layer, makes other marks.
 */
export type MarksAt = ClustersApi['marks']

/** Asks once for each zoom. */
export function rememberMarks(ask: ClustersApi['marks']): MarksAt {
  const asked = new Map<number, Promise<Marks>>()
  return (zoom) => {
    const marks = asked.get(zoom) ?? ask(zoom)
    asked.set(zoom, marks)
    return marks
  }
}

/** A Worker, the worker's own scope, or either end of a MessageChannel. */
export type Port = {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => void) | null
}

export type Call = { id: number; method: keyof ClustersApi; args: unknown[] }
export type Reply = { id: number; result?: unknown; error?: string }

/** The api at the other end of the port. `fail` rejects every call, made or to come: the worker could not start. */
export function callClusters(port: Port): ClustersApi & { fail(reason: string): void } {
  const pending = new Map<number, (reply: Reply) => void>()
  let failure: string | null = null
  let last = 0
  port.onmessage = ({ data }: MessageEvent<Reply>) => {
    pending.get(data.id)?.(data)
    pending.delete(data.id)
  }
  function call<T>(method: keyof ClustersApi, ...args: unknown[]): Promise<T> {
    const id = ++last
    return new Promise((resolve, reject) => {
      if (failure !== null) return reject(new Error(failure))
      pending.set(id, ({ result, error }) => (error === undefined ? resolve(result as T) : reject(new Error(error))))
      port.postMessage({ id, method, args } satisfies Call)
    })
  }
  return {
    load: (url) => call('load', url),
    choose: (selection) => call('choose', selection),
    marks: (zoom) => call('marks', zoom),
    open: (zoom, cluster) => call('open', zoom, cluster),
    find: (ref) => call('find', ref),
    fail(reason) {
      failure = reason
      for (const [id, settle] of pending) settle({ id, error: reason })
      pending.clear()
    },
  }
}
