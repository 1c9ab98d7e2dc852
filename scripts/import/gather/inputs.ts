import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTable } from '#app/lecture/read-file.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import type { FichierAncien } from '#scripts/import/build/lignee/older-files.ts'
import type { Input } from '#scripts/import/input.ts'
import type { Reponse } from '#scripts/import/publish/etat-sources.ts'
import { archiveAt, listArchive, sha256Of } from './archive.ts'
import { carriedIn, dated } from './carried-files.ts'
import { readGiven } from './given-files.ts'
import { officialInputs } from './official-files.ts'
import type { ImportOptions } from './options.ts'
import { listOfficialSources } from './sources.ts'

/** The files to import, and whether they are the demonstration. `say` receives what a person should know. */
export type Chosen = { inputs: Input[]; demonstration: boolean; archived: boolean; anciens: FichierAncien[] }

const DEMO = fileURLToPath(new URL('../../../data/demo', import.meta.url))

/** Chooses the files by the options. Throws `Unreadable` when one cannot be had. */
export async function chooseInputs(
  options: ImportOptions,
  archive: string,
  temporary: string,
  say: (line: string) => void,
  onReponses?: (reponses: Reponse[]) => void,
): Promise<Chosen> {
  if (options.demo) return demonstration()
  if (options.fromArchive) return fromArchive(options.fromArchive, archive)
  const sources = listOfficialSources(options.sources)
  if (options.files.length > 0) {
    const given = await readGiven(options, archive, temporary, sources, say)
    const inputs = [...dated(given, archive), ...carriedIn(options.out, archive, given, say)]
    return { inputs, demonstration: false, archived: false, anciens: anciensDe(inputs, archive) }
  }
  const inputs = await officialInputs(sources, { out: options.out, archive, temporary, onReponses }, say)
  if (inputs) return { inputs, demonstration: false, archived: false, anciens: anciensDe(inputs, archive) }
  say(
    'Aucune source officielle ne répond : données de démonstration. Relancez « npm run import » quand le réseau est là.',
  )
  return demonstration()
}

async function demonstration(): Promise<Chosen> {
  const inputs = await Promise.all(
    readdirSync(DEMO)
      .filter((name) => name.endsWith('.csv'))
      .sort()
      .map(async (name): Promise<Input> => {
        const path = join(DEMO, name)
        const { kind } = await openTable(path)
        const provenance = {
          fichier: name,
          titre: 'Données de démonstration, inventées',
          url: null,
          producteur: null,
          licence: null,
        }
        return { path, kind, sha256: await sha256Of(path), provenance, etat: 'demonstration' }
      }),
  )
  return { inputs, demonstration: true, archived: true, anciens: [] }
}

function fromArchive(date: string, archive: string): Chosen {
  const inputs = archiveAt(archive, date)
  if (inputs.length > 0) return { inputs, demonstration: false, archived: true, anciens: anciensDe(inputs, archive) }
  const dates = listArchive(archive).map((one) => one.millesime)
  const known = dates.length > 0 ? `Dates archivées : ${[...new Set(dates)].join(', ')}.` : 'L’archive est vide.'
  throw new Unreadable(`Rien dans l’archive au ${date} ou avant. ${known}`)
}

/** The other archived files of places, oldest first: a place of theirs keeps its address on the site. */
function anciensDe(inputs: readonly Input[], archive: string): FichierAncien[] {
  const hashes = new Set(inputs.map(({ sha256 }) => sha256))
  return listArchive(archive).filter(({ kind, sha256 }) => kind === 'lieux' && !hashes.has(sha256))
}
