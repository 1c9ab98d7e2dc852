import type { Db } from '#db/connect.server.ts'
import * as t from '#db/schema.ts'
import { writeRechercheCommunes } from '#scripts/import/build/write-recherche.ts'
import { writeToponymes } from '#scripts/import/build/write-toponymes.ts'
import { pays } from './pays.ts'
import { COMMUNES } from './pays-territoire.ts'

/** Degrees as on a map; Florac's centre is left unknown, and so is all of La Réunion. */
const CENTRES: Record<string, [lat: number, lon: number]> = {
  '23096': [46.169, 1.872],
  '23008': [45.956, 2.168],
  '23076': [46.176, 2.488],
  '48095': [44.518, 3.501],
  '75056': [48.857, 2.352],
}
const CODES_POSTAUX: Record<string, string[]> = {
  '23096': ['23000'],
  '23008': ['23200'],
  '23076': ['23110'],
  '48095': ['48000'],
  '48061': ['48400'],
  '75056': ['75001', '75002'],
  '97415': ['97411', '97460'],
  '97411': ['97400'],
}

/** The small country with centres, postcodes, an old code, and each of its places at the centre of its commune. */
export function paysSitue(): Db {
  const db = pays()
  const centre = db.$client.prepare('update commune set lat = ?, lon = ? where code = ?')
  const place = db.$client.prepare('update lieu set lat = ?, lon = ? where commune_code = ?')
  for (const [code, [lat, lon]] of Object.entries(CENTRES)) {
    centre.run(lat, lon, code)
    place.run(lat, lon, code)
  }
  for (const [communeCode, codes] of Object.entries(CODES_POSTAUX)) {
    db.insert(t.communeCodePostal)
      .values(codes.map((codePostal) => ({ codePostal, communeCode })))
      .run()
  }
  db.insert(t.communeAncienne).values({ code: '23999', communeCode: '23008' }).run()
  writeRechercheCommunes(
    db,
    COMMUNES.map((commune) => ({ ...commune, codesPostaux: CODES_POSTAUX[commune.code] ?? [] })),
  )
  writeToponymes(db, COMMUNES)
  return db
}
