import { and, desc, eq } from 'drizzle-orm'
import type { Fichier } from '#app/domain/fichier-absent.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'
import { meta, source } from './schema.ts'

export type Source = ReturnType<typeof listSources>[number]
export type Meta = {
  /** Hash of the data's content. */
  empreinte: string
  /** When the database was built, ISO 8601; null when it does not say. */
  construiteLe: string | null
  demonstration: boolean
  /** The rurality is estimated from populations, for want of the INSEE grid. */
  ruraliteEstimee: boolean
  /** How many positions were computed from an address: the address base is then to be cited. */
  geocodees: number
}

/** Posts of older structures files are history: never added. */
export const ofCurrentFile = and(eq(source.kind, 'structures'), eq(source.courante, true))

/** The imported files, by kind, newest first. */
export function listSources(db: Db) {
  return db
    .select({
      id: source.id,
      kind: source.kind,
      titre: source.titre,
      date: source.millesime,
      fichier: source.fichier,
      url: source.url,
      producteur: source.producteur,
      licence: source.licence,
      sha256: source.sha256,
      demonstration: source.demonstration,
      courante: source.courante,
      lues: source.lues,
      gardees: source.gardees,
      rejetees: source.rejetees,
      corrigees: source.corrigees,
    })
    .from(source)
    .orderBy(source.kind, desc(source.millesime), source.id)
    .all()
}

/** The files of a kind that are in force, as an answer cites them. */
export function sourcesOf(db: Db, kind: Kind) {
  const { titre, millesime: date, url, licence, demonstration } = source
  return db
    .select({ titre, date, url, licence, demonstration })
    .from(source)
    .where(and(eq(source.kind, kind), eq(source.courante, true)))
    .orderBy(desc(date), source.id)
    .all()
}

/** The structures file that posts are counted in ("postes validés au {date}"); null when none was imported. */
export function postesSource(db: Db) {
  return currentSource(db, 'structures')
}

/** The newest file of a kind that is no history; null when none was imported. */
export function currentSource(db: Db, kind: Kind) {
  const { titre, millesime: date, url, producteur, licence, demonstration } = source
  const columns = { titre, date, url, producteur, licence, demonstration }
  return (
    db
      .select(columns)
      .from(source)
      .where(and(eq(source.kind, kind), eq(source.courante, true)))
      .orderBy(desc(date), source.id)
      .limit(1)
      .get() ?? null
  )
}

/** The files without which a page leaves figures unknown. */
export function fichiersAbsents(db: Db): Fichier[] {
  return (['lieux', 'structures'] as const).filter((kind) => currentSource(db, kind) === null)
}

export function metaOf(db: Db): Meta {
  const values = new Map(
    db
      .select({ cle: meta.cle, valeur: meta.valeur })
      .from(meta)
      .all()
      .map((m) => [m.cle, m.valeur]),
  )
  return {
    empreinte: values.get('empreinte') ?? '',
    construiteLe: values.get('construite_le') ?? null,
    demonstration: values.get('demonstration') === 'oui',
    ruraliteEstimee: values.get('ruralite') === 'estimee',
    geocodees: Number(values.get('geocodees') ?? 0),
  }
}
