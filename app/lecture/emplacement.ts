import type { Point } from '#app/domain/distance/distance.ts'
import type { Precision, Ruralite } from '#app/domain/vocabulary.ts'
import type { Commune } from './territoire.ts'

/** Where a row stands. `commune` is null when several are possible; `ruralite` and `densite` are then theirs if they share one. */
export type Emplacement = {
  departement: string
  commune: Commune | null
  ruralite: Ruralite
  /** INSEE density level; null when unknown. */
  densite: number | null
  point: Point | null
  precision: Precision
}

/** What a row says of its place, codes already normalised; `adresse` as published. */
export type AdresseDite = {
  codeInsee: string | null
  codePostal: string | null
  communeNom: string | null
  adresse?: string | null
}
