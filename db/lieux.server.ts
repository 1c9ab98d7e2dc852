import { count, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Filters } from '#app/domain/filters.ts'
import { isApproximate } from '#app/domain/vocabulary.ts'
import { whereLieux } from './conditions.server.ts'
import type { Db } from './connect.server.ts'
import { type AnomalieDite, anomaliesOfLieu, type Publication, publicationsOfLieu } from './publications.server.ts'
import { commune, departement, lieu, region, structure } from './schema.ts'
import { sortKey } from './tri.server.ts'
import { type Valeurs, valeursByLieu } from './valeurs.server.ts'

export type LieuResume = ReturnType<typeof selectResumes>[number] & { valeurs: Valeurs }
/** Everything known of a place, of any network. */
export type LieuComplet = ReturnType<typeof selectComplets>[number] & {
  valeurs: Valeurs
  publications: Publication[]
  anomalies: AnomalieDite[]
}

/** What the map's panel and a cluster's list say of a place. */
export type Fiche = {
  numero: number
  id: string
  nom: string
  adresse: string | null
  codePostal: string | null
  commune: string | null
  approximate: boolean
}

/** One page (from 1) of the places that suit the filters, by department, commune and name. */
export function listLieux(
  db: Db,
  filters: Filters,
  { page = filters.page, parPage = 50 }: { page?: number; parPage?: number } = {},
): { total: number; lieux: LieuResume[] } {
  const where = whereLieux(filters)
  const total = db.select({ n: count() }).from(lieu).where(where).get()?.n ?? 0
  const offset = (page - 1) * parPage
  const lieux = offset < total ? selectResumes(db, where, parPage, offset) : []
  const valeurs = valeursByLieu(
    db,
    lieux.map((l) => l.numero),
  )
  return { total, lieux: lieux.map((l) => ({ ...l, valeurs: valeurs.get(l.numero) ?? {} })) }
}

function selectResumes(db: Db, where: SQL | undefined, limit: number, offset: number) {
  return db
    .select({
      numero: lieu.numero,
      id: lieu.id,
      nom: lieu.nom,
      adresse: lieu.adresse,
      codePostal: lieu.codePostal,
      communeCode: lieu.communeCode,
      communeNom: lieu.communeNom,
      departementCode: lieu.departementCode,
      departementNom: departement.nom,
      ruralite: lieu.ruralite,
      densite: lieu.densite,
      frr: lieu.frr,
      lat: lieu.lat,
      lon: lieu.lon,
      precision: lieu.precision,
      telephone: lieu.telephone,
      courriels: lieu.courriels,
      sitesWeb: lieu.sitesWeb,
      priseRdv: lieu.priseRdv,
      horaires: lieu.horaires,
      semaine: lieu.semaine,
      fuseau: lieu.fuseau,
      itinerant: lieu.itinerant,
      dateMaj: lieu.dateMaj,
    })
    .from(lieu)
    .innerJoin(departement, eq(departement.code, lieu.departementCode))
    .where(where)
    .orderBy(lieu.departementCode, sortKey(db, lieu.communeNom), sortKey(db, lieu.nom), lieu.numero)
    .limit(limit)
    .offset(offset)
    .all()
}

/** The place whose page is `/lieux/{id}`, or null. */
export function lieuById(db: Db, id: string): LieuComplet | null {
  const [found] = selectComplets(db, id)
  if (!found) return null
  return {
    ...found,
    valeurs: valeursByLieu(db, [found.numero]).get(found.numero) ?? {},
    publications: publicationsOfLieu(db, found.numero),
    anomalies: anomaliesOfLieu(db, found.numero),
  }
}

function selectComplets(db: Db, id: string) {
  const { cle, siret, nom, type, postes, dateValidation, departementCode } = getTableColumns(structure)
  return db
    .select({
      ...getTableColumns(lieu),
      departementNom: departement.nom,
      regionNom: region.nom,
      ruraliteEstimee: commune.ruraliteEstimee,
      structure: { cle, siret, nom, type, postes, dateValidation, departementCode },
    })
    .from(lieu)
    .innerJoin(departement, eq(departement.code, lieu.departementCode))
    .leftJoin(region, eq(region.code, departement.regionCode))
    .leftJoin(commune, eq(commune.code, lieu.communeCode))
    .leftJoin(structure, eq(structure.id, lieu.structureId))
    .where(eq(lieu.id, id))
    .limit(1)
    .all()
}

/** The `numero` of every place that suits the filters, ascending: the map's selection is the list's. */
export function selectionLieux(db: Db, filters: Filters): number[] {
  const query = db.select({ numero: lieu.numero }).from(lieu).where(whereLieux(filters)).orderBy(lieu.numero)
  return query.values().map(([numero]) => numero as number)
}

/** Number of places that suit the filters, by department code; departments without any are absent. */
export function countLieuxByDepartement(db: Db, filters: Filters): Map<string, number> {
  const code = lieu.departementCode
  const rows = db.select({ code, n: count() }).from(lieu).where(whereLieux(filters)).groupBy(code).orderBy(code).all()
  return new Map(rows.map((row) => [row.code, row.n]))
}

/** In the order asked; numbers that are no place are left out. */
export function fichesByNumeros(db: Db, numeros: number[]): Fiche[] {
  const rows = db
    .select({
      numero: lieu.numero,
      id: lieu.id,
      nom: lieu.nom,
      adresse: lieu.adresse,
      codePostal: lieu.codePostal,
      commune: lieu.communeNom,
      precision: lieu.precision,
    })
    .from(lieu)
    .where(sql`${lieu.numero} in (select value from json_each(${JSON.stringify(numeros)}))`)
    .all()
  const byNumero = new Map(rows.map((row) => [row.numero, row]))
  return numeros.flatMap((numero) => {
    const row = byNumero.get(numero)
    if (!row) return []
    const { precision, ...fiche } = row
    return [{ ...fiche, approximate: isApproximate(precision) }]
  })
}
