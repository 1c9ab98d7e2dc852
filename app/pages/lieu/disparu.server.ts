import { redirect } from '@remix-run/node'
import type { AppContext } from '#app/context.ts'
import { distanceKm } from '#app/domain/distance/distance.ts'
import { emptyFilters } from '#app/domain/filters.ts'
import { departementsDeTerre, memeTerre } from '#app/domain/territoires/terre.ts'
import { formatDistance } from '#app/domain/texte/format.ts'
import { isApproximate } from '#app/domain/vocabulary.ts'
import { lieuAncienById, lieuxByNumeros } from '#db/lieux.server.ts'
import { nearestLieux, select } from '#db/selection.server.ts'

const PROCHES = 5

/**
 * What an address of an older file leads to: the place that took it over (301, thrown), or what is known of a place
 * that is gone with the nearest ones (410). Null for an address that never was.
 */
export function lieuDisparu(context: AppContext, id: string) {
  const ancien = lieuAncienById(context.db, id)
  if (ancien === null) return null
  if (ancien.versId !== null) throw redirect(`/lieux/${ancien.versId}`, 301)
  return { ...ancien, proches: prochesDe(context, ancien) }
}

export type LieuDisparu = NonNullable<ReturnType<typeof lieuDisparu>>

type Situe = { lat: number | null; lon: number | null; departementCode: string }

/** Those of its own land only: an island is no neighbour. */
function prochesDe({ db, instant }: AppContext, { lat, lon, departementCode }: Situe) {
  if (lat === null || lon === null) return []
  const point = { lat, lon }
  const filters = { ...emptyFilters(), departement: departementsDeTerre(departementCode), ...point }
  const proches = lieuxByNumeros(db, nearestLieux(select(db, filters, instant), PROCHES))
  const surPlace = proches.filter((lieu) => memeTerre(lieu.departementCode, departementCode))
  return surPlace.map((lieu) => {
    const km = distanceKm(point, { lat: lieu.lat ?? 0, lon: lieu.lon ?? 0 })
    return { ...lieu, distance: formatDistance(km, isApproximate(lieu.precision)) }
  })
}
