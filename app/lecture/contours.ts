import { geoContains } from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { distanceKm, latitudeReach, type Point } from '#app/domain/distance/distance.ts'

type Contour = Feature<Polygon | MultiPolygon, { code: string }>

/** Outlines of departments, asked whether they hold a point. */
export type Contours = {
  /** True within `marginKm` of the outline; a territory without outline accepts any point. */
  contains: (departement: string, point: Point, marginKm: number) => boolean
  /** The department that holds the point, else the nearest within `marginKm`, else null. */
  departementAt: (point: Point, marginKm: number) => string | null
}

export function buildContours(geojson: FeatureCollection): Contours {
  const contours = (geojson.features as Contour[]).map((feature) => ({ feature, box: boxOf(feature) }))
  const byCode = new Map(contours.map((one) => [one.feature.properties.code, one]))

  function near({ feature, box }: (typeof contours)[0], point: Point, marginKm: number): number {
    const margin = latitudeReach(marginKm)
    if (point.lat < box.south - margin || point.lat > box.north + margin) return Number.POSITIVE_INFINITY
    // A degree of longitude is at least 50 km below 63° of latitude.
    if (point.lon < box.west - marginKm / 50 || point.lon > box.east + marginKm / 50) return Number.POSITIVE_INFINITY
    if (geoContains(feature, [point.lon, point.lat])) return 0
    return distanceToEdge(feature, point)
  }

  return {
    contains(departement, point, marginKm) {
      const contour = byCode.get(departement)
      return contour === undefined || near(contour, point, marginKm) <= marginKm
    },
    departementAt(point, marginKm) {
      const best = contours
        .map((contour) => ({ code: contour.feature.properties.code, km: near(contour, point, marginKm) }))
        .sort((a, b) => a.km - b.km)[0]
      return best && best.km <= marginKm ? best.code : null
    },
  }
}

function rings({ geometry }: Contour): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

function boxOf(feature: Contour) {
  const positions = rings(feature).flat()
  const lons = positions.map(([lon]) => lon as number)
  const lats = positions.map(([, lat]) => lat as number)
  return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) }
}

/** Km to the nearest edge, on a plane tangent at the point: exact enough for 10 km. */
function distanceToEdge(feature: Contour, point: Point): number {
  const scale = Math.cos((point.lat * Math.PI) / 180)
  let best = Number.POSITIVE_INFINITY
  for (const ring of rings(feature)) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax = 0, ay = 0] = ring[i - 1] as Position
      const [bx = 0, by = 0] = ring[i] as Position
      const dx = (bx - ax) * scale
      const dy = by - ay
      const px = (point.lon - ax) * scale
      const py = point.lat - ay
      const length = dx * dx + dy * dy
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
      const nearest = { lat: ay + t * dy, lon: ax + t * (bx - ax) }
      best = Math.min(best, distanceKm(point, nearest))
    }
  }
  return best
}
