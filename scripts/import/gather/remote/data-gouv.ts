import { readFile } from 'node:fs/promises'
import type { OfficialSource } from '#scripts/import/gather/sources.ts'
import { download } from './download.ts'
import type { Limits } from './limits.ts'
import { Unfetched } from './unfetched.ts'

const API = 'https://www.data.gouv.fr/api/1'
const MAX_BYTES = 20 * 1024 * 1024

type Resource = { type?: string; format?: string; last_modified?: string; url?: string }

/** `chaine` is what led to the address; `fromPrivate` is known when it was read from an answer. */
export type Resolved = { address: string; chaine: string[]; fromPrivate?: boolean }

/** Where a source is to be fetched today: its address, or that of the newest CSV of its data set. */
export async function addressOf(source: OfficialSource, folder: string, limits: Limits): Promise<Resolved> {
  if (!source.slug) return { address: source.url ?? source.page, chaine: [] }
  const address = `${source.api ?? API}/datasets/${encodeURIComponent(source.slug)}/`
  const described = { ...limits, maxBytes: Math.min(limits.maxBytes, MAX_BYTES) }
  const { path, trace, fromPrivate } = await download(address, folder, `${source.id}.jeu`, { limits: described })
  const newest = newestCsv(readResources(await readFile(path as string, 'utf8')))
  if (!newest) throw new Unfetched('aucun fichier CSV dans ce jeu de données', 'final')
  return { address: newest, chaine: trace.chaine, fromPrivate }
}

function readResources(text: string): Resource[] {
  try {
    const { resources } = JSON.parse(text) as { resources?: unknown }
    if (Array.isArray(resources)) return resources.filter((one) => typeof one === 'object' && one !== null)
  } catch {
    // Falls through: what is not JSON is no description either.
  }
  throw new Unfetched('description du jeu de données illisible', 'final')
}

/** The main resource most recently modified, never the first of the list: their order is the publisher's. */
export function newestCsv(resources: Resource[]): string | null {
  const time = ({ last_modified }: Resource) => Date.parse(last_modified ?? '') || 0
  const csv = resources.filter((one) => one.url && one.type === 'main' && one.format?.trim().toLowerCase() === 'csv')
  return csv.toSorted((a, b) => time(b) - time(a))[0]?.url ?? null
}
