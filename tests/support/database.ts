import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Champ, Valeurs } from '#app/domain/lieu/champs.ts'
import { createDatabase, type Db } from '#db/connect.server.ts'
import { lieu, meta, offre, structure } from '#db/schema.ts'
import { SCHEMA_VERSION } from '#db/tables.ts'

export type LieuRow = typeof lieu.$inferInsert
/** One value of one field of a place. */
export type ValeurRow = { lieuNumero: number; champ: Champ; valeur: string }
export type StructureRow = typeof structure.$inferInsert

/** A directory of its own, and how to sweep it. */
export function temporaryDirectory(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'annuaire-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A database with today's tables and its `meta` rows, at `path` or in memory. */
export function databaseOf(valeurs: Record<string, string> = {}, path = ':memory:'): Db {
  const db = createDatabase(path)
  const all = {
    schema_version: SCHEMA_VERSION,
    empreinte: 'e0',
    construite_le: '2026-01-15T08:00:00Z',
    ...valeurs,
  }
  db.insert(meta)
    .values(Object.entries(all).map(([cle, valeur]) => ({ cle, valeur })))
    .run()
  return db
}

/** A place of conseillers numériques with what every row must have; give what the test is about. */
export function lieuRow(given: Partial<LieuRow> & Pick<LieuRow, 'numero' | 'departementCode'>): LieuRow {
  return {
    id: `l${given.numero}`,
    reseau: 'conseiller-numerique',
    nom: `Lieu ${given.numero}`,
    ruralite: 'inconnue',
    precision: 'adresse',
    courriels: [],
    sitesWeb: [],
    fuseau: 'Europe/Paris',
    ...given,
  }
}

/** An employer with what every row must have. */
export function structureRow(
  given: Partial<StructureRow> & Pick<StructureRow, 'id' | 'departementCode'>,
): StructureRow {
  return {
    cle: given.siret ?? `s${given.id}`,
    nom: `Structure ${given.id}`,
    precision: 'commune',
    ruralite: 'inconnue',
    postes: 1,
    lieux: 0,
    ...given,
  }
}

/** Inserts places, their values, and what the text search knows of them. */
export function insertLieux(db: Db, rows: LieuRow[], valeurs: ValeurRow[] = []): void {
  for (const row of rows) {
    const said = valeursDe(valeurs.filter(({ lieuNumero }) => lieuNumero === row.numero))
    const { lastInsertRowid } = db.insert(offre).values({ valeurs: said }).run()
    db.insert(lieu)
      .values({ ...row, offreId: Number(lastInsertRowid) })
      .run()
    index(db, 'lieu', row.numero as number, row.nom, row.communeNom, row.adresse)
  }
}

function valeursDe(rows: ValeurRow[]): Valeurs {
  const sorted = rows.toSorted((a, b) => (a.champ + a.valeur < b.champ + b.valeur ? -1 : 1))
  const found: Valeurs = {}
  for (const { champ, valeur } of sorted) found[champ] = [...(found[champ] ?? []), valeur]
  return found
}

/** Inserts employers and what the text search knows of them; `communes` gives the names by code. */
export function insertStructures(db: Db, rows: StructureRow[], communes: Record<string, string> = {}): void {
  for (const row of rows) {
    db.insert(structure).values(row).run()
    index(db, 'structure', row.id as number, row.nom, communes[row.communeCode ?? ''], row.adresse)
  }
}

function index(db: Db, objet: string, numero: number, ...words: (string | null | undefined)[]): void {
  const insert = 'insert into recherche (nom, commune, adresse, objet, numero) values (?, ?, ?, ?, ?)'
  db.$client.prepare(insert).run(...words.map((word) => word ?? ''), objet, numero)
}
