import { readFile } from 'node:fs/promises'
import type { OfficialSource } from '#scripts/import/gather/sources.ts'
import { download } from './download.ts'
import type { Limits } from './limits.ts'
import { findNewest } from './recherche.ts'
import { type Ask, newestCsv, type Resolved, resourcesOf } from './resources.ts'
import { Unfetched } from './unfetched.ts'

const API = 'https://www.data.gouv.fr/api/1'
const MAX_BYTES = 20 * 1024 * 1024

/** Where a source is to be fetched today: its address, or that of the newest CSV of its data set. */
export async function addressOf(source: OfficialSource, folder: string, limits: Limits): Promise<Resolved> {
  const ask = askIn(folder, source.id, limits)
  if (source.recherche) return findNewest(source.recherche, source.api ?? API, ask)
  if (!source.slug) return { address: source.url ?? source.page, chaine: [] }
  const { said, chaine, fromPrivate } = await ask(`${source.api ?? API}/datasets/${encodeURIComponent(source.slug)}/`)
  const newest = newestCsv(resourcesOf(said))
  if (!newest?.url) throw new Unfetched('aucun fichier CSV dans ce jeu de données', 'final')
  return { address: newest.url, chaine, fromPrivate }
}

function askIn(folder: string, id: string, limits: Limits): Ask {
  const described = { ...limits, maxBytes: Math.min(limits.maxBytes, MAX_BYTES) }
  let asked = 0
  return async (address, fromPrivate) => {
    asked += 1
    const got = await download(address, folder, `${id}.jeu-${asked}`, { limits: described, fromPrivate })
    const said = readObject(await readFile(got.path as string, 'utf8'))
    return { said, chaine: got.trace.chaine, fromPrivate: got.fromPrivate }
  }
}

function readObject(text: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said === 'object' && said !== null) return said as Record<string, unknown>
  } catch {
    // Falls through: what is not JSON is no description either.
  }
  throw new Unfetched('description du jeu de données illisible', 'final')
}
