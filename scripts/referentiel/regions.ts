import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { merge } from 'topojson-client'
import { topology } from 'topojson-server'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type DepartementOutline, windForD3 } from '#scripts/referentiel/outlines.ts'

export type RegionOutline = Feature<MultiPolygon, { code: string; nom: string }> & { id: string }

type Departements = { all: GeometryCollection }

/**
 * The outline of each region of which a department has one, sorted by code. `regionOf`: the region of a department, by
 * their codes. The outlines of departments share their points: sides within a region go away.
 */
export function mergeRegions(
  outlines: readonly DepartementOutline[],
  regions: readonly { code: string; nom: string }[],
  regionOf: ReadonlyMap<string, string>,
): RegionOutline[] {
  const collection: FeatureCollection<Polygon | MultiPolygon> = { type: 'FeatureCollection', features: [...outlines] }
  const whole = topology({ all: collection }) as unknown as Topology<Departements>
  return [...regions]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({ code, nom }) => {
      const own = whole.objects.all.geometries.filter(({ id }) => regionOf.get(String(id)) === code)
      const { coordinates } = merge(whole, own as Parameters<typeof merge>[1])
      const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: coordinates.map(windForD3) }
      return own.length === 0 ? [] : [{ type: 'Feature', id: code, properties: { code, nom }, geometry }]
    })
}
