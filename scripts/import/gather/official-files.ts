import { formatDate } from '#app/domain/texte/format.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import type { EtatFichier, Input } from '#scripts/import/input.ts'
import type { Reponse } from '#scripts/import/publish/etat-sources.ts'
import { sha256Of } from './archive.ts'
import { carriedIn, dated, lastGood, publishedSources } from './carried-files.ts'
import { type KnownAddresses, readKnown } from './known-addresses.ts'
import { LIMITS, type Limits } from './remote/limits.ts'
import { type Downloaded, downloadOfficial, type Failure } from './remote.ts'
import type { OfficialSource } from './sources.ts'

/** `onReponses` is told how each source answered, before anything is thrown. */
export type Folders = { out: string; archive: string; temporary: string; onReponses?: (reponses: Reponse[]) => void }

/**
 * The official files of today; of a source that fails, what was imported last. Null when there is nothing official
 * to import, nor published. Throws `Unreadable` rather than put less in the place of what is published.
 */
export async function officialInputs(
  sources: OfficialSource[],
  { out, archive, temporary, onReponses }: Folders,
  say: (line: string) => void,
  limits: Limits = LIMITS,
): Promise<Input[] | null> {
  const known = readKnown(archive)
  const { files, failures } = await downloadOfficial(sources, temporary, known, limits)
  const given: Input[] = []
  for (const file of files) {
    if (file.download.pris) say(`Source « ${file.source.titre} » : ${file.download.pris}.`)
    const input = await readDownloaded(file, known)
    if ('reason' in input) failures.push(input)
    else given.push(input)
  }
  const current = [...dated(given, archive), ...carriedIn(out, archive, given, say)]
  const failed = new Set(failures.map(({ source }) => source.kind))
  const inputs = [...current, ...lastGood(archive, current)].map((input) => ({ ...input, etat: etatOf(input, failed) }))
  onReponses?.(reponsesOf(sources, failures))
  for (const failure of failures) say(sentenceOf(failure, inputs))
  if (inputs.some(({ kind }) => kind === 'structures' || kind === 'lieux')) return inputs
  if (publishedSources(out).length > 0)
    throw new Unreadable(
      'Aucune source officielle ne répond, et l’archive de la base en ligne n’est plus là : la base en ligne reste en place.',
    )
  return null
}

/** The same bytes as those of the archive have not changed, whether their server knew it or not. */
function etatOf({ kind, etat, archivedOn }: Input, failed: ReadonlySet<Kind>): EtatFichier {
  if (etat === undefined) return failed.has(kind) ? 'archive' : 'reprise'
  return archivedOn === undefined ? etat : 'inchangee'
}

function reponsesOf(sources: OfficialSource[], failures: Failure[]): Reponse[] {
  const fautes = new Map(failures.map(({ source, reason }) => [source.id, reason]))
  return sources
    .filter(({ manuel }) => !manuel)
    .map(({ id, kind, titre }) => ({ id, kind, titre, faute: fautes.get(id) ?? null }))
}

/** A file that came and cannot be read is a failure of its source, like one that did not come. */
async function readDownloaded({ source, download }: Downloaded, known: KnownAddresses): Promise<Input | Failure> {
  const { titre, producteur, licence, page, kind } = source
  const { path, fichier, trace } = download
  const copy = path === null ? known.copyOf(trace.chaine.at(-1) as string, kind) : null
  const described = { titre, url: page, producteur, licence, distant: trace }
  if (copy) return { ...copy, etat: 'inchangee', provenance: { ...described, fichier: copy.provenance.fichier } }
  if (path === null) return { source, reason: 'inchangée, mais sa copie n’est plus dans l’archive' }
  try {
    const table = await openTable(path, { kind })
    return { path, kind, sha256: await sha256Of(path), etat: 'nouvelle', provenance: { ...described, fichier }, table }
  } catch (error) {
    if (error instanceof Unreadable) return { source, reason: error.message.replace(/\.$/, '') }
    throw error
  }
}

function sentenceOf({ source, reason }: Failure, inputs: Input[]): string {
  const dates = inputs
    .filter(({ kind }) => kind === source.kind)
    .map(({ millesime, archivedOn }) => millesime ?? archivedOn)
  const said = `Source « ${source.titre} » : pas de réponse utilisable (${reason}).`
  if (inputs.length === 0) return said
  const newest = dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1)
  const instead = newest
    ? `Sa dernière copie archivée, du ${formatDate(newest)}, est utilisée.`
    : 'Aucune copie n’en est archivée : l’import se fait sans elle.'
  return `${said} ${instead}`
}
