import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { citeSource } from '#app/domain/citations/source-citee.ts'
import { connusOf } from '#app/domain/couverture/comptes.ts'
import { answerJson } from '#app/pages/commun/answer.server.ts'
import { SOURCES_COUVERTURE, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import type { Db } from '#db/connect.server.ts'
import { datesOf } from '#db/sources.server.ts'
import { chiffresDesDepartements } from '#db/territoires.server.ts'
import contours from '../../../data/referentiel/departements.geojson?raw'

let outlines: Map<string, Geometry> | undefined

/** The outline of each department by its code, its rings by the right hand as RFC 7946 asks. */
export function contoursDepartements(): ReadonlyMap<string, Geometry> {
  outlines ??= new Map(
    (JSON.parse(contours) as FeatureCollection<Polygon | MultiPolygon>).features.map(({ properties, geometry }) => [
      String(properties?.code),
      rightHanded(geometry),
    ]),
  )
  return outlines
}

function rightHanded(geometry: Polygon | MultiPolygon): Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(turned) }
  return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(turned)) }
}

/** An outer ring turns to the left, the hole in it to the right. */
function turned(ring: Position[], rang: number): Position[] {
  const isLeft = signedArea(ring) > 0
  return isLeft === (rang === 0) ? ring : [...ring].reverse()
}

function signedArea(ring: readonly Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], rang) => {
    const [nextX = 0, nextY = 0] = ring[(rang + 1) % ring.length] ?? []
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}

/** The outlines of departments, each with its figures by the words of the site; what has no outline has no geometry. */
export function departementsGeojson(db: Db): Response {
  const outlineOf = contoursDepartements()
  const dates = datesOf(db)
  const { lieux, structures, recensement } = dates
  const collection = {
    type: 'FeatureCollection',
    sources: sourcesDes(db, SOURCES_COUVERTURE).map(citeSource),
    features: chiffresDesDepartements(db).map(({ code, nom, region, cellules }) => ({
      type: 'Feature',
      geometry: outlineOf.get(code) ?? null,
      properties: { code, nom, region, ...connusOf(cellules), lieux_au: lieux, postes_au: structures, recensement },
    })) as unknown as Feature[],
  }
  return answerJson(collection, 'application/geo+json; charset=utf-8')
}
