import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Unreadable } from '#app/lecture/unreadable.ts'
import type { Provenance } from './sources.ts'
import { listOfficialSources, type OfficialSource } from './sources.ts'

/** Being offline is decided within this: no answer at all from a first source. */
const CONNECT_MS = 6000
const DOWNLOAD_MS = 180_000
const MAX_BYTES = 400 * 1024 * 1024
const USER_AGENT = 'carte-conseillers-numeriques (open data import)'

export type Downloaded = { path: string; source: OfficialSource; provenance: Provenance }
export type Failure = { source: OfficialSource; reason: string }

/**
 * Fetches the official files into `folder`, all at once. A source that fails is reported and the others go on;
 * with no network, every failure comes within 6 seconds.
 */
export async function downloadOfficial(folder: string): Promise<{ files: Downloaded[]; failures: Failure[] }> {
  const sources = listOfficialSources().filter((source) => !source.manuel)
  const results = await Promise.allSettled(sources.map((source) => downloadSource(source, folder)))
  const files: Downloaded[] = []
  const failures: Failure[] = []
  for (const [i, result] of results.entries()) {
    const source = sources[i] as OfficialSource
    if (result.status === 'fulfilled') files.push(result.value)
    else failures.push({ source, reason: reasonOf(result.reason) })
  }
  return { files, failures }
}

async function downloadSource(source: OfficialSource, folder: string): Promise<Downloaded> {
  const address = source.slug ? await newestCsv(source.slug) : (source.url ?? source.page)
  const { path, url } = await download(address, folder, source.id)
  const fichier = decodeURIComponent(new URL(url).pathname.split('/').pop() || source.id)
  const { titre, producteur, licence, page } = source
  return { path, source, provenance: { fichier, titre, url: page, producteur, licence } }
}

/** The URL of a data set's newest CSV: the main resource most recently modified, never the first of the list. */
async function newestCsv(slug: string): Promise<string> {
  const response = await get(`https://www.data.gouv.fr/api/1/datasets/${slug}/`)
  const { resources } = (await response.json()) as {
    resources?: { type: string; format: string; last_modified: string; url: string }[]
  }
  const newest = (resources ?? [])
    .filter((one) => one.type === 'main' && one.format?.toLowerCase() === 'csv')
    .sort((a, b) => (a.last_modified < b.last_modified ? 1 : -1))[0]
  if (!newest) throw new Unreadable(`${slug} : aucun fichier CSV dans ce jeu de données.`)
  return newest.url
}

/** Streams a URL to a file of `folder`, named so that its kind of content shows. Returns the final URL. */
export async function download(address: string, folder: string, name: string): Promise<{ path: string; url: string }> {
  const response = await get(address)
  if (/text\/html/i.test(response.headers.get('content-type') ?? '')) {
    throw new Unreadable(`${address} : la réponse est une page web, pas un fichier.`)
  }
  const { pathname } = new URL(response.url)
  const [, date] = pathname.match(/(20\d{2}-?\d{2}-?\d{2})/) ?? []
  const [extension] = pathname.match(/\.(csv|json|xlsx)$/i) ?? ['.csv']
  const path = join(folder, `${name}${date ? `-${date}` : ''}${extension.toLowerCase()}`)
  if (!response.body) throw new Unreadable(`${address} : réponse vide.`)
  await pipeline(Readable.fromWeb(response.body as never), limit(address), createWriteStream(path))
  return { path, url: response.url }
}

function limit(address: string): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(bytes > MAX_BYTES ? new Unreadable(`${address} : plus de 400 Mo, abandonné.`) : null, chunk)
    },
  })
}

async function get(address: string): Promise<Response> {
  const abort = new AbortController()
  // Two clocks: a short one until the headers come, a long one for the body.
  const connect = setTimeout(() => abort.abort(new Error('pas de réponse')), CONNECT_MS)
  const whole = setTimeout(() => abort.abort(new Error('téléchargement trop long')), DOWNLOAD_MS)
  whole.unref()
  try {
    const response = await fetch(address, {
      signal: abort.signal,
      redirect: 'follow',
      headers: { 'user-agent': USER_AGENT },
    })
    if (!response.ok) throw new Unreadable(`${address} : réponse ${response.status}.`)
    return response
  } finally {
    clearTimeout(connect)
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  const cause = (error as { cause?: { code?: string } }).cause?.code
  return cause ?? (error as Error).message
}
