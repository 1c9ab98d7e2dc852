import { eq, getTableColumns } from 'drizzle-orm'
import { among, inOrderOf, numbered } from './among.server.ts'
import type { Db } from './connect.server.ts'
import { preparedQuery } from './prepared.server.ts'
import { commune, departement, lieu, lieuPublication, offre, structure } from './schema.ts'

/** A place with all that is known of it, for a file or the API. `idsPublies`: those of the rows that make it. */
export type LieuPublie = ReturnType<typeof selectPublies>[number] & { idsPublies: string[] }

/** In the order asked; numbers that are no place are left out. */
export function lieuxPublies(db: Db, numeros: number[]): LieuPublie[] {
  const ids = idsByLieu(db, numeros)
  return inOrderOf(numeros, selectPublies(db, numeros), ({ numero }) => numero).map((row) => ({
    ...row,
    idsPublies: ids.get(row.numero) ?? [],
  }))
}

function selectPublies(db: Db, numeros: number[]) {
  return preparedQuery(db, publies).all(numbered(numeros))
}

function publies(db: Db) {
  return db
    .select({
      ...getTableColumns(lieu),
      valeurs: offre.valeurs,
      departementNom: departement.nom,
      ruraliteEstimee: commune.ruraliteEstimee,
      employeurSiret: structure.siret,
      employeurNom: structure.nom,
    })
    .from(lieu)
    .innerJoin(offre, eq(offre.id, lieu.offreId))
    .innerJoin(departement, eq(departement.code, lieu.departementCode))
    .leftJoin(commune, eq(commune.code, lieu.communeCode))
    .leftJoin(structure, eq(structure.id, lieu.structureId))
    .where(among(lieu.numero))
    .prepare()
}

function idsByLieu(db: Db, numeros: number[]): Map<number, string[]> {
  const rows = preparedQuery(db, idsPublies).all(numbered(numeros))
  const ids = new Map<number, string[]>()
  for (const { numero, id } of rows) if (id !== null) ids.set(numero, [...(ids.get(numero) ?? []), id])
  return ids
}

function idsPublies(db: Db) {
  return db
    .select({ numero: lieuPublication.lieuNumero, id: lieuPublication.idPublie })
    .from(lieuPublication)
    .where(among(lieuPublication.lieuNumero))
    .orderBy(lieuPublication.lieuNumero, lieuPublication.sourceId, lieuPublication.line)
    .prepare()
}
