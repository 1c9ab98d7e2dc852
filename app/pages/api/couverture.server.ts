import { type Cellule, sumComptes, type Territoire } from '#app/domain/couverture/comptes.ts'
import { part, pour10000 } from '#app/domain/taux.ts'
import { RURALITES } from '#app/domain/vocabulary.ts'
import { refuseUnknown } from '#app/pages/commun/answer.server.ts'
import type { Db } from '#db/connect.server.ts'
import { sourcesOf } from '#db/sources.server.ts'

/** The refusal of a request that asks for anything: these answers take no parameter. Null otherwise. */
export function refuseParams(request: Request): Response | null {
  return refuseUnknown(new URL(request.url).searchParams)
}

/** Where figures of coverage come from: places, posts, inhabitants, classes. */
export function sourcesCouverture(db: Db) {
  return (['lieux', 'structures', 'communes', 'densite'] as const).flatMap((kind) => sourcesOf(db, kind))
}

/** A department or territory, in the words of the API. */
export function departementJson({ code, nom, region, cellules }: Territoire) {
  const { population, ...counts } = countsOf(cellules)
  return { code, nom, region, population: population || null, ...counts, ...distanceOf(cellules) }
}

/** The country: the four classes sum to it. */
export function nationalJson(cellules: readonly Cellule[]) {
  const parClasse = RURALITES.map((ruralite) => {
    const siens = cellules.filter((cellule) => cellule.ruralite === ruralite)
    return [ruralite, { ...countsOf(siens), ...distanceOf(siens) }] as const
  })
  return { ...countsOf(cellules), ruralite: Object.fromEntries(parClasse), ...distanceOf(cellules) }
}

/** Rates have two decimals. */
function countsOf(cellules: readonly Cellule[]) {
  const { postes, structures, lieux, population, investissement } = sumComptes(cellules)
  return {
    ...{ postes, structures, lieux, population, investissement },
    postes_pour_10000: pour10000(postes, population),
    lieux_pour_10000: pour10000(lieux, population),
  }
}

/** Share of the inhabitants with a place within so many km, 0 to 1, and the share that this is computed on. */
function distanceOf(cellules: readonly Cellule[]) {
  const { proches, situes, population } = sumComptes(cellules)
  const within = (km: 5 | 10 | 20) => part(proches[km], situes, 4)
  return {
    distance: { 5: within(5), 10: within(10), 20: within(20) },
    distance_calculee_sur: part(situes, population, 4),
  }
}
