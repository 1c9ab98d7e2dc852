/** The grouping of the map's points, without any map: it runs in the worker, and in Node for the tests. */
import Supercluster from 'supercluster'
import { worldX, worldY } from '#app/domain/carte/mercator.ts'
import { type MapPoint, OBJETS, type Objet } from '#app/domain/carte/points.ts'
import { AFAR, MAX_ZOOM, type Marks, MIN_ZOOM, type Opening } from './marks.ts'

// Pixels between two centres: at three quarters of a zoom (paint: 47 px) marks of 1,000 (43 px wide) still part.
const RADIUS = 56
const TILE = 256
/**
 * Zooms beyond the ones that are drawn that points are grouped at first. At zooms 4 to 8, of 20,000 points as of the
 * real ones, two leave about as few marks that touch as ten do, in less than half the time; none leaves six times as
 * many.
 */
const FIRST_GROUPED = 2
const WORLD: [number, number, number, number] = [-180, -90, 180, 90]

export type Clusters = {
  marks(zoom: number): Marks
  /** Of a cluster of the marks at this zoom; an Error when it is none of them. */
  open(zoom: number, cluster: number): Opening
}

type Counts = Record<Objet, number> & { approximate: number }
type Index = Supercluster<Counts, Counts>
type Feature = ReturnType<Index['getClusters']>[number]
/** `id`: the rank of its point. */
type Alone = ReturnType<Index['getLeaves']>[number]

/**
 * The clusters of the points that `isChosen` keeps. Layers are grouped together and counted apart. Those of a country are
 * made together, for it costs no more than one of them, those of a nearer zoom apart, each when it is first asked for:
 * the first picture does not wait for them.
 */
export function createClusters(points: readonly MapPoint[], isChosen: (point: MapPoint) => boolean): Clusters {
  const chosen = points.filter(isChosen)
  const features = chosen.map(featureOf)
  const pointOf = ({ id }: Feature) => chosen[id as number] as MapPoint
  const indexes = new Map<number, Index>()
  function indexAt(zoom: number): Index {
    const last = Math.max(zoom, AFAR)
    const index = indexes.get(last) ?? group(features, last === AFAR ? MIN_ZOOM : last, last)
    indexes.set(last, index)
    return index
  }
  return {
    marks: (zoom) => marksOf(indexAt(zoom).getClusters(WORLD, zoom), pointOf, zoom),
    open(zoom, cluster) {
      const leaves = indexAt(zoom).getLeaves(cluster, Number.POSITIVE_INFINITY)
      return openingOf(leaves.map(pointOf), partsAt(leaves, zoom + 1))
    },
  }
}

/** What draws the zooms from one to the other. */
function group(features: Alone[], minZoom: number, last: number): Index {
  const maxZoom = Math.min(MAX_ZOOM, last + FIRST_GROUPED)
  const options = { minZoom, maxZoom, radius: RADIUS, extent: TILE, reduce: addCounts }
  return new Supercluster<Counts, Counts>(options).load(features)
}

/** The first zoom from this one where these points are not one mark; null when none is. */
function partsAt(features: Alone[], zoom: number): number | null {
  for (let nearer = zoom; nearer <= MAX_ZOOM; nearer += 1)
    if (group(features, nearer, nearer).getClusters(WORLD, nearer).length > 1) return nearer
  return null
}

function featureOf({ objet, lat, lon, approximate }: MapPoint, rank: number): Alone {
  const geometry = { type: 'Point' as const, coordinates: [lon, lat] }
  return { type: 'Feature', id: rank, geometry, properties: COUNTS[objet][approximate ? 1 : 0] }
}

const NONE = Object.fromEntries(OBJETS.map((objet) => [objet, 0])) as Record<Objet, number>
/** Of one point, that is known or approximate: thousands share theirs, and each cluster has a copy to add to. */
const COUNTS = Object.fromEntries(
  OBJETS.map((objet) => [objet, [0, 1].map((approximate) => ({ ...NONE, [objet]: 1, approximate }))]),
) as Record<Objet, [Counts, Counts]>

function addCounts(total: Counts, counts: Readonly<Counts>): void {
  for (const objet of OBJETS) total[objet] += counts[objet]
  total.approximate += counts.approximate
}

function marksOf(features: readonly Feature[], pointOf: (feature: Feature) => MapPoint, zoom: number): Marks {
  const length = features.length
  const marks: Marks = {
    zoom,
    x: new Float64Array(length),
    y: new Float64Array(length),
    counts: Object.fromEntries(OBJETS.map((objet) => [objet, new Uint32Array(length)])) as Marks['counts'],
    approximate: new Uint32Array(length),
    id: new Int32Array(length),
  }
  features.forEach((feature, rank) => {
    const { geometry, properties } = feature
    const [lon = 0, lat = 0] = geometry.coordinates
    marks.x[rank] = worldX(lon)
    marks.y[rank] = worldY(lat)
    for (const objet of OBJETS) marks.counts[objet][rank] = properties[objet]
    marks.approximate[rank] = properties.approximate
    marks.id[rank] = 'cluster_id' in properties ? properties.cluster_id : pointOf(feature).numero
  })
  return marks
}

function openingOf(points: readonly MapPoint[], parts: number | null): Opening {
  const [lats, lons] = [points.map((point) => point.lat), points.map((point) => point.lon)]
  if (parts !== null)
    return { kind: 'split', zoom: parts, bounds: [least(lats), least(lons), greatest(lats), greatest(lons)] }
  const byLayer = OBJETS.flatMap((objet) => points.filter((point) => point.objet === objet))
  return {
    kind: 'list',
    points: byLayer.map(({ objet, numero }) => ({ objet, numero })),
    lat: (least(lats) + greatest(lats)) / 2,
    lon: (least(lons) + greatest(lons)) / 2,
  }
}

// Math.min(...values) would overflow the stack on a cluster of all the points.
function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}

function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
}
