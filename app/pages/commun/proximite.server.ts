import type { LieuListe } from '#app/components/lieu-resume.tsx'
import { distanceKm, KM_PER_DEGREE, type Point } from '#app/domain/distance/distance.ts'
import { RAYONS } from '#app/domain/filters/table.ts'
import { nearOf } from '#app/domain/filters.ts'
import type { Names } from '#app/domain/parametres/kinds.ts'
import { departementOfCommune } from '#app/domain/territoires/codes.ts'
import { memeTerre } from '#app/domain/territoires/terre.ts'
import { deCommune, formatDistance } from '#app/domain/texte/format.ts'
import { isApproximate } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { lieuxByNumeros } from '#db/lieux.server.ts'
import { communeNear, currentCommune, type PositionCommune } from '#db/position.server.ts'
import { arrondissementOf } from '#db/resolver/arrondissements.server.ts'
import { lieuxRowsWithout, nearestLieux, type Selection } from '#db/selection.server.ts'

/** How many places are shown when none is within the radius. */
export const AU_DELA = 3

export type Placed = Pick<LieuListe, 'precision'> & { lat: number | null; lon: number | null }

/**
 * What nearness adds to a sentence: the commune's name and whether it can be placed, or what a position is near to.
 */
export function namesOf(db: Db, { filters, position }: Selection): Names {
  if (filters.commune === null) return position === null ? {} : { pres: communeNear(db, position)?.nom ?? null }
  const commune = arrondissementOf(db, filters.commune) ?? currentCommune(db, filters.commune)
  return { commune: commune?.nom ?? null, sansPosition: position === null }
}

/** The same places, each with its distance in words ("à 4,2 km du centre de Prades"); null when no position is asked. */
export function withDistances<T extends Placed>({ filters, position }: Selection, names: Names, lieux: T[]) {
  // From a position that was given, or from a neighbour's centre where the commune's own is not known, as it is said.
  const near = names.commune && !position?.approchee ? `du centre ${deCommune(names.commune)}` : nearOf(filters, names)
  return lieux.map((lieu) => {
    const distance = position && near && `${distanceOf(position, lieu) ?? 'à une distance inconnue'} ${near}`
    return { ...lieu, distance: distance || null, point: position?.etendueKm ? pointDit(lieu) : null }
  })
}

function pointDit({ lat, lon, precision }: Placed): string | null {
  return lat === null || lon === null ? null : `${lat} ${lon}${isApproximate(precision) ? ' environ' : ''}`
}

function distanceOf(position: PositionCommune, { lat, lon, precision }: Placed): string | null {
  if (lat === null || lon === null) return null
  return formatDistance(distanceKm(position, { lat, lon }), position.approchee || isApproximate(precision))
}

/** Farther and across a sea, in km, a place is no answer: nobody goes from Papeete to Gourbeyre. */
const MER_KM = 100

/**
 * When nothing is within the radius: the nearest places beyond it, whether they are those that may suit and do not say
 * so (`incertains`), and the smallest radius that would hold one (null when none does). `terre`: the department where one
 * is, when only a sea leads to them: they are left out. Null when no position is asked.
 */
export function beyond(db: Db, selection: Selection, names: Names) {
  const { filters, position } = selection
  if (position === null) return null
  const terre = departementDe(db, selection, position)
  const proches = lieuxByNumeros(db, nearestLieux(selection, AU_DELA)).filter(
    ({ departementCode, ...lieu }) =>
      terre === null || memeTerre(terre, departementCode) || distanceKm(position, lieu as Point) <= MER_KM,
  )
  const lieux = withDistances(selection, names, proches)
  const [first] = lieux
  const km = first ? distanceKm(position, first as Point) : Number.POSITIVE_INFINITY
  // None states the services that are asked: these may offer them.
  const incertains = lieuxRowsWithout(selection, 'commune').length === 0
  return {
    lieux,
    incertains,
    rayon: RAYONS.find((rayon) => rayon > filters.rayon && rayon >= km + position.etendueKm) ?? null,
    terre: first || terre === null ? null : { code: terre, nom: departementNoms(db).get(terre) ?? terre },
  }
}

/** The department of the position asked for; null when it is not in France. */
function departementDe(db: Db, { filters: { commune } }: Selection, position: Point): string | null {
  const near = commune ?? communeNear(db, position)?.code
  return near ? departementOfCommune(near) : null
}

/** What the map frames: [south, west, north, east] of the circle, made to hold the points given; null without one. */
export function zoneOf({ filters, position }: Selection, held: readonly { lat: number | null; lon: number | null }[]) {
  if (position === null) return null
  const { lat, lon } = position
  const dLat = filters.rayon / KM_PER_DEGREE
  const dLon = Math.min(180, dLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180)))
  const lats = [lat - dLat, lat + dLat, ...held.flatMap((point) => point.lat ?? [])]
  const lons = [lon - dLon, lon + dLon, ...held.flatMap((point) => point.lon ?? [])]
  const zone = [Math.min(...lats), Math.min(...lons), Math.max(...lats), Math.max(...lons)]
  return zone.map((degrees) => Math.round(degrees * 1000) / 1000) as [number, number, number, number]
}
