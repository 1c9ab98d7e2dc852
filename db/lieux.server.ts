import { eq, getTableColumns, sql } from 'drizzle-orm'
import { isSilent, opening } from '#app/domain/filters/ouverts.ts'
import { isApproximate, type Reseau } from '#app/domain/vocabulary.ts'
import { among, inOrderOf, numbered } from './among.server.ts'
import type { Db } from './connect.server.ts'
import { preparedQuery } from './prepared.server.ts'
import { type AnomalieDite, anomaliesOfLieu, type Publication, publicationsOfLieu } from './publications.server.ts'
import { commune, departement, lieu, lieuAncien, offre, region, structure } from './schema.ts'
import { lieuxRowsWithout, type Selection } from './selection.server.ts'

export type LieuResume = ReturnType<typeof selectResumes>[number]
/** Everything known of a place, of any network. */
export type LieuComplet = ReturnType<typeof selectComplets>[number] & {
  publications: Publication[]
  anomalies: AnomalieDite[]
}

/** What a search says of a place that it found by its name. */
export type FicheLieuRow = {
  numero: number
  id: string
  reseau: Reseau
  nom: string
  adresse: string | null
  codePostal: string | null
  commune: string | null
  itinerant: boolean | null
  telephone: string | null
  approximate: boolean
}

/** In the order asked; numbers that are no place are left out. */
export function lieuxByNumeros(db: Db, numeros: number[]): LieuResume[] {
  return inOrderOf(numeros, selectResumes(db, numeros), ({ numero }) => numero)
}

function selectResumes(db: Db, numeros: number[]) {
  return preparedQuery(db, resumes).all(numbered(numeros))
}

function resumes(db: Db) {
  return db
    .select({
      numero: lieu.numero,
      id: lieu.id,
      reseau: lieu.reseau,
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
      valeurs: offre.valeurs,
    })
    .from(lieu)
    .innerJoin(offre, eq(offre.id, lieu.offreId))
    .innerJoin(departement, eq(departement.code, lieu.departementCode))
    .where(among(lieu.numero))
    .prepare()
}

/** The place whose page is `/lieux/{id}`, or null. */
export function lieuById(db: Db, id: string): LieuComplet | null {
  const [found] = selectComplets(db, id)
  if (!found) return null
  return {
    ...found,
    publications: publicationsOfLieu(db, found.numero),
    anomalies: anomaliesOfLieu(db, found.numero),
  }
}

function selectComplets(db: Db, id: string) {
  return preparedQuery(db, complets).all({ id })
}

function complets(db: Db) {
  const { cle, siret, nom, type, postes, dateValidation, departementCode } = getTableColumns(structure)
  return db
    .select({
      ...getTableColumns(lieu),
      valeurs: offre.valeurs,
      departementNom: departement.nom,
      regionNom: region.nom,
      ruraliteEstimee: commune.ruraliteEstimee,
      structure: { cle, siret, nom, type, postes, dateValidation, departementCode },
    })
    .from(lieu)
    .innerJoin(offre, eq(offre.id, lieu.offreId))
    .innerJoin(departement, eq(departement.code, lieu.departementCode))
    .leftJoin(region, eq(region.code, departement.regionCode))
    .leftJoin(commune, eq(commune.code, lieu.communeCode))
    .leftJoin(structure, eq(structure.id, lieu.structureId))
    .where(eq(lieu.id, sql.placeholder('id')))
    .limit(1)
    .prepare()
}

/**
 * The places that suit every filter but that of opening, of which nothing says whether they are open: no hours, or hours
 * too old, which do not make them open either. 0 when opening is not asked.
 */
export function countHeuresInconnues(selection: Selection): number {
  const { filters, instant, rows } = selection
  if (filters.ouvert === null) return 0
  const { columns } = rows.lieux()
  const isUnknown = isSilent(filters.ouvert, instant)
  const { ancien } = opening(columns, filters.ouvert, instant)
  const silent = lieuxRowsWithout(selection, 'ouvert').filter((row) => isUnknown(columns.heures[row] ?? null))
  return silent.filter((row) => !ancien(row)).length
}

/** In the order asked; numbers that are no place are left out. */
export function fichesByNumeros(db: Db, numeros: number[]): FicheLieuRow[] {
  const rows = preparedQuery(db, fiches).all(numbered(numeros))
  return inOrderOf(numeros, rows, ({ numero }) => numero).map(({ precision, ...fiche }) => ({
    ...fiche,
    approximate: isApproximate(precision),
  }))
}

function fiches(db: Db) {
  return db
    .select({
      numero: lieu.numero,
      id: lieu.id,
      reseau: lieu.reseau,
      nom: lieu.nom,
      adresse: lieu.adresse,
      codePostal: lieu.codePostal,
      commune: lieu.communeNom,
      itinerant: lieu.itinerant,
      telephone: lieu.telephone,
      precision: lieu.precision,
    })
    .from(lieu)
    .where(among(lieu.numero))
    .prepare()
}

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
