/** The grouping of the map's points, without any map: it runs in the worker, and in Node for the tests. */
import Supercluster from 'supercluster'
import { worldX, worldY } from '#app/domain/carte/mercator.ts'
import { type MapPoint, OBJETS, type Objet } from '#app/domain/carte/points.ts'
import { MAX_ZOOM, type Marks, type Opening } from './marks.ts'

// Pixels between two centres: at three quarters of a zoom (paint: 47 px) marks of 1,000 (43 px wide) still part.
const RADIUS = 56
const TILE = 256

export type Clusters = {
  marks(zoom: number): Marks
  open(cluster: number): Opening
}

type Counts = Record<Objet, number> & { approximate: number }

/** The clusters of the points that `isChosen` keeps. Layers are grouped together and counted apart. */
export function createClusters(points: readonly MapPoint[], isChosen: (point: MapPoint) => boolean): Clusters {
  const index = new Supercluster<MapPoint, Counts>({
    maxZoom: MAX_ZOOM,
    radius: RADIUS,
    extent: TILE,
    map: countsOf,
    reduce: addCounts,
  })
  index.load(
    points.filter(isChosen).map((point) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
      properties: point,
    })),
  )
  return {
    marks: (zoom) => marksOf(index.getClusters([-180, -90, 180, 90], zoom), zoom),
    open: (cluster) =>
      openingOf(index.getLeaves(cluster, Number.POSITIVE_INFINITY), index.getClusterExpansionZoom(cluster)),
  }
}

const NONE = Object.fromEntries(OBJETS.map((objet) => [objet, 0])) as Record<Objet, number>

function countsOf(point: MapPoint): Counts {
  return { ...NONE, [point.objet]: 1, approximate: point.approximate ? 1 : 0 }
}

function addCounts(total: Counts, counts: Readonly<Counts>): void {
  for (const objet of OBJETS) total[objet] += counts[objet]
  total.approximate += counts.approximate
}

type Feature = ReturnType<Supercluster<MapPoint, Counts>['getClusters']>[number]

function marksOf(features: readonly Feature[], zoom: number): Marks {
  const length = features.length
  const marks: Marks = {
    zoom,
    x: new Float64Array(length),
    y: new Float64Array(length),
    counts: Object.fromEntries(OBJETS.map((objet) => [objet, new Uint32Array(length)])) as Marks['counts'],
    approximate: new Uint32Array(length),
    id: new Int32Array(length),
  }
  features.forEach(({ geometry, properties }, rank) => {
    const [lon = 0, lat = 0] = geometry.coordinates
    const counts = 'cluster_id' in properties ? properties : countsOf(properties)
    marks.x[rank] = worldX(lon)
    marks.y[rank] = worldY(lat)
    for (const objet of OBJETS) marks.counts[objet][rank] = counts[objet]
    marks.approximate[rank] = counts.approximate
    marks.id[rank] = 'cluster_id' in properties ? properties.cluster_id : properties.numero
  })
  return marks
}

function openingOf(leaves: readonly { properties: MapPoint }[], zoom: number): Opening {
  const points = leaves.map(({ properties }) => properties)
  const [lats, lons] = [points.map((point) => point.lat), points.map((point) => point.lon)]
  if (zoom <= MAX_ZOOM) {
    return { kind: 'split', zoom, bounds: [least(lats), least(lons), greatest(lats), greatest(lons)] }
  }
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
