import { and, count, eq, isNotNull, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { CHAMPS } from '#app/domain/champs.ts'
import { slugOf } from '#app/domain/filters/codes.ts'
import type { Filters } from '#app/domain/filters.ts'
import { DENSITE_LABELS, RURALITE_LABELS, RURALITES } from '#app/domain/vocabulary.ts'
import { CHAMP_FILTERS, type ChampFilter, whereLieux } from './conditions.server.ts'
import type { Db } from './connect.server.ts'
import { departementNoms } from './departements.server.ts'
import { lieu, lieuValeur } from './schema.ts'

/** A choice of a filter: its value in the URL, its words, the places it would give under the other filters. */
export type Option = { valeur: string; label: string; nombre: number; choisi: boolean }
export type Facettes = Record<'departement' | 'ruralite' | 'densite' | ChampFilter, Option[]> &
  Record<'frr' | 'gratuit', Option>

/** Each filter's options, each with its count of places under the OTHER filters (its own left out). */
export function facettes(db: Db, filters: Filters): Facettes {
  return {
    departement: departements(db, filters),
    ruralite: ruralites(db, filters),
    densite: densites(db, filters),
    frr: { valeur: '1', label: 'France Ruralités Revitalisation', nombre: countFrr(db, filters), choisi: filters.frr },
    gratuit: { valeur: '1', label: 'Gratuit', nombre: countGratuit(db, filters), choisi: filters.gratuit },
    ...champs(db, filters),
  }
}

function departements(db: Db, filters: Filters): Option[] {
  const counts = countBy(db, filters, 'departement', lieu.departementCode)
  return [...departementNoms(db)].map(([code, nom]) => ({
    valeur: code,
    label: `${nom} (${code})`,
    nombre: counts.get(code) ?? 0,
    choisi: filters.departement.includes(code),
  }))
}

function ruralites(db: Db, filters: Filters): Option[] {
  const counts = countBy(db, filters, 'ruralite', lieu.ruralite)
  return RURALITES.map((valeur) => ({
    valeur,
    label: RURALITE_LABELS[valeur],
    nombre: counts.get(valeur) ?? 0,
    choisi: filters.ruralite.includes(valeur),
  }))
}

function densites(db: Db, filters: Filters): Option[] {
  const counts = countBy(db, filters, 'densite', lieu.densite)
  return DENSITE_LABELS.map((label, index) => ({
    valeur: String(index + 1),
    label,
    nombre: counts.get(index + 1) ?? 0,
    choisi: filters.densite.includes(index + 1),
  }))
}

function countBy(db: Db, filters: Filters, key: keyof Filters, column: SQLiteColumn): Map<unknown, number> {
  const rows = db.select({ value: column, n: count() }).from(lieu).where(whereLieux(filters, key)).groupBy(column).all()
  return new Map(rows.map((row) => [row.value, row.n]))
}

function countFrr(db: Db, filters: Filters): number {
  const where = and(whereLieux(filters, 'frr'), isNotNull(lieu.frr))
  return db.select({ n: count() }).from(lieu).where(where).get()?.n ?? 0
}

function countGratuit(db: Db, filters: Filters): number {
  return countValeurs(db, filters, 'gratuit', 'frais').get('Gratuit') ?? 0
}

function champs(db: Db, filters: Filters): Record<ChampFilter, Option[]> {
  const options = (champ: ChampFilter): Option[] => {
    const counts = countValeurs(db, filters, champ, champ)
    const chosen: string[] = filters[champ]
    return CHAMPS[champ].values.map((label) => ({
      valeur: slugOf(label),
      label,
      nombre: counts.get(label) ?? 0,
      choisi: chosen.includes(label),
    }))
  }
  return Object.fromEntries(CHAMP_FILTERS.map((champ) => [champ, options(champ)])) as Record<ChampFilter, Option[]>
}

function countValeurs(db: Db, filters: Filters, key: keyof Filters, champ: ChampFilter | 'frais'): Map<string, number> {
  const rows = db
    .select({ valeur: lieuValeur.valeur, n: sql<number>`count(*)` })
    .from(lieuValeur)
    .innerJoin(lieu, eq(lieu.numero, lieuValeur.lieuNumero))
    .where(and(eq(lieuValeur.champ, champ), whereLieux(filters, key)))
    .groupBy(lieuValeur.valeur)
    .all()
  return new Map(rows.map((row) => [row.valeur, row.n]))
}
