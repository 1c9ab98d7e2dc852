import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { GenreToponyme } from '#app/domain/territoires/toponymes.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'

// Where France is: what an import finds in the territory that it copies, whatever the files of places and posts.

export const region = sqliteTable('region', {
  code: text().primaryKey(),
  nom: text().notNull(),
})

export const departement = sqliteTable('departement', {
  code: text().primaryKey(),
  nom: text().notNull(),
  regionCode: text(),
  population: integer().notNull(),
})

/** A commune of today. `lat`, `lon`: WGS 84 degrees; `surfaceKm2` null when no file gives it. */
export const commune = sqliteTable('commune', {
  code: text().primaryKey(),
  nom: text().notNull(),
  departementCode: text().notNull(),
  epciCode: text(),
  population: integer().notNull(),
  surfaceKm2: real(),
  lat: real(),
  lon: real(),
  /** INSEE density level, 1 (dense) to 7 (very sparse); null without a grid. */
  densite: integer(),
  ruralite: text().$type<Ruralite>().notNull(),
  /** True when the class comes from the population, for want of the INSEE grid. */
  ruraliteEstimee: integer({ mode: 'boolean' }).notNull(),
  /** FRR class as published ("FRR socle", "FRR+"…), null when not classed or unknown. */
  frr: text(),
  /** Great-circle km from its centre to the nearest place of a conseiller numérique; null without either. */
  distanceKm: real(),
  /** `numero` of that place. */
  lieuProche: integer(),
  /** The same to the nearest France services; null without either. */
  distanceFranceServicesKm: real(),
})

export const communeCodePostal = sqliteTable('commune_code_postal', {
  codePostal: text().notNull(),
  communeCode: text().notNull(),
})

/** A code of the past and the commune that took it over. */
export const communeAncienne = sqliteTable('commune_ancienne', {
  code: text().primaryKey(),
  communeCode: text().notNull(),
})

/** A municipal arrondissement of Paris, Lyon or Marseille. `codesPostaux`: ascending, separated by a space. */
export const arrondissement = sqliteTable('arrondissement', {
  code: text().primaryKey(),
  nom: text().notNull(),
  communeCode: text().notNull(),
  numero: integer().notNull(),
  codesPostaux: text().notNull(),
  population: integer().notNull(),
  lat: real().notNull(),
  lon: real().notNull(),
})

/**
 * A name that people type, and the commune of today that it leads to: that of a commune, of a former one, of a renamed
 * one, of a town within it. `mots`: folded, abbreviations in full; `cle`: the same without spaces; `son`: what is heard.
 */
export const toponyme = sqliteTable('toponyme', {
  id: integer().primaryKey(),
  nom: text().notNull(),
  genre: text().$type<GenreToponyme>().notNull(),
  communeCode: text().notNull(),
  /** Of the commune of today. */
  population: integer().notNull(),
  mots: text().notNull(),
  cle: text().notNull(),
  son: text().notNull(),
})
