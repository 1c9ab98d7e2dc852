import { basename } from 'node:path'
import type { Kind } from '#app/domain/vocabulary.ts'
import { openTable } from '#app/lecture/read-file.ts'
import type { Input } from '#scripts/import/input.ts'
import { sha256Of } from './archive.ts'
import { type KnownAddresses, readKnown } from './known-addresses.ts'
import type { ImportOptions } from './options.ts'
import { download } from './remote/download.ts'
import { LIMITS } from './remote/limits.ts'
import { Unfetched } from './remote/unfetched.ts'
import { type OfficialSource, provenanceOf } from './sources.ts'

type Given = ImportOptions['files'][number]
type Context = { temporary: string; sources: OfficialSource[]; known: KnownAddresses; millesime: string | null }

/** The files and addresses of the command line. Throws `Unreadable` when one cannot be had or read. */
export async function readGiven(
  options: ImportOptions,
  archive: string,
  temporary: string,
  sources: OfficialSource[],
): Promise<Input[]> {
  const { files, millesime } = options
  const known = readKnown(archive)
  const context = { temporary, sources, known, millesime }
  return Promise.all(
    files.map((file, i) => (isAddress(file) ? readAddress(file, i, context) : readFile(file.path, file.kind, context))),
  )
}

function isAddress({ path }: Given): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(path)
}

/** An address goes through the same door as the official sources. */
async function readAddress({ path: address, kind }: Given, i: number, context: Context): Promise<Input> {
  const { known, temporary, millesime } = context
  const asked = { limits: LIMITS, known: known.ofKind(kind) }
  const got = await download(address, temporary, `fichier-${i + 1}`, asked).catch((error) => {
    throw error instanceof Unfetched ? new Unfetched(`${address} : ${error.message}.`, error.outlook) : error
  })
  const dated = millesime ? { millesime } : {}
  if (got.path === null)
    return { ...(known.copyOf(got.trace.chaine.at(-1) as string, kind) as Input), etat: 'donnee', ...dated }
  const input = await readFile(got.path, kind, context)
  return { ...input, provenance: { ...input.provenance, fichier: got.fichier, distant: got.trace } }
}

async function readFile(path: string, forced: Kind | undefined, { sources, millesime }: Context): Promise<Input> {
  const table = await openTable(path, { kind: forced })
  const { kind } = table
  const provenance = provenanceOf(kind, basename(path), sources)
  return {
    path,
    kind,
    sha256: await sha256Of(path),
    provenance,
    etat: 'donnee',
    table,
    ...(millesime && { millesime }),
  }
}
