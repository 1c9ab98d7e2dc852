import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Kind } from '#app/domain/vocabulary.ts'

/**
 * A line of data/sources.json: where a kind is published. `slug` is resolved by the API of data.gouv.fr to its
 * newest CSV; `url` is fetched as it is; `manuel` has no stable address, so the file is given by hand.
 */
export type OfficialSource = {
  id: string
  kind: Kind
  titre: string
  producteur: string
  licence: string
  page: string
  slug?: string
  url?: string
  manuel?: boolean
}

const PATH = fileURLToPath(new URL('../../data/sources.json', import.meta.url))

export function listOfficialSources(): OfficialSource[] {
  return JSON.parse(readFileSync(PATH, 'utf8')) as OfficialSource[]
}

/** What a file says of its origin once it is in the database. */
export type Provenance = {
  fichier: string
  titre: string
  url: string | null
  producteur: string | null
  licence: string | null
}

/** A file given by hand has the title of its kind and its own name. */
export function provenanceOf(kind: Kind, fichier: string): Provenance {
  const official = listOfficialSources().find((one) => one.kind === kind)
  return {
    fichier,
    titre: official?.titre ?? kind,
    url: official?.page ?? null,
    producteur: official?.producteur ?? null,
    licence: official?.licence ?? null,
  }
}
