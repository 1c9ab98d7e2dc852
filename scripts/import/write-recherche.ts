import { foldCommune } from '#app/domain/fold.ts'
import type { Db } from '#db/connect.server.ts'

type Commune = { code: string; nom: string; codesPostaux: readonly string[]; population: number }

/**
 * What the search of communes reads, from communes and departments that are written: the most populated first, so
 * that the order of rows is that of answers.
 */
export function writeRechercheCommunes(db: Db, communes: readonly Commune[]): void {
  const insert = db.$client.prepare(
    `insert into recherche_commune
       (rowid, mots, code, nom, codes_postaux, departement_code, departement_nom, population)
     select ?, ?, c.code, c.nom, ?, d.code, d.nom, c.population
     from commune c join departement d on d.code = c.departement_code where c.code = ?`,
  )
  const sorted = communes.toSorted((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1))
  for (const [rang, { code, nom, codesPostaux }] of sorted.entries()) {
    const folded = foldCommune(nom)
    const postaux = [...new Set(codesPostaux)].sort().join(' ')
    insert.run(rang + 1, `=${folded.replaceAll(' ', '')}= ${folded} ${postaux}`, postaux, code)
  }
  db.$client.exec("insert into recherche_commune (recherche_commune) values ('optimize')")
}
