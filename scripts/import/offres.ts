import type { Valeurs } from '#app/domain/champs.ts'
import type { Db } from '#db/connect.server.ts'
import { OFFRE_VIDE, offre } from '#db/schema.ts'
import { prepareInsert } from './insert.ts'

/** Beyond, what was written is forgotten, and may be written again. */
const MAX = 20_000

/** Writes what places offer, the same only once, and gives its id. */
export function startOffres(db: Db): (valeurs: Valeurs) => number {
  const insert = prepareInsert(db, offre)
  const ids = new Map([['{}', OFFRE_VIDE]])
  return (valeurs) => {
    const text = JSON.stringify(valeurs)
    const known = ids.get(text)
    if (known !== undefined) return known
    if (ids.size >= MAX) ids.clear()
    const id = insert({ valeurs })
    ids.set(text, id)
    return id
  }
}
