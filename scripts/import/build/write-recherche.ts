import { foldCommune } from '#app/domain/texte/fold.ts'
import type { Db } from '#db/connect.server.ts'

type CommuneCherchee = { code: string; nom: string; codesPostaux: readonly string[]; population: number }

/**
 * What the search of communes reads, from communes and departments that are written: the most populated first, so
 * that the order of rows is that of answers.
 */
export function writeRechercheCommunes({ $client }: Db, communes: readonly CommuneCherchee[]): void {
  const departements = new Map(
    $client
      .prepare<[], [commune: string, code: string, nom: string]>(
        'SELECT c.code, d.code, d.nom FROM commune c JOIN departement d ON d.code = c.departement_code',
      )
      .raw()
      .all()
      .map(([commune, ...departement]) => [commune, departement]),
  )
  const insert = $client.prepare(
    `INSERT INTO recherche_commune
       (rowid, mots, code, nom, codes_postaux, departement_code, departement_nom, population)
     VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS INTEGER))`,
  )
  const sorted = communes.toSorted((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1))
  for (const [rang, { code, nom, codesPostaux, population }] of sorted.entries()) {
    const departement = departements.get(code)
    if (!departement) continue
    const folded = foldCommune(nom)
    const postaux = [...new Set(codesPostaux)].sort().join(' ')
    const mots = `=${folded.replaceAll(' ', '')}= ${folded} ${postaux}`
    insert.run(rang + 1, mots, code, nom, postaux, ...departement, population)
  }
  $client.exec("INSERT INTO recherche_commune (recherche_commune) VALUES ('optimize')")
}
