import type { Point } from '#app/domain/distance/distance.ts'

/** An address to ask of a geocoder. `cle` is a hash of the rest: it says nothing of the row that asks. */
export type DemandeGeocodage = { cle: string; adresse: string; codeInsee: string; codePostal: string }

export const STATUTS = ['ok', 'not-found', 'skipped'] as const

/** What a geocoder answered, good or bad. `codeInsee`: the commune that it found; `score`: 0 to 1. */
export type Geocode = {
  statut: (typeof STATUTS)[number]
  type: string
  score: number
  codeInsee: string
  point: Point | null
  libelle: string
}

/** The answer known for an address, null when there is none. */
export type Geocodes = (demande: DemandeGeocodage) => Geocode | null
