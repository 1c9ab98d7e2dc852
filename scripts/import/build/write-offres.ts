import type { Valeurs } from '#app/domain/lieu/champs.ts'
import type { Db } from '#db/connect.server.ts'
import { OFFRE_VIDE, offre } from '#db/schema.ts'
import { prepareInsert } from './prepare-insert.ts'

/** Writes what places offer, the same only once, and gives its id. */
export function startOffres(db: Db): (valeurs: Valeurs) => number {
  const insert = prepareInsert(db, offre)
  const ids = new Map([['{}', OFFRE_VIDE]])
  return (valeurs) => {
    const text = JSON.stringify(valeurs)
    const id = ids.get(text) ?? insert({ valeurs })
    ids.set(text, id)
    return id
  }
}
