import type { Reseau } from '#app/domain/vocabulary.ts'
import type { LieuConnu } from '#app/lecture/join-lieux.ts'
import type { Dit } from './changements.ts'

/** What a place that is no more is said by. */
export type LieuSuivi = {
  reseau: Reseau
  nom: string
  communeCode: string | null
  communeNom: string | null
  codePostal: string | null
  departementCode: string
  lat: number | null
  lon: number | null
  /** Null when several rows say it. */
  dit: Dit | null
}

/** A place of one file. `own`: the id that it would have had alone; `id`: that of its lineage, once it is followed. */
export type Trace = { known: LieuConnu; fiche: LieuSuivi; own: string; id: string }

/** The traces of the places of a file, each with what it is said by. */
export function tracesOf(
  ids: Iterable<[known: LieuConnu, id: string]>,
  ficheOf: (numero: number) => LieuSuivi,
): Trace[] {
  return Array.from(ids, ([known, id]) => ({ known, fiche: ficheOf(known.numero), own: id, id }))
}
