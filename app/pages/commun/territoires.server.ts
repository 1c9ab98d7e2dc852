import type { Dates } from '#app/domain/chiffres/dates.ts'
import type { Colonne } from '#app/domain/chiffres/tableau.ts'
import { colonneDe } from '#app/domain/chiffres.ts'
import type { SourceCitee } from '#app/domain/citations/source-citee.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { currentSource, metaOf } from '#db/sources.server.ts'

/** The files that the figures of a territory come from, each once; kinds that were not imported are left out. */
export function sourcesDes(db: Db, kinds: readonly Kind[]): SourceCitee[] {
  const cited = kinds.flatMap((kind) => currentSource(db, kind) ?? [])
  return [...new Map(cited.map((source) => [source.titre + source.date, source])).values()]
}

export const SOURCES_LIEUX = ['lieux', 'communes'] as const satisfies Kind[]
export const SOURCES_POSTES = ['structures', 'communes'] as const satisfies Kind[]
export const SOURCES_TOUTES = ['lieux', 'structures', 'communes', 'densite'] as const satisfies Kind[]

export const SOURCES_COUVERTURE = [
  'lieux',
  'structures',
  'france-services',
  'communes',
  'densite',
] as const satisfies Kind[]

/** " (estimation)" where the rurality comes from the populations, for want of the INSEE grid. */
export function estimation(db: Db): string {
  return metaOf(db).ruraliteEstimee ? ' (estimation)' : ''
}

/** What a row of a territory beside another begins with. */
export const COLONNES_TERRITOIRE: Colonne[] = [
  { cle: 'nom', nom: 'Territoire', nature: 'texte' },
  { cle: 'code', nom: 'Code', nature: 'code', cachee: true },
]

export function colonnesLieux(dates: Dates): Colonne[] {
  return (['lieux', 'lieux-10000', 'population'] as const).map((cle) => colonneDe(cle, dates))
}

export function colonnesPostes(dates: Dates): Colonne[] {
  const cles = ['postes', 'postes-10000', 'structures', 'postes-situes', 'part-postes-situes'] as const
  return cles.map((cle) => colonneDe(cle, dates))
}

/** A file that no table of a page has. */
export function fichierAbsent(): Response {
  const conseil = 'Ce fichier n’existe pas. Les fichiers d’une page sont sous ses tableaux et ses cartes.\n'
  return new Response(conseil, { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
