import { and, eq, getTableColumns, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { isApproximate } from '#app/domain/vocabulary.ts'
import { among, inOrderOf, numbered } from './among.server.ts'
import type { Db } from './connect.server.ts'
import { type PosteLigne, postesOfStructure } from './postes.server.ts'
import { preparedQuery } from './prepared.server.ts'
import { commune, departement, lieu, region, structure } from './schema.ts'

export type StructureResume = ReturnType<typeof selectResumes>[number]
export type LieuDeStructure = ReturnType<typeof lieuxOf>[number]
/** An employer, its rows of the structures file, its known places. */
export type StructureComplete = ReturnType<typeof selectComplete>[number] & {
  lignes: PosteLigne[]
  lieuxConnus: LieuDeStructure[]
}

/** What the map's panel says of an employer without a known place. */
export type FicheStructure = {
  id: number
  cle: string
  nom: string
  adresse: string | null
  codePostal: string | null
  commune: string | null
  postes: number
  approximate: boolean
}

/** Every employer of these departments, of this commune and of these kinds, by name within its department; none asked: any. */
export function structuresAsked(
  db: Db,
  { departement: codes, commune: code, types }: { departement: string[]; commune: string | null; types: string[] },
): number[] {
  return db
    .select({ id: structure.id })
    .from(structure)
    .where(
      and(
        codes.length === 0 ? undefined : inArray(structure.departementCode, codes),
        code === null ? undefined : eq(structure.communeCode, code),
        types.length === 0 ? undefined : inArray(structure.type, types),
      ),
    )
    .orderBy(structure.departementCode, structure.nom, structure.id)
    .all()
    .map(({ id }) => id)
}

/** In the order asked; ids that are no employer are left out. */
export function structuresByIds(db: Db, ids: number[]): StructureResume[] {
  return inOrderOf(ids, selectResumes(db, ids), ({ id }) => id)
}

function selectResumes(db: Db, ids: number[]) {
  return preparedQuery(db, resumes).all(numbered(ids))
}

function resumes(db: Db) {
  return db
    .select({
      id: structure.id,
      cle: structure.cle,
      siret: structure.siret,
      nom: structure.nom,
      type: structure.type,
      adresse: structure.adresse,
      codePostal: structure.codePostal,
      communeCode: structure.communeCode,
      communeNom: commune.nom,
      departementCode: structure.departementCode,
      departementNom: departement.nom,
      ruralite: structure.ruralite,
      densite: structure.densite,
      precision: structure.precision,
      lat: structure.lat,
      lon: structure.lon,
      postes: structure.postes,
      dateValidation: structure.dateValidation,
    })
    .from(structure)
    .innerJoin(departement, eq(departement.code, structure.departementCode))
    .leftJoin(commune, eq(commune.code, structure.communeCode))
    .where(among(structure.id))
    .prepare()
}

/** In the order asked; ids that are no employer are left out. */
export function fichesStructures(db: Db, ids: number[]): FicheStructure[] {
  const rows = preparedQuery(db, fiches).all(numbered(ids))
  return inOrderOf(ids, rows, ({ id }) => id).map(({ precision, ...fiche }) => ({
    ...fiche,
    approximate: isApproximate(precision),
  }))
}

function fiches(db: Db) {
  return db
    .select({
      id: structure.id,
      cle: structure.cle,
      nom: structure.nom,
      adresse: structure.adresse,
      codePostal: structure.codePostal,
      commune: commune.nom,
      postes: structure.postes,
      precision: structure.precision,
    })
    .from(structure)
    .leftJoin(commune, eq(commune.code, structure.communeCode))
    .where(among(structure.id))
    .prepare()
}

/** The employer whose page is `/structures/{cle}`; its SIRET leads to it too. Null when there is none. */
export function structureByCle(db: Db, cleOrSiret: string): StructureComplete | null {
  const [found] = selectComplete(db, cleOrSiret)
  return found ? { ...found, lignes: postesOfStructure(db, found.id), lieuxConnus: lieuxOf(db, found.id) } : null
}

const CLE = sql.placeholder('cle')

function selectComplete(db: Db, cle: string) {
  return preparedQuery(db, complete).all({ cle })
}

function complete(db: Db) {
  return db
    .select({
      ...getTableColumns(structure),
      communeNom: commune.nom,
      ruraliteEstimee: commune.ruraliteEstimee,
      communeSiegeNom: sql<string | null>`(select nom from commune where code = ${structure.communeSiegeCode})`,
      departementNom: departement.nom,
      regionNom: region.nom,
    })
    .from(structure)
    .innerJoin(departement, eq(departement.code, structure.departementCode))
    .leftJoin(region, eq(region.code, departement.regionCode))
    .leftJoin(commune, eq(commune.code, structure.communeCode))
    .where(or(eq(structure.cle, CLE), and(isNotNull(structure.siret), eq(structure.siret, CLE))))
    .orderBy(sql`${structure.cle} <> ${CLE}`)
    .limit(1)
    .prepare()
}

function lieuxOf(db: Db, structureId: number) {
  return preparedQuery(db, lieuxDeStructure).all({ structureId })
}

function lieuxDeStructure(db: Db) {
  return db
    .select({
      id: lieu.id,
      nom: lieu.nom,
      adresse: lieu.adresse,
      codePostal: lieu.codePostal,
      communeNom: lieu.communeNom,
      departementCode: lieu.departementCode,
      rapprochement: lieu.rapprochement,
    })
    .from(lieu)
    .where(and(eq(lieu.structureId, sql.placeholder('structureId')), eq(lieu.reseau, 'conseiller-numerique')))
    .orderBy(lieu.departementCode, lieu.communeNom, lieu.nom, lieu.numero)
    .prepare()
}
