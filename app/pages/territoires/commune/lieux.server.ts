import type { AppContext } from '#app/context.ts'
import { distanceKm } from '#app/domain/distance/distance.ts'
import { emptyFilters, type Filters } from '#app/domain/filters.ts'
import { departementsDeTerre, memeTerre } from '#app/domain/territoires/terre.ts'
import { formatDistance } from '#app/domain/texte/format.ts'
import { isApproximate } from '#app/domain/vocabulary.ts'
import { type LieuResume, lieuxByNumeros } from '#db/lieux.server.ts'
import { nearestLieux, select } from '#db/selection.server.ts'
import type { CommuneComplete } from '#db/territoires/communes.server.ts'

export type LieuProche = LieuResume & { km: number; distance: string; environ: boolean }

/**
 * The places nearest to the centre of a commune, outside it, with their distances. Those of its own land only:
 * an island is no neighbour. [] when no centre is known in its department.
 */
export function lieuxAutour(
  { db, instant }: AppContext,
  { code, departementCode, lieux }: CommuneComplete,
  count: number,
): LieuProche[] {
  const filters: Filters = { ...emptyFilters(), commune: code, departement: departementsDeTerre(departementCode) }
  const selection = select(db, filters, instant)
  const { position } = selection
  if (position === null) return []
  // At most `lieux` of these are its own.
  return lieuxByNumeros(db, nearestLieux(selection, lieux + count))
    .filter((lieu) => lieu.communeCode !== code && memeTerre(lieu.departementCode, departementCode))
    .slice(0, count)
    .flatMap((lieu) => {
      const { lat, lon } = lieu
      if (lat === null || lon === null) return []
      const km = distanceKm(position, { lat, lon })
      const environ = position.approchee || isApproximate(lieu.precision)
      return { ...lieu, km, environ, distance: formatDistance(km, environ) }
    })
}
