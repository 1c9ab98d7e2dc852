import { foldCommune } from '#app/domain/fold.ts'
import type { Db } from '#db/connect.server.ts'

type Commune = { code: string; nom: string; codesPostaux: readonly string[]; population: number }

/** What the search of communes reads: the most populated first, so that the order of rows is that of answers. */
export function writeRechercheCommunes(db: Db, communes: readonly Commune[]): void {
  const insert = db.$client.prepare(
    'insert into recherche_commune (rowid, entier, nom, codes_postaux, code) values (?, ?, ?, ?, ?)',
  )
  const sorted = communes.toSorted((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1))
  for (const [rang, { code, nom, codesPostaux }] of sorted.entries()) {
    const folded = foldCommune(nom)
    insert.run(rang + 1, folded.replaceAll(' ', ''), folded, [...new Set(codesPostaux)].join(' '), code)
  }
  db.$client.exec("insert into recherche_commune (recherche_commune) values ('optimize')")
}
