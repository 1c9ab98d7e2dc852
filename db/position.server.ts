import { type Secteur, secteurOf } from '#app/domain/distance/cellule.ts'
import { discRadiusKm, distanceKm, type Point, toleranceKm } from '#app/domain/distance/distance.ts'
import type { Filters } from '#app/domain/filters.ts'
import { communeOfArrondissement } from '#app/domain/territoires/codes.ts'
import type { Db } from './connect.server.ts'
import { prepared } from './prepared.server.ts'

/** Where one asks to be near to; `approchee`: the point is not its own: the centre of a neighbour, the middle of a cell. */
export type PositionCommune = Secteur & { approchee: boolean }

/** The centre of the arrondissement or of the commune, else that of the most populated commune of its postcode, EPCI, department: one by one. */
const POSITIONS = [
  'select lat, lon from arrondissement where code = ?',
  'select lat, lon from commune where code = ? and lat is not null',
  `select c.lat, c.lon from commune_code_postal p
    join commune_code_postal q on q.code_postal = p.code_postal join commune c on c.code = q.commune_code
    where p.commune_code = ? and c.lat is not null order by c.population desc limit 1`,
  `select c.lat, c.lon from commune moi
    join commune c on c.departement_code = moi.departement_code and c.epci_code = moi.epci_code
    where moi.code = ? and c.lat is not null order by c.population desc limit 1`,
  `select c.lat, c.lon from commune moi join commune c on c.departement_code = moi.departement_code
    where moi.code = ? and c.lat is not null order by c.population desc limit 1`,
]

/** Null when no centre is known in its whole department, or when no commune has this code. */
export function positionOfCommune(db: Db, code: string): PositionCommune | null {
  for (const [rang, sql] of POSITIONS.entries()) {
    const point = prepared<[string], Point>(db, sql).get(code)
    if (point) return { ...point, etendueKm: 0, approchee: rang > 1 }
  }
  return null
}

/** The point that filters ask to be near to: the position given, the middle of a cell, else that of the commune; null when none. */
export function positionOf(db: Db, { lat, lon, commune, cellule }: Filters): PositionCommune | null {
  if (lat !== null && lon !== null) return { lat, lon, etendueKm: 0, approchee: false }
  if (cellule !== null) return { ...secteurOf(cellule), approchee: true }
  return commune === null ? null : positionOfCommune(db, commune)
}

/** The code of the commune of today: an old code, or that of an arrondissement, is followed to it; null when unknown. */
export function currentCommune(db: Db, code: string): { code: string; nom: string } | null {
  const query = prepared<[string, string], { code: string; nom: string }>(
    db,
    `select code, nom from commune where code = ?
     union all select c.code, c.nom from commune_ancienne a join commune c on c.code = a.commune_code
       where a.code = ? limit 1`,
  )
  const followed = communeOfArrondissement(code) ?? code
  return query.get(followed, followed) ?? null
}

/** Half sides in degrees of the boxes searched around a point: nearly every commune, then those of the Guyane forest. */
const BOXES = [0.35, 2.5]
/** Of the mean commune of metropolitan France, where no file gives the surface. */
const SURFACE_KM2 = 16

type Centre = Point & { code: string; nom: string; surfaceKm2: number | null }

/**
 * The commune whose centre is nearest to a point, among those near enough to be believed; null when there is none:
 * the point is not in France.
 */
export function communeNear(db: Db, point: Point): { code: string; nom: string } | null {
  const query = prepared<[number, number, number, number], Centre>(
    db,
    `select code, nom, lat, lon, surface_km2 as surfaceKm2 from commune
     where lat between ? and ? and lon between ? and ?`,
  )
  for (const half of BOXES) {
    const wide = half / Math.max(0.01, Math.cos((point.lat * Math.PI) / 180))
    const centres = query.all(point.lat - half, point.lat + half, point.lon - wide, point.lon + wide)
    const keyed = centres.map((centre) => ({ centre, km: distanceKm(point, centre) }))
    const believed = keyed.filter(({ centre, km }) => km <= toleranceKm(discRadiusKm(centre.surfaceKm2 ?? SURFACE_KM2)))
    const nearest = believed.sort((a, b) => a.km - b.km)[0]
    if (nearest) return { code: nearest.centre.code, nom: nearest.centre.nom }
  }
  return null
}
