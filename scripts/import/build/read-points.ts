import { isApproximate, type Precision } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'

/** `Colonnes` in the order of their numbers: 200,000 points as objects weigh more than all the rest. */
export type PointsOfLayer = {
  numero: Int32Array
  /** WGS 84 degrees. */
  lat: Float64Array
  lon: Float64Array
  /** 1 when known below the address. */
  approximate: Uint8Array
  /** Of an employer, else −1. */
  postes: Int32Array
}

/** The points of each layer of the map, an employer whose places are known being on it already. */
const QUERIES = {
  lieu: `SELECT numero, lat, lon, precision, -1 FROM lieu WHERE reseau = 'conseiller-numerique' AND lat IS NOT NULL
    ORDER BY numero`,
  'france-services': `SELECT numero, lat, lon, precision, -1 FROM lieu
    WHERE reseau = 'france-services' AND lat IS NOT NULL ORDER BY numero`,
  autre: `SELECT numero, lat, lon, precision, -1 FROM lieu WHERE reseau = 'autre' AND lat IS NOT NULL ORDER BY numero`,
  structure: `SELECT id, lat, lon, precision, postes FROM structure WHERE lieux = 0 AND postes > 0 AND lat IS NOT NULL ORDER BY id`,
}

export type PointsByLayer = Record<keyof typeof QUERIES, PointsOfLayer>

export function readAllPoints(db: Db): PointsByLayer {
  return {
    lieu: readPoints(db, 'lieu'),
    'france-services': readPoints(db, 'france-services'),
    autre: readPoints(db, 'autre'),
    structure: readPoints(db, 'structure'),
  }
}

type PointRow = [numero: number, lat: number, lon: number, precision: Precision, postes: number]

export function readPoints({ $client }: Db, objet: keyof typeof QUERIES): PointsOfLayer {
  const query = QUERIES[objet]
  const size = $client.prepare<[], number>(`SELECT count(*) FROM (${query})`).pluck().get() as number
  const couche = {
    numero: new Int32Array(size),
    lat: new Float64Array(size),
    lon: new Float64Array(size),
    approximate: new Uint8Array(size),
    postes: new Int32Array(size),
  }
  let rang = 0
  for (const [numero, lat, lon, precision, postes] of $client.prepare<[], PointRow>(query).raw().iterate()) {
    couche.numero[rang] = numero
    couche.lat[rang] = lat
    couche.lon[rang] = lon
    couche.approximate[rang] = isApproximate(precision) ? 1 : 0
    couche.postes[rang] = postes
    rang += 1
  }
  return couche
}
