import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileOf, linkBetween, SERVEUR } from './chemins.ts'
import { pageServeur, phraseCopie } from './phrases.ts'
import { linksOf, linksOfCss, rewriteCss, rewritePage } from './rewrite.ts'

export type ExportOptions = {
  /** Asks the site, without following where it leads. */
  ask: (path: string) => Promise<Response>
  /** The folder that is filled. */
  out: string
  /** What is asked without a page that leads there. */
  seeds: readonly string[]
  /** Whether a path is to be in the folder. */
  admits: (path: string) => boolean
  /** The origin that the site writes: its links are ours. */
  publicUrl: string
  /** The day of the copy, YYYY-MM-DD. */
  today: string
}

/** How many files there are, and the links that lead nowhere, each with the page that has it. */
export type Exported = { files: number; broken: { path: string; from: string; status: number }[] }

/** At once: the pages are made by one processor. */
const AT_ONCE = 4

type Kind = 'page' | 'css' | 'file'

/** Asks the site for every path that its pages lead to, without a query, and writes the answers as a folder of files. */
export async function exportSite({ ask, out, seeds, admits, publicUrl, today }: ExportOptions): Promise<Exported> {
  const found = new Map<string, { kind: Kind } | { leadsTo: string } | null>()
  const from = new Map<string, string>()
  const waiting: string[] = []
  const broken: Exported['broken'] = []

  function enqueue(path: string, page: string): void {
    if (found.has(path)) return
    found.set(path, null)
    from.set(path, page)
    waiting.push(path)
  }

  /** The path of a link of ours, without what a file does not know; null for another site. */
  function ours(link: string, page: string): { path: string; asks: boolean; hash: string } | null {
    if (!URL.canParse(link, publicUrl + page)) return null
    const { origin, pathname, search, hash } = new URL(link, publicUrl + page)
    if (origin !== publicUrl) return null
    return { path: pathname, asks: needsServer(search), hash }
  }

  function follow(links: readonly string[], page: string): void {
    for (const link of links) {
      const target = link.startsWith('#') ? null : ours(link, page)
      if (target && !target.asks && admits(target.path)) enqueue(target.path, page)
    }
  }

  async function fetchOne(path: string): Promise<void> {
    const response = await ask(path)
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location) {
      const target = ours(location, path)
      found.set(path, { leadsTo: target && !target.asks ? target.path : SERVEUR })
      if (target && !target.asks && admits(target.path)) enqueue(target.path, path)
      return
    }
    const body = Buffer.from(await response.arrayBuffer())
    if (response.status !== 200) {
      broken.push({ path, from: from.get(path) ?? '', status: response.status })
      found.set(path, { leadsTo: SERVEUR })
      return
    }
    const kind = kindOf(response.headers.get('content-type') ?? '')
    found.set(path, { kind })
    write(join(out, fileOf(path)), body)
    if (kind === 'page') follow(linksOf(body.toString()), path)
    if (kind === 'css') follow(linksOfCss(body.toString()), path)
  }

  async function work(): Promise<void> {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await fetchOne(path)
  }

  /** Through redirects, to what the folder has. */
  function endOf(path: string): string {
    let [at, hops] = [path, 0]
    for (let here = found.get(at); here && 'leadsTo' in here && hops < 5; here = found.get(at), hops += 1)
      at = here.leadsTo
    const end = found.get(at)
    return end && 'kind' in end ? at : SERVEUR
  }

  function resolver(page: string) {
    return (link: string): string | null => {
      if (link.startsWith('#')) return null
      const target = ours(link, page)
      if (target === null) return null
      const end = target.asks ? SERVEUR : endOf(target.path)
      return linkBetween(page, end) + (end === SERVEUR ? '' : target.hash)
    }
  }

  for (const seed of seeds) enqueue(seed, '')
  // A worker that found nothing to do may have left before another found more.
  while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, work))
  let files = 1
  for (const [path, answer] of found) {
    if (!answer || !('kind' in answer)) continue
    files += 1
    const file = join(out, fileOf(path))
    if (answer.kind === 'page') {
      const serveur = linkBetween(path, SERVEUR)
      const html = readFileSync(file, 'utf8')
      writeFileSync(file, rewritePage(html, resolver(path), serveur, phraseCopie(today, serveur)))
    } else if (answer.kind === 'css') writeFileSync(file, rewriteCss(readFileSync(file, 'utf8'), resolver(path)))
  }
  write(join(out, fileOf(SERVEUR)), Buffer.from(pageServeur(today, linkBetween(SERVEUR, '/'))))
  return { files, broken }
}

/** The version of a file, and the way back to a list, change nothing of what is answered. */
function needsServer(search: string): boolean {
  const names = new Set(new URLSearchParams(search).keys())
  names.delete('v')
  names.delete('retour')
  return names.size > 0
}

function kindOf(type: string): Kind {
  if (type.startsWith('text/html')) return 'page'
  return type.startsWith('text/css') ? 'css' : 'file'
}

function write(path: string, body: Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, body)
}
