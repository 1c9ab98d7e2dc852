import { expect, test } from 'vitest'
import { createClusters } from '#app/components/map/clusters/clusters.ts'
import { MAX_ZOOM, type Marks, MIN_ZOOM, readMark } from '#app/components/map/clusters/marks.ts'
import { worldX, worldY } from '#app/domain/carte/mercator.ts'
import type { MapPoint } from '#app/domain/carte/points.ts'
import { clusteredPoints } from './clustered-points.ts'

const ZOOMS = Array.from({ length: MAX_ZOOM - MIN_ZOOM + 1 }, (_, rank) => MIN_ZOOM + rank)
const points = clusteredPoints({ lieux: 1_500, structures: 400, seed: 3 })
const clusters = createClusters(points, () => true)

function sum(counts: Uint32Array): number {
  return counts.reduce((total, count) => total + count, 0)
}

function ranks(marks: Marks): number[] {
  return Array.from(marks.x, (_, rank) => rank)
}

test.each(ZOOMS)('at zoom %i every point is counted once, in its own layer', (zoom) => {
  const marks = clusters.marks(zoom)
  expect(sum(marks.counts.lieu)).toBe(1_500)
  expect(sum(marks.counts.structure)).toBe(400)
  expect(sum(marks.approximate)).toBe(points.filter((point) => point.approximate).length)
})

test('nearer, there are never fewer marks', () => {
  const lengths = ZOOMS.map((zoom) => clusters.marks(zoom).x.length)
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
  expect(lengths.at(-1)).toBeGreaterThan(500)
})

test('a selection hides the others, and their layer is counted apart', () => {
  const kept = points.filter((point) => point.numero % 3 === 0)
  const chosen = createClusters(points, (point) => point.numero % 3 === 0)
  for (const zoom of ZOOMS) {
    const marks = chosen.marks(zoom)
    expect(sum(marks.counts.lieu) + sum(marks.counts.structure)).toBe(kept.length)
  }
  const alone = ranks(chosen.marks(MAX_ZOOM)).flatMap((rank) => readMark(chosen.marks(MAX_ZOOM), rank).alone ?? [])
  expect(alone.length).toBeGreaterThan(100)
  expect(alone.every(({ numero }) => numero % 3 === 0)).toBe(true)
})

test('a mark alone stands where its point is', () => {
  const marks = clusters.marks(MAX_ZOOM)
  for (const rank of ranks(marks)) {
    const { alone } = readMark(marks, rank)
    if (alone === null) continue
    const point = points.find((own) => own.objet === alone.objet && own.numero === alone.numero) as MapPoint
    expect(marks.x[rank]).toBeCloseTo(worldX(point.lon), 9)
    expect(marks.y[rank]).toBeCloseTo(worldY(point.lat), 9)
  }
})

test('a cluster that parts says at which zoom, and where its points are', () => {
  const near: MapPoint[] = [48.85, 48.87].map((lat, rank) => ({
    objet: 'lieu',
    numero: rank,
    lat,
    lon: 2.35,
    approximate: false,
  }))
  const two = createClusters(near, () => true)
  const opening = two.open(8, two.marks(8).id[0] as number)
  expect(opening).toMatchObject({ kind: 'split', bounds: [48.85, 2.35, 48.87, 2.35] })
  const zoom = opening.kind === 'split' ? opening.zoom : Number.NaN
  expect([two.marks(zoom - 1).x.length, two.marks(zoom).x.length]).toEqual([1, 2])
})

test('a cluster of any zoom has as many points as it says, and parts nearer', () => {
  for (const zoom of [MIN_ZOOM, 7, 8, 9, 12]) {
    const marks = clusters.marks(zoom)
    const largest = ranks(marks).reduce((a, b) => (readMark(marks, b).total > readMark(marks, a).total ? b : a), 0)
    const opening = clusters.open(zoom, marks.id[largest] as number)
    if (opening.kind !== 'split') throw new Error(`the largest cluster of zoom ${zoom} does not part`)
    expect(opening.zoom).toBeGreaterThan(zoom)
    const [south, west, north, east] = opening.bounds
    const inside = points.filter(({ lat, lon }) => lat >= south && lat <= north && lon >= west && lon <= east)
    expect(inside.length).toBeGreaterThanOrEqual(readMark(marks, largest).total)
  }
})

test('points on one spot are a list, places before employers', () => {
  const spot = { lat: 48.8566, lon: 2.3522, approximate: true }
  const heap: MapPoint[] = [
    { objet: 'structure', numero: 4, ...spot },
    ...Array.from({ length: 11 }, (_, rank): MapPoint => ({ objet: 'lieu', numero: rank + 1, ...spot })),
  ]
  const one = createClusters(heap, () => true)
  for (const zoom of [MIN_ZOOM, 11, MAX_ZOOM]) {
    const marks = one.marks(zoom)
    expect(readMark(marks, 0)).toEqual({
      counts: { lieu: 11, 'france-services': 0, autre: 0, structure: 1 },
      total: 12,
      alone: null,
    })
    const opening = one.open(zoom, marks.id[0] as number)
    const listed = opening.kind === 'list' ? opening.points.map(({ objet, numero }) => `${objet} ${numero}`) : []
    expect(listed.slice(0, 11).sort()).toEqual(Array.from({ length: 11 }, (_, rank) => `lieu ${rank + 1}`).sort())
    expect(listed[11]).toBe('structure 4')
  }
})

test('a cluster of another filter is refused, and no point at all is no mark', () => {
  const none = createClusters(points, () => false)
  expect(none.marks(6).x.length).toBe(0)
  expect(() => none.open(6, clusters.marks(6).id[0] as number)).toThrow()
})
