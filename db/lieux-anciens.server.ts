import { eq } from 'drizzle-orm'
import type { Db } from './connect.server.ts'
import { departement, lieuAncien } from './schema.ts'

/** A place of an older file, by the id that it had: `versId` is that of the place that took it over. */
export type LieuAncien = NonNullable<ReturnType<typeof lieuAncienById>>

export function lieuAncienById(db: Db, id: string) {
  const { versId, reseau, nom, communeNom, departementCode, lat, lon, vuLe } = lieuAncien
  const row = db
    .select({ versId, reseau, nom, communeNom, departementCode, departementNom: departement.nom, lat, lon, vuLe })
    .from(lieuAncien)
    .innerJoin(departement, eq(departement.code, departementCode))
    .where(eq(lieuAncien.id, id))
    .get()
  return row ?? null
}
