import { geoArea, geoBounds, geoContains } from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { Objects, Topology } from 'topojson-specification'
import { EARTH_RADIUS_KM } from '#app/domain/distance/distance.ts'
import { departementOfCommune } from '#app/domain/territoires/codes.ts'
import type { Outline, Town } from '#scripts/referentiel/packages.ts'

// In square degrees, as topojson-simplify weighs triangles: 101 departments then fit 150 kB.
const MIN_WEIGHT = 2e-4
const DECIMALS = 3

// Paris: its coarse outline holds one chief town of its own and several of its neighbours'.
const BY_HAND: Record<string, string> = { 'FR-VP': '75' }

export type DepartementOutline = Feature<Polygon | MultiPolygon, { code: string; nom: string }> & { id: string }

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

function signedArea(ring: Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], i) => {
    const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? []
    return sum + (x * y2 - x2 * y) / 2
  }, 0)
}

/** Rings as d3-geo wants them: the outer one clockwise, holes the other way (RFC 7946 says the opposite). */
export function windForD3(polygon: Position[][]): Position[][] {
  return polygon.map((ring, i) => (signedArea(ring) > 0 === (i === 0) ? [...ring].reverse() : ring))
}

function toGeometry(polygons: Position[][][]): Polygon | MultiPolygon {
  const [only] = polygons
  return polygons.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function departementWithMostTowns(geometry: Polygon | MultiPolygon, towns: Map<string, Town>): string | undefined {
  const outline = toGeometry(polygonsOf(geometry).map(windForD3))
  const [[west, south], [east, north]] = geoBounds(outline)
  const counts = new Map<string, number>()
  for (const [code, { loc }] of towns) {
    const [lon, lat] = loc.coordinates
    if (lon < west || lon > east || lat < south || lat > north || !geoContains(outline, loc.coordinates)) continue
    const departement = departementOfCommune(code)
    counts.set(departement, (counts.get(departement) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}

function roundRing(ring: Position[]): Position[] {
  const rounded = ring.map((point) => point.map((value) => Number(value.toFixed(DECIMALS))))
  return rounded.filter((point, i) => i === 0 || String(point) !== String(rounded[i - 1]))
}

// Simplifying flattens the smallest islands to a line: what has no surface any more is not drawn.
function tidy(polygons: Position[][][]): Position[][][] {
  return polygons
    .map((polygon) => polygon.map(roundRing).filter((ring) => ring.length >= 4 && signedArea(ring) !== 0))
    .filter((polygon) => polygon.length > 0)
    .map(windForD3)
}

type Coded = Feature<Polygon | MultiPolygon, { code: string }>

function simplifyTogether(features: Coded[]): Coded[] {
  const collection: FeatureCollection = { type: 'FeatureCollection', features }
  // The typings of topojson-server and topojson-simplify disagree on what a topology's objects carry.
  const whole = topology({ all: collection }) as Topology<Objects<{ code: string }>>
  const simple = simplify(presimplify(whole), MIN_WEIGHT)
  return (feature(simple, 'all') as unknown as { features: Coded[] }).features
}

/**
 * The departments' outlines, simplified together so that neighbours keep one common border, sorted by code.
 * `towns` is the centre of each commune by commune code: it tells which department an outline is.
 */
export function buildOutlines(
  outlines: Outline[],
  towns: Map<string, Town>,
  noms: Map<string, string>,
): DepartementOutline[] {
  const features = outlines.map(({ region, geometry }): Coded => {
    const code = BY_HAND[region] ?? departementWithMostTowns(geometry, towns)
    if (!code) throw new Error(`${region}.json: no town falls inside this outline, add it to BY_HAND`)
    return { type: 'Feature', properties: { code }, geometry }
  })
  const polygons = new Map<string, Position[][][]>()
  for (const { properties, geometry } of simplifyTogether(features)) {
    polygons.set(properties.code, [...(polygons.get(properties.code) ?? []), ...tidy(polygonsOf(geometry))])
  }
  return [...polygons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, coordinates]) => ({
      type: 'Feature',
      id: code,
      properties: { code, nom: noms.get(code) ?? code },
      geometry: toGeometry(coordinates),
    }))
}

/** Surface in km² on a sphere of the Earth's mean radius, rounded; coarse outlines make it an approximation. */
export function surfaceKm2(outline: DepartementOutline): number {
  return Math.round(geoArea(outline) * EARTH_RADIUS_KM ** 2)
}
