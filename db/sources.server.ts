import { and, desc, eq } from 'drizzle-orm'
import type { Dates } from '#app/domain/chiffres/dates.ts'
import type { Fichier } from '#app/domain/chiffres/tableau.ts'
import { BASE_ADRESSE } from '#app/domain/geocodage/geocodeur.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'
import { remember } from './memoire.server.ts'
import { lieu, meta, source } from './schema.ts'

export type Source = ReturnType<typeof listSources>[number]
export type Meta = {
  /** Hash of the data's content. */
  empreinte: string
  /** When the database was built, ISO 8601; null when it does not say. */
  construiteLe: string | null
  demonstration: boolean
  /** The rurality is estimated from populations, for want of the INSEE grid. */
  ruraliteEstimee: boolean
  /** The year of the census that the populations come from; null when the file of communes gives others. */
  recensement: string | null
  /** How many positions were computed from an address: the address base is then to be cited. */
  geocodees: number
  /** The day of the last answer of the geocoder, YYYY-MM-DD; null when none was used. */
  geocodageLe: string | null
}

/** Posts of older structures files are history: never added. */
export const ofCurrentFile = and(eq(source.kind, 'structures'), eq(source.courante, true))

/** The imported files, by kind, newest first. */
export function listSources(db: Db) {
  return remember(db, readSources)
}

function readSources(db: Db) {
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

/** The files of a kind that are in force, newest first. */
function courantes(db: Db, kind: Kind): Source[] {
  return listSources(db).filter((one) => one.kind === kind && one.courante)
}

/** The files of a kind that are in force, as an answer cites them; for places, what placed some of them too. */
export function sourcesOf(db: Db, kind: Kind) {
  const files = courantes(db, kind).map(({ titre, date, url, licence, demonstration }) => {
    return { titre, date, url, licence, demonstration }
  })
  return kind === 'lieux' ? [...files, ...adressesGeocodees(db)] : files
}

/** The address base, when the position of a place was computed from it. */
function adressesGeocodees(db: Db) {
  const { geocodees, geocodageLe: date } = metaOf(db)
  if (geocodees === 0 || date === null) return []
  const [one] = db.select({ numero: lieu.numero }).from(lieu).where(eq(lieu.precision, 'geocodee')).limit(1).all()
  const { titre, url } = BASE_ADRESSE
  return one
    ? [
        {
          titre: `${titre}, géocodée par la Géoplateforme (IGN)`,
          date,
          url,
          licence: 'Licence Ouverte 2.0',
          demonstration: false,
        },
      ]
    : []
}

/** The structures file that posts are counted in ("postes validés au {date}"); null when none was imported. */
export function postesSource(db: Db) {
  return currentSource(db, 'structures')
}

/** The newest file of a kind that is no history; null when none was imported. */
export function currentSource(db: Db, kind: Kind) {
  const [newest] = courantes(db, kind)
  if (newest === undefined) return null
  const { titre, date, url, producteur, licence, demonstration } = newest
  return { titre, date, url, producteur, licence, demonstration }
}

/** The day of each stock that a page says. */
export function datesOf(db: Db): Dates {
  return remember(db, readDates)
}

function readDates(db: Db): Dates {
  const dateOf = (kind: Kind) => currentSource(db, kind)?.date ?? null
  return {
    lieux: dateOf('lieux'),
    structures: dateOf('structures'),
    franceServices: dateOf('france-services'),
    recensement: metaOf(db).recensement,
  }
}

/** The files without which a page leaves figures unknown. */
export function fichiersAbsents(db: Db): Fichier[] {
  return (['lieux', 'structures'] as const).filter((kind) => currentSource(db, kind) === null)
}

export function metaOf(db: Db): Meta {
  return remember(db, readMeta)
}

function readMeta(db: Db): Meta {
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
    recensement: values.get('recensement') || null,
    geocodees: Number(values.get('geocodees') ?? 0),
    geocodageLe: values.get('geocodage_le') || null,
  }
}
