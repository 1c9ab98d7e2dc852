import { sql } from 'drizzle-orm'
import type { ChampSuivi, LieuArriveOuParti, LieuMisAJour, LieuModifie } from '#app/domain/collectivites/changements.ts'
import type { TypeTerritoire } from '#app/domain/collectivites/vues.ts'
import type { LignePostes } from '#app/domain/evolution/suivi.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import type { Db } from '../connect.server.ts'
import type { TerritoireDeCollectivite } from './territoire.server.ts'

type HistoriqueRow = [
  sourceId: number,
  siret: string | null,
  nom: string,
  type: string | null,
  departement: string,
  commune: string | null,
  communeNom: string | null,
  ruralite: Ruralite,
  nombre: number,
  structureId: number | null,
]

/** The posts of a territory in each structures file, older ones included, by the file's id. */
export function postesDuTerritoire(db: Db, { historique }: TerritoireDeCollectivite): Map<number, LignePostes[]> {
  const rows = db.values<HistoriqueRow>(sql`
    select p.source_id, p.siret, p.nom, p.type, p.departement_code, p.commune_code, c.nom, p.ruralite, p.nombre,
      p.structure_id
    from source f join poste p on p.source_id = f.id left join commune c on c.code = p.commune_code
    where f.kind = 'structures' and ${historique} order by p.source_id, p.line`)
  const found = new Map<number, LignePostes[]>()
  for (const [sourceId, siret, nom, type, departement, commune, communeNom, ruralite, nombre, structureId] of rows) {
    const own = found.get(sourceId) ?? []
    found.set(sourceId, own)
    own.push({ siret, nom, type, departement, commune, communeNom, ruralite, nombre, structureId })
  }
  return found
}

/** The places of a territory that came or went, by the archive's files of places; an employer's own are not known once gone. */
export function lieuxArrivesOuPartis(
  db: Db,
  { type, lieux }: Pick<TerritoireDeCollectivite, 'lieux'> & { type?: TypeTerritoire },
): LieuArriveOuParti[] {
  const arrives = db.values<[string, string, string | null, string]>(sql`
    select l.id, l.nom, l.commune_nom, l.vu_depuis from lieu l
    where l.vu_depuis is not null and l.reseau = 'conseiller-numerique' and ${lieux} order by l.id`)
  const partis =
    type === 'structure'
      ? []
      : db.values<[string, string, string | null, string, string | null]>(sql`
          select l.id, l.nom, l.commune_nom, l.disparu_le, l.vers_id from lieu_ancien l
          where l.reseau = 'conseiller-numerique' and ${lieux} order by l.id`)
  return [
    ...arrives.map(([id, nom, communeNom, date]) => ({ id, nom, communeNom, date, parti: false, versId: null })),
    ...partis.map(([id, nom, communeNom, date, versId]) => ({ id, nom, communeNom, date, parti: true, versId })),
  ]
}

/** The places whose listing was changed last, `limit` at most, none after `jusquAu` (YYYY-MM-DD): a date to come is no date. */
export function lieuxMisAJour(
  db: Db,
  { lieux }: Pick<TerritoireDeCollectivite, 'lieux'>,
  { jusquAu, limit }: { jusquAu: string; limit: number },
): LieuMisAJour[] {
  const rows = db.values<[string, string, string | null, string]>(sql`
    select l.id, l.nom, l.commune_nom, l.date_maj from lieu l
    where l.reseau = 'conseiller-numerique' and l.date_maj <= ${jusquAu} and ${lieux}
    order by l.date_maj desc, l.id limit ${limit}`)
  return rows.map(([id, nom, communeNom, date]) => ({ id, nom, communeNom, date }))
}

/** The places of which a list says something otherwise than the one before, the latest first, `limit` at most. */
export function lieuxModifies(
  db: Db,
  { lieux }: Pick<TerritoireDeCollectivite, 'lieux'>,
  limit: number,
): LieuModifie[] {
  const rows = db.values<[string, string, string | null, string, string]>(sql`
    select l.id, l.nom, l.commune_nom, c.le, c.champs from lieu_change c join lieu l on l.numero = c.lieu_numero
    where l.reseau = 'conseiller-numerique' and ${lieux} order by c.le desc, l.id limit ${limit}`)
  return rows.map(([id, nom, communeNom, date, champs]) => {
    return { id, nom, communeNom, date, champs: JSON.parse(champs) as ChampSuivi[] }
  })
}
