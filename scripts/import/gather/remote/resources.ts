import { Unfetched } from './unfetched.ts'

/** A file of a data set, as the API of data.gouv.fr describes it. */
export type Resource = { title?: string; type?: string; format?: string; last_modified?: string; url?: string }

/**
 * `chaine` is what led to the address; `fromPrivate` is known when it was read from an answer. `pris`: which file was
 * taken, in words, when there was a choice.
 */
export type Resolved = { address: string; chaine: string[]; fromPrivate?: boolean; pris?: string }

/** What the API says at an address: JSON, or a failure of the source. */
export type Ask = (address: string, fromPrivate?: boolean) => Promise<Said>
type Said = { said: Record<string, unknown>; chaine: string[]; fromPrivate: boolean }

export function resourcesOf({ resources }: Record<string, unknown>): Resource[] {
  if (!Array.isArray(resources)) throw new Unfetched('description du jeu de données illisible', 'final')
  return resources.filter((one) => typeof one === 'object' && one !== null)
}

/** The main resource most recently modified, never the first of the list: their order is the publisher's. */
export function newestCsv<T extends Resource>(resources: readonly T[]): T | null {
  const csv = resources.filter((one) => one.url && one.type === 'main' && one.format?.trim().toLowerCase() === 'csv')
  return csv.toSorted((a, b) => timeOf(b) - timeOf(a))[0] ?? null
}

export function timeOf({ last_modified }: Pick<Resource, 'last_modified'>): number {
  return Date.parse(last_modified ?? '') || 0
}
