import type { Db } from '#db/connect.server.ts'
import * as t from '#db/schema.ts'
import { writePoints } from '#scripts/import/build/write-points.ts'
import { insertLieux, lieuRow } from './database.ts'
import { paysSitue } from './pays-situe.ts'

const common = { reseau: 'france-services', source: 'France services', dateMaj: null } as const
const PLAGES = Array.from({ length: 7 }, (_, jour) => ({ debut: jour * 1440, fin: (jour + 1) * 1440 }))

/** The small country with its France services: Guéret's, and one more in each of Aubusson, Mende and Saint-Denis. */
export async function paysFranceServices(): Promise<Db> {
  const db = paysSitue()
  insertLieux(db, [
    lieuRow({
      ...common,
      numero: 12,
      departementCode: '23',
      communeCode: '23008',
      communeNom: 'Aubusson',
      nom: 'Bus France services d’Aubusson',
      ruralite: 'rural',
      lat: 45.956,
      lon: 2.168,
      telephone: '+33535301234',
      itinerant: true,
      horaires: 'tous les jours',
      // Open day and night: only the unknown date keeps it from being said.
      semaine: { plages: PLAGES, feries: null, texte: null },
    }),
    lieuRow({
      ...common,
      numero: 13,
      departementCode: '48',
      communeCode: '48095',
      nom: 'France services de Mende',
      lat: 44.518,
      lon: 3.501,
    }),
    lieuRow({ ...common, numero: 14, departementCode: '974', nom: 'France services de Saint-Denis' }),
  ])
  db.delete(t.document).run()
  await writePoints(db)
  return db
}
