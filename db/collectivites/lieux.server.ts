import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { LieuLu } from '#app/domain/collectivites/rapport.ts'
import type { Db } from '../connect.server.ts'
import { lieu, offre, structure } from '../schema.ts'
import type { TerritoireDeCollectivite } from './territoire.server.ts'

/**
 * The places of the LaMednum files on a territory, by name: those of conseillers numériques, and the rows of other
 * networks, which no page lists. France services has a file and a tool of its own.
 */
export function lieuxDuTerritoire(db: Db, { lieux }: TerritoireDeCollectivite): LieuLu[] {
  const { resume, siret, siren, ...l } = getTableColumns(lieu)
  const rows = db
    .select({
      ...{ numero: l.numero, id: l.id, reseau: l.reseau, nom: l.nom, departementCode: l.departementCode },
      ...{ communeCode: l.communeCode, communeNom: l.communeNom, codePostal: l.codePostal, adresse: l.adresse },
      ...{ complementAdresse: l.complementAdresse, lat: l.lat, lon: l.lon, precision: l.precision },
      ...{ telephone: l.telephone, courriels: l.courriels, sitesWeb: l.sitesWeb, horaires: l.horaires },
      ...{ dateMaj: l.dateMaj, source: l.source, resume, siret, siren },
      valeurs: offre.valeurs,
      employeur: structure.nom,
    })
    .from(lieu)
    .innerJoin(offre, eq(offre.id, lieu.offreId))
    .leftJoin(structure, eq(structure.id, lieu.structureId))
    .where(sql`${lieu.numero} in (select l.numero from lieu l where ${lieux}) and ${lieu.reseau} <> 'france-services'`)
    .orderBy(lieu.nom, lieu.numero)
    .all()
  return rows.map(({ valeurs, ...row }) => {
    const { service = [], frais = [], acces = [], accompagnement = [] } = valeurs
    return { ...row, services: service, frais, acces, accompagnement }
  })
}
