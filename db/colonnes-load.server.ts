import { and, eq, gt, sql } from 'drizzle-orm'
import { bitsOf, CHAMP_COLUMNS, type Columns, columnsOf, type LieuRow, OTHER_BIT } from '#app/domain/filters/columns.ts'
import { generiques } from '#app/domain/filters/generiques.ts'
import { CHAMPS, type Champ } from '#app/domain/lieu/champs.ts'
import { fold } from '#app/domain/texte/fold.ts'
import type { Reseau } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'
import { commune, lieu, offre, poste, source, structure } from './schema.ts'
import { ofCurrentFile } from './sources.server.ts'

/** Rows of the structures file with their posts; `numero` is their employer. */
export type PosteColumns = Columns & { nombre: Uint32Array }

/** The places of one network. */
export function loadLieux(db: Db, reseau: Reseau): Columns {
  const { numero, departementCode, communeCode, communeNom, nom, lat, lon, ruralite, densite, frr } = lieu
  const { type: employeur, zrr, qpv } = structure
  const { semaine, fuseau, dateMaj, ficheAccesLibre, offreId, source: liste } = lieu
  const offreOf = new Map<number, number>()
  const sourceOf = new Map<number, string | null>()
  const rows = db
    .select({
      ...{ numero, departementCode, communeCode, communeNom, nom, lat, lon, ruralite, densite, frr },
      ...{ employeur, zrr, qpv, semaine, fuseau, date: dateMaj, ficheAccesLibre, offreId, liste },
    })
    .from(lieu)
    .leftJoin(structure, eq(structure.id, lieu.structureId))
    .where(eq(lieu.reseau, reseau))
    .all()
    .map(({ semaine, fuseau, ficheAccesLibre, offreId, liste, ...row }) => {
      offreOf.set(row.numero, offreId)
      sourceOf.set(row.numero, liste)
      const heures = semaine && { semaine, fuseau, departement: row.departementCode, dateMaj: row.date }
      return { ...row, heures, acceslibre: ficheAccesLibre !== null }
    })
  const columns = withValeurs(columnsOf(inOrder(rows)), offreOf, db.select().from(offre).all())
  const sources = Array.from(columns.numero, (one) => sourceOf.get(one) ?? null)
  return { ...columns, generique: generiques(sources, columns.service) }
}

export function loadStructures(db: Db): Columns {
  const { id: numero, departementCode, communeCode, nom, lat, lon, ruralite, densite, frr } = structure
  const { type: employeur, zrr, qpv, dateValidation: date } = structure
  const rows = db
    .select({
      ...{ numero, departementCode, communeCode, communeNom: commune.nom, nom, lat, lon, ruralite, densite, frr },
      ...{ employeur, zrr, qpv, date },
    })
    .from(structure)
    .leftJoin(commune, eq(commune.code, communeCode))
    .where(and(eq(structure.lieux, 0), gt(structure.postes, 0)))
    .all()
  return columnsOf(inOrder(rows))
}

export function loadPostes(db: Db): PosteColumns {
  const { departementCode, communeCode, ruralite, densite, nombre, nom } = poste
  const { type: employeur, zrr, qpv, dateValidation: date } = poste
  const { frr } = commune
  const numero = sql<number>`ifnull(${poste.structureId}, 0)`
  const rows = db
    .select({ numero, departementCode, communeCode, ruralite, densite, frr, nombre, nom, employeur, zrr, qpv, date })
    .from(poste)
    .innerJoin(source, eq(source.id, poste.sourceId))
    .leftJoin(commune, eq(commune.code, communeCode))
    .where(ofCurrentFile)
    .all()
  // Where a post stands is not in its row.
  const placed = rows.map((row) => ({ ...row, lat: null, lon: null }))
  return { ...columnsOf(placed), nombre: Uint32Array.from(rows, (row) => row.nombre) }
}

/** By department, commune and name as French sorts them: SQLite compares bytes, which puts Évreux after Zuydcoote. */
function inOrder(rows: (LieuRow & { communeNom: string | null; nom: string })[]): LieuRow[] {
  const keyed = rows.map((row) => {
    const key = `${row.departementCode}\t${fold(row.communeNom ?? '')}\t${fold(row.nom)}`
    return { key, row }
  })
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.numero - b.row.numero))
  return keyed.map(({ row }) => row)
}

/** Sets the bits of each field's values. */
function withValeurs(columns: Columns, offreOf: Map<number, number>, offres: Offre[]): Columns {
  for (const champ of CHAMP_COLUMNS) {
    const bits = new Map(offres.map(({ id, valeurs }) => [id, bitsDites(champ, valeurs[champ] ?? [])]))
    for (const [row, numero] of columns.numero.entries()) columns[champ][row] = bits.get(offreOf.get(numero) ?? 0) ?? 0
  }
  return columns
}

type Offre = typeof offre.$inferSelect

function bitsDites(champ: Champ, values: readonly string[]): number {
  return bitsOf(champ, values) | (isOther(champ, values) ? OTHER_BIT : 0)
}

/** A value outside the field's closed list. */
function isOther(champ: Champ, values: readonly string[]): boolean {
  return values.some((value) => !(CHAMPS[champ].values as readonly string[]).includes(value))
}
