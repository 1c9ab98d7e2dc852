import { formatDistance } from '#app/domain/texte/format.ts'
import { isApproximate } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import type { LieuResume } from '#db/lieux.server.ts'
import { type Secours, secoursOf } from '#db/secours.server.ts'

type Seul = Pick<LieuResume, 'telephone' | 'courriels' | 'sitesWeb' | 'precision'>

/**
 * The same places; of one without any contact, and of the nearest to where one is when it has no telephone (around a cell, of any: it may be the nearest), whom to call
 * instead: the nearest of its network, or a France services.
 */
export function withSecours<T extends LieuResume & { distance: string | null; point?: string | null }>(
  db: Db,
  lieux: T[],
) {
  const found = secoursOf(
    db,
    lieux.filter(
      (lieu, rang) => isMuet(lieu) || ((rang === 0 || lieu.point) && lieu.distance !== null && !lieu.telephone),
    ),
  )
  return lieux.map((lieu) => {
    const { voisin, franceServices } = found.get(lieu.numero) ?? { voisin: null, franceServices: null }
    return { ...lieu, secours: secoursDit(voisin ?? franceServices, lieu) }
  })
}

function isMuet({ telephone, courriels, sitesWeb }: Seul): boolean {
  return !telephone && courriels.length === 0 && sitesWeb.length === 0
}

/** With its distance in words: "à 3,2 km". */
export function secoursDit(secours: Secours | null, { precision }: Pick<Seul, 'precision'>) {
  return secours && { ...secours, distance: formatDistance(secours.km, isApproximate(precision)) }
}
