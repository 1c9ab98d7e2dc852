import type { SourceCitee } from '#app/domain/source-citee.ts'
import type { Colonne, Ligne } from '#app/domain/tableau.ts'
import { type Kind, RURALITES } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { currentSource, metaOf } from '#db/sources.server.ts'
import type { Chiffres } from '#db/territoires.server.ts'

/** The files that the figures of a territory come from, each once; kinds that were not imported are left out. */
export function sourcesDes(db: Db, kinds: readonly Kind[]): SourceCitee[] {
  const cited = kinds.flatMap((kind) => currentSource(db, kind) ?? [])
  return [...new Map(cited.map((source) => [source.titre + source.date, source])).values()]
}

export const SOURCES_LIEUX = ['lieux', 'communes'] as const satisfies Kind[]
export const SOURCES_POSTES = ['structures', 'communes'] as const satisfies Kind[]
export const SOURCES_TOUTES = ['lieux', 'structures', 'communes', 'densite'] as const satisfies Kind[]

/** " (estimation)" where the rurality comes from the populations, for want of the INSEE grid. */
export function estimation(db: Db): string {
  return metaOf(db).ruraliteEstimee ? ' (estimation)' : ''
}

export const COLONNES_LIEUX: Colonne[] = [
  { cle: 'population', nom: 'Habitants', nature: 'nombre' },
  { cle: 'lieux', nom: 'Lieux d’accueil', nature: 'nombre' },
  { cle: 'lieux_pour_10000', nom: 'Lieux pour 10 000 habitants', nature: 'taux' },
]

/** `postes` says its date, as every total of posts must. */
export function colonnesPostes(postesAu: string): Colonne[] {
  return [
    { cle: 'postes', nom: `Postes validés${postesAu}`, nature: 'nombre' },
    { cle: 'postes_pour_10000', nom: 'Postes pour 10 000 habitants', nature: 'taux' },
    { cle: 'structures', nom: 'Employeurs', nature: 'nombre' },
  ]
}

export const COLONNES_DISTANCE: Colonne[] = [
  { cle: 'part_5km', nom: 'Habitants à moins de 5 km d’un lieu', nature: 'part' },
  { cle: 'part_10km', nom: 'à moins de 10 km', nature: 'part' },
  { cle: 'part_20km', nom: 'à moins de 20 km', nature: 'part' },
]

/** The cells of a territory, by column; shares of places and posts in rural communes included. */
export function valeursOf(chiffres: Chiffres): Ligne['valeurs'] {
  const { ruralites, part_calculee: _, ...simples } = chiffres
  const part = (key: 'population' | 'lieux' | 'postes') => {
    const total = RURALITES.reduce((sum, classe) => sum + ruralites[classe][key], 0)
    return total > 0 ? ruralites.rural[key] / total : null
  }
  return {
    ...simples,
    habitants_ruraux: part('population'),
    lieux_ruraux: part('lieux'),
    postes_ruraux: part('postes'),
  }
}

export const NOTE_POSTES =
  'Postes validés par le comité de sélection depuis 2021 : le fichier ne dit pas s’ils sont pourvus, ni encore financés.'
export const NOTE_DISTANCE =
  'Distance à vol d’oiseau du centre de la commune au lieu le plus proche, même dans un département voisin.'

/** A file that no table of a page has. */
export function fichierAbsent(): Response {
  const conseil = 'Ce fichier n’existe pas. Les fichiers d’une page sont sous ses tableaux et ses cartes.\n'
  return new Response(conseil, { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

export function aujourdhui(): string {
  return new Date().toISOString().slice(0, 10)
}
