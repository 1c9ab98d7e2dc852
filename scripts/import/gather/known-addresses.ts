import type { Kind } from '#app/domain/vocabulary.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { type Archived, listArchive, sha256Of } from './archive.ts'
import type { Validators } from './remote/follow.ts'

/** What the archive knows of the addresses that its files came from. */
export type KnownAddresses = {
  /** The ETag and Last-Modified under which an address last sent a file of a kind (any kind when undefined). */
  ofKind: (kind?: Kind) => (url: string) => Promise<Validators | null>
  /** That file. */
  copyOf: (url: string, kind?: Kind) => Archived | null
}

/**
 * Reads the archive. A copy whose bytes are no longer those of its name is not known: it will be fetched again,
 * rather than be used because the server says that it has not changed.
 */
export function readKnown(archive: string): KnownAddresses {
  const files = listArchive(archive)
    .filter(({ provenance: { distant } }) => distant?.etag || distant?.lastModified)
    .sort((a, b) => (recu(a) < recu(b) ? -1 : 1))
  const copyOf = (url: string, kind?: Kind) =>
    files.findLast((file) => file.provenance.distant?.chaine.at(-1) === url && (!kind || file.kind === kind)) ?? null
  return {
    copyOf,
    ofKind: (kind) => async (url) => {
      const file = copyOf(url, kind)
      const intact = file && (await isIntact(file))
      return (intact && file.provenance.distant) || null
    },
  }
}

async function isIntact({ path, sha256 }: Archived): Promise<boolean> {
  try {
    return (await sha256Of(path)) === sha256
  } catch (error) {
    if (error instanceof Unreadable) return false
    throw error
  }
}

function recu({ provenance }: Archived): string {
  return provenance.distant?.recu ?? ''
}
