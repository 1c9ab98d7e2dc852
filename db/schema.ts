import { blob, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ChampSuivi } from '#app/domain/collectivites/changements.ts'
import type { Valeurs } from '#app/domain/lieu/champs.ts'
import type { Kind, Precision, Reseau, Ruralite, Severity } from '#app/domain/vocabulary.ts'
import { semaineColumn } from './semaine.ts'

export * from './schema-territoire.ts'

// What queries are typed by. Keys, references and indexes are those of `tables.ts`, with which tables are made.

/**
 * Keys: `schema_version`, `empreinte` (content hash), `construite_le`, `demonstration`, `ruralite` (`insee` | `estimee`),
 * `recensement` (the year of the populations, empty when unknown),
 * `geocodage` (which answers of a geocoder were used), `geocodage_le` (the day of the last), `geocodees` (how many
 * positions come from them).
 */
export const meta = sqliteTable('meta', {
  cle: text().primaryKey(),
  valeur: text().notNull(),
})

/** One imported file. `lues = gardees + rejetees`, in rows. */
export const source = sqliteTable('source', {
  id: integer().primaryKey(),
  kind: text().$type<Kind>().notNull(),
  fichier: text().notNull(),
  titre: text().notNull(),
  url: text(),
  producteur: text(),
  licence: text(),
  millesime: text().notNull(),
  sha256: text().notNull(),
  demonstration: integer({ mode: 'boolean' }).notNull(),
  /** False for an older structures file, kept as history and never added to the totals. */
  courante: integer({ mode: 'boolean' }).notNull(),
  lues: integer().notNull(),
  gardees: integer().notNull(),
  rejetees: integer().notNull(),
  corrigees: integer().notNull(),
})

/** An employer of the current structures file, one per SIRET. It stands where its posts are placed. */
export const structure = sqliteTable('structure', {
  id: integer().primaryKey(),
  /** The path segment of its page: the SIRET, or a short hash when it has none. */
  cle: text().notNull(),
  siret: text(),
  siren: text(),
  nom: text().notNull(),
  /** `publique`, `privée`, or null. */
  type: text(),
  departementCode: text().notNull(),
  communeCode: text(),
  /** Commune of the employer's seat, when the file says one that differs. */
  communeSiegeCode: text(),
  adresse: text(),
  codePostal: text(),
  lat: real(),
  lon: real(),
  precision: text().$type<Precision>().notNull(),
  ruralite: text().$type<Ruralite>().notNull(),
  densite: integer(),
  frr: text(),
  postes: integer().notNull(),
  investissement: integer(),
  /** Latest validation by the selection committee, YYYY-MM-DD. */
  dateValidation: text(),
  /** At the date of validation, as published; null when the file does not say. */
  zrr: integer({ mode: 'boolean' }),
  qpv: integer({ mode: 'boolean' }),
  franceServices: integer({ mode: 'boolean' }),
  /** Number of known places of conseillers numériques matched with it. */
  lieux: integer().notNull(),
})

/** One row of a structures file: posts validated. Its department is its row's own (docs/regles.md §4). */
export const poste = sqliteTable('poste', {
  id: integer().primaryKey(),
  sourceId: integer().notNull(),
  line: integer().notNull(),
  /** Null in the rows of an older file. */
  structureId: integer(),
  siret: text(),
  nom: text().notNull(),
  type: text(),
  departementCode: text().notNull(),
  communeCode: text(),
  ruralite: text().$type<Ruralite>().notNull(),
  /** INSEE level of its commune, or the one that all the communes where it may be share; null when unknown. */
  densite: integer(),
  nombre: integer().notNull(),
  dateValidation: text(),
  investissement: integer(),
  zrr: integer({ mode: 'boolean' }),
  qpv: integer({ mode: 'boolean' }),
})

/** The row of `offre` that says nothing. */
export const OFFRE_VIDE = 1

/**
 * The multi-valued fields of places, in the words of the standard 1.0.2: thousands of places say the same, which is kept
 * once (or a few times). The view `lieu_valeur` gives a row for each value of each place.
 */
export const offre = sqliteTable('offre', {
  id: integer().primaryKey(),
  valeurs: text({ mode: 'json' }).$type<Valeurs>().notNull(),
})

/** A place where people are received. Only `reseau = 'conseiller-numerique'` is counted. */
export const lieu = sqliteTable('lieu', {
  /** Small integer carried by the map; also the rowid. Not stable across imports. */
  numero: integer().primaryKey(),
  /** Short stable id: the path segment of its page. */
  id: text().notNull(),
  reseau: text().$type<Reseau>().notNull(),
  nom: text().notNull(),
  departementCode: text().notNull(),
  communeCode: text(),
  /** Official name of its commune, else the name as published. */
  communeNom: text(),
  ruralite: text().$type<Ruralite>().notNull(),
  densite: integer(),
  frr: text(),
  codePostal: text(),
  /** Without the postcode and the town. */
  adresse: text(),
  complementAdresse: text(),
  lat: real(),
  lon: real(),
  precision: text().$type<Precision>().notNull(),
  /** E.164, else null. */
  telephone: text(),
  courriels: text({ mode: 'json' }).$type<string[]>().notNull(),
  sitesWeb: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** As published (OSM syntax, or day columns joined). */
  horaires: text(),
  semaine: semaineColumn(),
  fuseau: text().notNull(),
  resume: text(),
  detail: text(),
  typologie: text(),
  itinerant: integer({ mode: 'boolean' }),
  siret: text(),
  siren: text(),
  structureId: integer(),
  /** How the employer was found: same SIRET, or same SIREN in the department ("probable"). */
  rapprochement: text().$type<'siret' | 'siren'>(),
  structureParente: text(),
  /** YYYY-MM-DD of the last update as published, null when unknown. */
  dateMaj: text(),
  /** Name of the source as published in the row. */
  source: text(),
  ficheAccesLibre: text(),
  priseRdv: text(),
  /** Millésime of the first archived file that had it, YYYY-MM-DD; null when the oldest one had it already. */
  vuDepuis: text(),
  /** What it offers; the first row of `offre` when it does not say. */
  offreId: integer().notNull().default(OFFRE_VIDE),
})

/**
 * An id that an older file's place had and that no place has now. `versId`: the place that took it over, null when it
 * is gone. What else is kept says where it was, so that a visitor is led to the nearest ones.
 */
export const lieuAncien = sqliteTable('lieu_ancien', {
  id: text().primaryKey(),
  versId: text(),
  reseau: text().$type<Reseau>().notNull(),
  nom: text().notNull(),
  communeNom: text(),
  communeCode: text(),
  departementCode: text().notNull(),
  lat: real(),
  lon: real(),
  /** Millésimes, YYYY-MM-DD: of the last file that had it, and of the first that did not. */
  vuLe: text().notNull(),
  disparuLe: text().notNull(),
})

/** What changed last in a place from one list to the next. `le`: the millésime of the list that says it. */
export const lieuChange = sqliteTable('lieu_change', {
  lieuNumero: integer().primaryKey(),
  le: text().notNull(),
  champs: text({ mode: 'json' }).$type<readonly ChampSuivi[]>().notNull(),
})

/** The published rows that make a place: several when rows were merged. */
export const lieuPublication = sqliteTable('lieu_publication', {
  lieuNumero: integer().notNull(),
  sourceId: integer().notNull(),
  line: integer().notNull(),
  idPublie: text(),
})

/** The codes that occur, with their severity and their sentence (copied from the domain's tables for SQL). */
export const anomalieCode = sqliteTable('anomalie_code', {
  code: text().primaryKey(),
  severity: text().$type<Severity>().notNull(),
  phrase: text().notNull(),
})

/** A problem of a published row, or a change made to it. `line` is the file's line as an editor shows it. */
export const anomalie = sqliteTable('anomalie', {
  id: integer().primaryKey(),
  sourceId: integer().notNull(),
  line: integer().notNull(),
  field: text().notNull(),
  code: text().notNull(),
  raw: text(),
  corrected: text(),
})

/**
 * A row as it was published, of which something is wrong (an error or a warning): what its publisher looks for in the
 * file. Cells by our column names, as JSON; e-mail addresses of persons are masked. A rejected row says where it would
 * have been, when its own codes or names tell.
 */
export const lignePubliee = sqliteTable('ligne_publiee', {
  sourceId: integer().notNull(),
  line: integer().notNull(),
  cellules: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  rejetee: integer({ mode: 'boolean' }).notNull(),
  departementCode: text(),
  communeCode: text(),
})

/** Files that were read, to be given again without what names a person (docs/regles.md §9); `nom` is that of its address. */
export const copie = sqliteTable('copie', {
  nom: text().primaryKey(),
  sourceId: integer(),
  vides: integer().notNull(),
})

export const copieMorceau = sqliteTable('copie_morceau', {
  nom: text().notNull(),
  rang: integer().notNull(),
  gzip: blob({ mode: 'buffer' }).notNull(),
})

/** Answers compressed once, at import (the map's points). */
export const document = sqliteTable('document', {
  nom: text().primaryKey(),
  type: text().notNull(),
  etag: text().notNull(),
  brotli: blob({ mode: 'buffer' }).notNull(),
  gzip: blob({ mode: 'buffer' }).notNull(),
})
