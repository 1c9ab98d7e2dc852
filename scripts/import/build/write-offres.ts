import { CHAMP_NAMES, type Valeurs } from '#app/domain/lieu/champs.ts'
import type { Db } from '#db/connect.server.ts'
import { OFFRE_VIDE, offre } from '#db/schema.ts'
import { prepareInsert } from './prepare-insert.ts'

/** Beyond, what was written is forgotten, and may be written again. */
const MAX = 20_000

/** Writes what places offer, the same only once, and gives its id. */
export function startOffres(db: Db): (valeurs: Valeurs) => number {
  const insert = prepareInsert(db, offre)
  const byText = startRemembering((_: string, valeurs: Valeurs) => insert({ valeurs }))
  byText.set('{}', OFFRE_VIDE)
  // Equal cells are read as one list: which lists they are tells faster than what they say.
  const byLists = startRemembering((_: string, valeurs: Valeurs) => byText.get(JSON.stringify(valeurs), valeurs))
  const numeros = new WeakMap<readonly string[], number>()
  let last = 0

  function numeroOf(list: readonly string[]): number {
    const known = numeros.get(list)
    if (known !== undefined) return known
    last += 1
    numeros.set(list, last)
    return last
  }

  return (valeurs) => {
    let key = ''
    for (const champ of CHAMP_NAMES) key += valeurs[champ] ? `${numeroOf(valeurs[champ])},` : ','
    return byLists.get(key, valeurs)
  }
}

/** Ids by a text, made when it is first asked for. */
function startRemembering(make: (key: string, valeurs: Valeurs) => number) {
  const ids = new Map<string, number>()
  function set(key: string, id: number): number {
    if (ids.size >= MAX) ids.clear()
    ids.set(key, id)
    return id
  }
  return { set, get: (key: string, valeurs: Valeurs) => ids.get(key) ?? set(key, make(key, valeurs)) }
}
