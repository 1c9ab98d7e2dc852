import { geoArea } from 'd3-geo'
import type { Position } from 'geojson'
import type { Contour } from './france.server.ts'

type Side = [from: Position, to: Position]

/**
 * The outline of several departments together: sides that two of them share, walked once each way, go away. It needs
 * outlines that share their points, which those of data/referentiel do.
 */
export function mergeOutlines(contours: readonly Contour[], properties: Contour['properties']): Contour {
  const sides = new Map<string, Side>()
  for (const [from, to] of contours.flatMap(sidesOf)) {
    if (!sides.delete(`${to}|${from}`)) sides.set(`${from}|${to}`, [from, to])
  }
  const coordinates = polygonsOf(chain([...sides.values()]))
  return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } }
}

/** A ring wound the other way is a hole, such as the canton of Valréas in the Drôme; France has them on the mainland only. */
function polygonsOf(rings: Position[][]): Position[][][] {
  const areaOf = (ring: Position[]) => geoArea({ type: 'Polygon', coordinates: [ring] })
  const isHole = (ring: Position[]) => areaOf(ring) > 2 * Math.PI
  const [mainland, ...islands] = rings.filter((ring) => !isHole(ring)).sort((a, b) => areaOf(b) - areaOf(a))
  if (mainland === undefined) return []
  return [[mainland, ...rings.filter(isHole)], ...islands.map((ring) => [ring])]
}

function sidesOf({ geometry }: Contour): Side[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.flat().flatMap((ring) => ring.slice(1).map((to, rang): Side => [ring[rang] ?? to, to]))
}

/** Sides end to end, as closed rings. */
function chain(sides: Side[]): Position[][] {
  const leaving = new Map<string, Side[]>()
  for (const side of sides) leaving.set(String(side[0]), [...(leaving.get(String(side[0])) ?? []), side])
  const rings: Position[][] = []
  for (const [start] of sides) {
    const ring = [start]
    for (let side = leaving.get(String(start))?.pop(); side; side = leaving.get(String(side[1]))?.pop())
      ring.push(side[1])
    if (ring.length > 1) rings.push(ring)
  }
  return rings
}
