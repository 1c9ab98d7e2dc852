import { join } from 'node:path'
import { writeBody } from './body.ts'
import { type Follow, follow, type Validators } from './follow.ts'
import type { Limits } from './limits.ts'
import { retry } from './retry.ts'
import { toUnfetched, Unfetched } from './unfetched.ts'

/** How a file came: kept beside it in the archive, so that one can say from where, and ask again only what changed. */
export type Fetched = {
  /** The address that was asked, then each one that it led to; the last one sent the file. */
  chaine: string[]
  etag: string | null
  lastModified: string | null
  /** When it came, or was last found unchanged (ISO 8601). */
  recu: string
}

/** `path` is null when the server says that what it gave last time has not changed; `pris`, which file was chosen, in words. */
export type Download = { path: string | null; fichier: string; trace: Fetched; fromPrivate: boolean; pris?: string }

export type Asked = { limits: Limits; known?: Follow['known']; fromPrivate?: boolean }

/** Fetches an address to a file of `folder`, whole, named so that its date and its type show. Throws `Unfetched`. */
export async function download(
  address: string,
  folder: string,
  name: string,
  { limits, known = async () => null, fromPrivate }: Asked,
): Promise<Download> {
  const late = new AbortController()
  const clock = setTimeout(
    () => late.abort(new Unfetched(`plus de ${Math.round(limits.wholeMs / 1000)} secondes`, 'final')),
    limits.wholeMs,
  )
  const asked = { userAgent: userAgent(), limits, signal: late.signal, known, fromPrivate }
  try {
    return await retry(() => attempt(address, folder, name, asked), limits, late.signal)
  } finally {
    clearTimeout(clock)
  }
}

/** Always the whole file: what an earlier try left is never carried on, the file may have changed between the two. */
async function attempt(address: string, folder: string, name: string, asked: Follow): Promise<Download> {
  const { response, chain, fromPrivate } = await follow(address, asked).catch((error) => {
    throw toUnfetched(error)
  })
  try {
    const address = chain.at(-1) as string
    const final = new URL(address)
    const fichier = fileNameOf(final) || name
    const unchanged = response.statusCode === 304
    const path = unchanged ? null : join(folder, localName(name, fichier, final))
    if (path) await writeBody(response, path, asked.limits.maxBytes)
    const trace = traceOf(chain, response.headers, unchanged ? await asked.known(address) : null)
    return { path, fichier, trace, fromPrivate }
  } finally {
    response.destroy()
  }
}

function traceOf(
  chaine: string[],
  headers: { etag?: string; 'last-modified'?: string },
  known: Validators | null,
): Fetched {
  return {
    chaine,
    etag: headers.etag ?? known?.etag ?? null,
    lastModified: headers['last-modified'] ?? known?.lastModified ?? null,
    recu: new Date().toISOString(),
  }
}

function fileNameOf({ pathname }: URL): string {
  const last = pathname.split('/').pop() ?? ''
  try {
    return decodeURIComponent(last).replace(/\.gz$/i, '')
  } catch {
    return last
  }
}

function localName(name: string, fichier: string, { pathname }: URL): string {
  const [date = ''] = pathname.match(/20\d{2}-?\d{2}-?\d{2}/) ?? []
  const [extension] = fichier.match(/\.(csv|json|xlsx)$/i) ?? ['.csv']
  return `${name}${date && `-${date}`}${extension.toLowerCase()}`
}

const PROJECT = 'carte-conseillers-numeriques'

/** Who asks, so that a producer can write to them: PUBLISHER_CONTACT, with PUBLISHER_NAME, when they are set. */
export function userAgent(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const contact = [env.PUBLISHER_NAME, env.PUBLISHER_CONTACT].map(asToken).filter((part) => part !== '')
  return `${PROJECT} (${contact.length > 0 ? contact.join(' ; ') : 'open data import'})`
}

/** A header holds plain letters only, and parentheses end the comment. */
function asToken(value: string | undefined): string {
  return (value ?? '')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]|[()\\]/g, '')
    .trim()
}
