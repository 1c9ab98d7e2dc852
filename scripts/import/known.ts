import type { Kind } from '#app/domain/vocabulary.ts'
import { type Archived, listArchive, sha256Of } from './archive.ts'
import type { Validators } from './remote/follow.ts'

/** What the archive knows of the addresses that its files came from. */
export type Known = {
  /** The ETag and Last-Modified under which an address last sent a file of a kind (any kind when undefined). */
  ofKind: (kind?: Kind) => (url: string) => Validators | null
  /** That file. */
  copyOf: (url: string, kind?: Kind) => Archived | null
}

/**
 * Reads the archive. A copy whose bytes are no longer those of its name is not known: it will be fetched again,
 * rather than be used because the server says that it has not changed.
 */
export async function readKnown(archive: string): Promise<Known> {
  const files: Archived[] = []
  for (const file of listArchive(archive)) {
    const { distant } = file.provenance
    if (distant && (distant.etag || distant.lastModified) && (await sha256Of(file.path)) === file.sha256)
      files.push(file)
  }
  files.sort((a, b) => (a.provenance.distant?.recu ?? '').localeCompare(b.provenance.distant?.recu ?? ''))
  const copyOf = (url: string, kind?: Kind) =>
    files.findLast((file) => file.provenance.distant?.chaine.at(-1) === url && (!kind || file.kind === kind)) ?? null
  return { copyOf, ofKind: (kind) => (url) => copyOf(url, kind)?.provenance.distant ?? null }
}
