import { type CleChiffre, chiffreOf } from '#app/domain/chiffres/table.ts'
import { chiffresJson } from '#app/domain/chiffres.ts'
import { type Cellule, chiffresOf, sumComptes } from '#app/domain/couverture/comptes.ts'
import { RURALITES } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { currentSource, sourcesOf } from '#db/sources.server.ts'

export const COMPTES = [
  ...(['postes', 'structures', 'lieux', 'population', 'investissement'] as const),
  ...(['postes-10000', 'lieux-10000'] as const),
] satisfies CleChiffre[]
export const DISTANCES = ['a-5-km', 'a-10-km', 'a-20-km', 'couvert'] as const satisfies CleChiffre[]
export const TERRITOIRE = [...COMPTES, ...DISTANCES] satisfies CleChiffre[]

/** Where figures of coverage come from: places, posts, inhabitants, classes. */
export function sourcesCouverture(db: Db) {
  return (['lieux', 'structures', 'communes', 'densite'] as const).flatMap((kind) => sourcesOf(db, kind))
}

/** The figures of a territory, in the words of the API. */
export function territoireJson(db: Db, cellules: readonly Cellule[]): Record<string, unknown> {
  return ecrits(db, chiffresOf(cellules), TERRITOIRE)
}

/** A territory and its four classes, that sum to it. */
export function parClasseJson(db: Db, cellules: readonly Cellule[]): Record<string, unknown> {
  const parClasse = RURALITES.map((ruralite) => {
    const siens = cellules.filter((cellule) => cellule.ruralite === ruralite)
    return [ruralite, jsonOf(db, siens, TERRITOIRE)] as const
  })
  return {
    ...jsonOf(db, cellules, COMPTES),
    ruralite: Object.fromEntries(parClasse),
    ...jsonOf(db, cellules, DISTANCES),
  }
}

/** A class may have nobody: its population is then zero, not unknown. */
function jsonOf(db: Db, cellules: readonly Cellule[], cles: readonly CleChiffre[]) {
  const { population } = sumComptes(cellules)
  return ecrits(db, { ...chiffresOf(cellules), population }, cles)
}

/** What an absent file would say is unknown, never zero. */
function ecrits(db: Db, chiffres: Parameters<typeof chiffresJson>[0], cles: readonly CleChiffre[]) {
  const connus = Object.fromEntries(cles.map((cle) => [cle, isInconnu(db, cle) ? null : (chiffres[cle] ?? null)]))
  return chiffresJson(connus, cles)
}

const NECESSAIRES = ['lieux', 'structures', 'france-services'] as const

export function isInconnu(db: Db, cle: CleChiffre): boolean {
  return NECESSAIRES.some((kind) => chiffreOf(cle).fichiers.includes(kind) && currentSource(db, kind) === null)
}
