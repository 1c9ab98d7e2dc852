import { readFileSync } from 'node:fs'
import type { Kind } from '#app/domain/vocabulary.ts'

/**
 * What the last import of the official sources met. It stands beside the database, which depends on the archive alone: two
 * databases of the same files are the same, whenever they were asked for.
 */
export type EtatSources = {
  /** The instant of that import, as ISO 8601. */
  le: string
  /** Why nothing was published, when it was not for a source; one French sentence. */
  faute: string | null
  sources: EtatSource[]
}

/** `reussieLe`: when it last gave a file, or said that it had not changed; `faute`: why it did not, the last time. */
export type EtatSource = { id: string; kind: Kind; titre: string; reussieLe: string | null; faute: string | null }

export function etatSourcesPath(databasePath: string): string {
  return `${databasePath}.sources.json`
}

/** Null when no import asked the official sources, or when what it left cannot be read. */
export function readEtatSources(databasePath: string): EtatSources | null {
  try {
    const etat: Partial<EtatSources> | null = JSON.parse(readFileSync(etatSourcesPath(databasePath), 'utf8'))
    return typeof etat?.le === 'string' && Array.isArray(etat.sources) ? (etat as EtatSources) : null
  } catch {
    return null
  }
}
