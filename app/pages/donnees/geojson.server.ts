import type { Feature, FeatureCollection } from 'geojson'
import { citeSource } from '#app/domain/citations/source-citee.ts'
import { connusOf } from '#app/domain/couverture/comptes.ts'
import { answerJson } from '#app/pages/commun/answer.server.ts'
import { SOURCES_COUVERTURE, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import type { Db } from '#db/connect.server.ts'
import { datesOf } from '#db/sources.server.ts'
import { chiffresDesDepartements } from '#db/territoires.server.ts'
import contours from '../../../data/referentiel/departements.geojson?raw'

/** The outlines of departments, each with its figures by the words of the site; what has no outline has no geometry. */
export function departementsGeojson(db: Db): Response {
  const { features } = JSON.parse(contours) as FeatureCollection
  const outlineOf = new Map(features.map((feature) => [String(feature.properties?.code), feature.geometry]))
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
