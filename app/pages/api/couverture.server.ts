import type { CleChiffre } from '#app/domain/chiffres/table.ts'
import { chiffresJson } from '#app/domain/chiffres.ts'
import { type Cellule, chiffresOf, sumComptes, type Territoire } from '#app/domain/couverture/comptes.ts'
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

const COMPTES = [
  ...(['postes', 'structures', 'lieux', 'population', 'investissement'] as const),
  ...(['postes-10000', 'lieux-10000'] as const),
] satisfies CleChiffre[]
const DISTANCES = ['a-5-km', 'a-10-km', 'a-20-km', 'couvert'] as const satisfies CleChiffre[]

/** A department or territory, in the words of the API. */
export function departementJson({ code, nom, region, cellules }: Territoire) {
  const { population, ...chiffres } = chiffresJson(chiffresOf(cellules), [...COMPTES, ...DISTANCES])
  return { code, nom, region, population, ...chiffres }
}

/** The country: the four classes sum to it. */
export function nationalJson(cellules: readonly Cellule[]) {
  const parClasse = RURALITES.map((ruralite) => {
    const siens = cellules.filter((cellule) => cellule.ruralite === ruralite)
    return [ruralite, jsonOf(siens, [...COMPTES, ...DISTANCES])] as const
  })
  return { ...jsonOf(cellules, COMPTES), ruralite: Object.fromEntries(parClasse), ...jsonOf(cellules, DISTANCES) }
}

/** A class may have nobody: its population is then zero, not unknown. */
function jsonOf(cellules: readonly Cellule[], cles: readonly CleChiffre[]) {
  const { population } = sumComptes(cellules)
  return chiffresJson({ ...chiffresOf(cellules), population }, cles)
}
