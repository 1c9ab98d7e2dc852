import { basename } from 'node:path'
import { COLONNES_DU_LIEU, colonnesProbables } from '#app/lecture/column-names.ts'
import { openTable } from '#app/lecture/read-file.ts'
import type { Table } from '#app/lecture/table.ts'
import { choixOf, type Input } from '#scripts/import/input.ts'
import { sha256Of } from './archive.ts'
import { type KnownAddresses, readKnown } from './known-addresses.ts'
import type { ImportOptions } from './options.ts'
import { download } from './remote/download.ts'
import { LIMITS } from './remote/limits.ts'
import { Unfetched } from './remote/unfetched.ts'
import { type OfficialSource, provenanceOf } from './sources.ts'

type Given = ImportOptions['files'][number]
type Context = {
  temporary: string
  sources: OfficialSource[]
  known: KnownAddresses
  millesime: string | null
  say: (line: string) => void
}

/** The files and addresses of the command line. Throws `Unreadable` when one cannot be had or read. */
export async function readGiven(
  options: ImportOptions,
  archive: string,
  temporary: string,
  sources: OfficialSource[],
  say: (line: string) => void,
): Promise<Input[]> {
  const { files, millesime } = options
  const known = readKnown(archive)
  const context = { temporary, sources, known, millesime, say }
  return Promise.all(
    files.map((file, i) => (isAddress(file) ? readAddress(file, i, context) : readFile(file, context))),
  )
}

function isAddress({ path }: Given): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(path)
}

/** As `--columns` takes them: "ville=commune,lat=latitude". */
function colonnesNonLues({ header, kind }: Table): string {
  const likely = colonnesProbables(header, kind).filter(({ column }) => COLONNES_DU_LIEU.has(column))
  return likely.map(({ published, column }) => `${published}=${column}`).join(',')
}

/** An address goes through the same door as the official sources. */
async function readAddress(given: Given, i: number, context: Context): Promise<Input> {
  const { path: address, kind, colonnes } = given
  const { known, temporary, millesime } = context
  const asked = { limits: LIMITS, known: known.ofKind(kind) }
  const got = await download(address, temporary, `fichier-${i + 1}`, asked).catch((error) => {
    throw error instanceof Unfetched ? new Unfetched(`${address} : ${error.message}.`, error.outlook) : error
  })
  const dated = millesime ? { millesime } : {}
  if (got.path === null) {
    const copy = known.copyOf(got.trace.chaine.at(-1) as string, kind) as Input
    return { ...copy, provenance: { ...copy.provenance, colonnes }, etat: 'donnee', ...dated }
  }
  const input = await readFile({ ...given, path: got.path }, context)
  return { ...input, provenance: { ...input.provenance, fichier: got.fichier, distant: got.trace } }
}

async function readFile(given: Given, { sources, millesime, say }: Context): Promise<Input> {
  const { path, colonnes } = given
  const table = await openTable(path, choixOf({ kind: given.kind, provenance: { colonnes } }))
  const { kind } = table
  const likely = colonnesNonLues(table)
  if (likely !== '')
    say(
      `${path} : des colonnes qui semblent dire où sont les lieux ne sont pas lues. Si c’est le cas : --columns ${likely}`,
    )
  const provenance = { ...provenanceOf(kind, basename(path), sources), ...(colonnes && { colonnes }) }
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
