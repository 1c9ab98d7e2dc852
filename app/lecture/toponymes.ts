import type { GenreToponyme } from '#app/domain/territoires/toponymes.ts'
import { readEmbeddedTable } from './read-embedded.ts'

/** A name that leads to a commune without being its own. */
export type Ancienne = { nom: string; commune: string; genre: Exclude<GenreToponyme, 'commune'> }

/** `codesPostaux`: ascending. */
export type Arrondissement = {
  code: string
  nom: string
  commune: string
  numero: number
  codesPostaux: string[]
  population: number
  centre: { lat: number; lon: number }
}

/** Former, delegated and associated communes, and towns within one. */
export function readAnciennes(): Ancienne[] {
  return readEmbeddedTable('anciennes.csv') as Ancienne[]
}

/** Those of Paris, Marseille and Lyon. */
export function readArrondissements(): Arrondissement[] {
  return readEmbeddedTable('arrondissements.csv').map((row) => ({
    code: row.code ?? '',
    nom: row.nom ?? '',
    commune: row.commune ?? '',
    numero: Number(row.numero),
    codesPostaux: row.codes_postaux?.split('|') ?? [],
    population: Number(row.population) || 0,
    centre: { lat: Number(row.latitude), lon: Number(row.longitude) },
  }))
}
