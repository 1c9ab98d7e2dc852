import { sql } from 'drizzle-orm'
import type { Db } from '#db/connect.server.ts'
import * as t from '#db/schema.ts'
import { writeDistances } from '#scripts/import/build/write-distances.ts'
import { paysSitue } from './pays-situe.ts'

/**
 * The small country as an import leaves it: populations that add up, distances, investment. One more commune of
 * Lozère, 35 km from any place; and Polynésie, which has posts, a town and no place at all.
 */
export function paysCouvert(): Db {
  const db = paysSitue()
  db.insert(t.region).values({ code: '987', nom: 'Polynésie française' }).run()
  const polynesie = { code: '987', nom: 'Polynésie française', regionCode: '987', population: 0 }
  db.insert(t.departement).values(polynesie).run()
  const commune = { ruraliteEstimee: false, frr: null }
  const communes = [
    {
      ...commune,
      code: '48198',
      nom: 'Villefort',
      departementCode: '48',
      population: 600,
      densite: 7,
      ruralite: 'rural' as const,
      lat: 44.44,
      lon: 3.933,
    },
    {
      ...commune,
      code: '98735',
      nom: 'Papeete',
      departementCode: '987',
      population: 26000,
      ruralite: 'inconnue' as const,
      lat: -17.535,
      lon: -149.57,
    },
  ]
  db.insert(t.commune).values(communes).run()
  const poste = {
    id: 7,
    sourceId: 1,
    line: 7,
    nom: 'Ville de Papeete',
    departementCode: '987',
    communeCode: '98735',
    ruralite: 'inconnue' as const,
    nombre: 2,
  }
  db.insert(t.poste).values(poste).run()
  db.run(
    sql`update departement set population = (select sum(population) from commune where departement_code = departement.code)`,
  )
  db.run(sql`update poste set investissement = nombre * 50000 where source_id = 1 and departement_code <> '974'`)
  writeDistances(db)
  return db
}
