import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import type { Kind } from '#app/domain/vocabulary.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { openReadOnly } from '#db/connect.server.ts'
import { archiveAt, listArchive, sha256Of } from './archive.ts'
import type { Input } from './build.ts'
import type { FichierAncien } from './lignee.ts'
import type { Options } from './options.ts'
import { download, downloadOfficial } from './remote.ts'
import { provenanceOf } from './sources.ts'

/** The files to import, and whether they are the demonstration. `say` receives what a person should know. */
export type Chosen = { inputs: Input[]; demonstration: boolean; archived: boolean; anciens: FichierAncien[] }

const DEMO = fileURLToPath(new URL('../../data/demo', import.meta.url))

/** Chooses the files by the options. Throws `Unreadable` when one cannot be had. */
export async function chooseInputs(
  options: Options,
  archive: string,
  temporary: string,
  say: (line: string) => void,
): Promise<Chosen> {
  if (options.demo) return demonstration()
  if (options.fromArchive) return fromArchive(options.fromArchive, archive)
  if (options.files.length > 0) {
    const given = await Promise.all(options.files.map((file, i) => readGiven(file, i, temporary, options.millesime)))
    const inputs = [...dated(given, archive), ...carriedIn(options.out, archive, given, say)]
    return { inputs, demonstration: false, archived: false, anciens: anciensDe(inputs, archive) }
  }
  return official(options, archive, temporary, say)
}

async function official(
  options: Options,
  archive: string,
  temporary: string,
  say: (line: string) => void,
): Promise<Chosen> {
  const { files, failures } = await downloadOfficial(temporary)
  for (const { source, reason } of failures) say(`Source « ${source.titre} » : pas de réponse utilisable (${reason}).`)
  const readable = await Promise.all(
    files.map(async ({ path, source, provenance }) => {
      try {
        const table = await openTable(path, source.kind)
        return [{ path, kind: source.kind, sha256: await sha256Of(path), provenance, table }]
      } catch (error) {
        say(`Source « ${source.titre} » : ${(error as Error).message}`)
        return []
      }
    }),
  )
  const given: Input[] = readable.flat()
  const inputs = [...dated(given, archive), ...carriedIn(options.out, archive, given, say)]
  if (inputs.some(({ kind }) => kind === 'structures' || kind === 'lieux'))
    return { inputs, demonstration: false, archived: false, anciens: anciensDe(inputs, archive) }
  if (publishedSources(options.out).length > 0)
    throw new Unreadable(
      'Aucune source officielle ne répond, et l’archive de la base en ligne n’est plus là : la base en ligne reste en place.',
    )
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
        return { path, kind, sha256: await sha256Of(path), provenance }
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

async function readGiven(
  file: { path: string; kind?: Kind },
  i: number,
  temporary: string,
  millesime: string | null,
): Promise<Input> {
  const remote = /^https?:\/\//i.test(file.path)
  const path = remote ? (await downloadGiven(file.path, temporary, i)).path : file.path
  const table = await openTable(path, file.kind)
  const { kind } = table
  const provenance = provenanceOf(kind, basename(remote ? new URL(file.path).pathname : path))
  return { path, kind, sha256: await sha256Of(path), provenance, table, ...(millesime && { millesime }) }
}

async function downloadGiven(address: string, temporary: string, i: number) {
  try {
    return await download(address, temporary, `fichier-${i + 1}`)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(`${address} : téléchargement impossible (${(error as Error).message}).`)
  }
}

/** A file already in the archive keeps the day it came: imported again, it gives the same database. */
function dated(given: Input[], archive: string): Input[] {
  const files = listArchive(archive)
  return given.map((input) => {
    const known = files.find((one) => one.sha256 === input.sha256 && one.kind === input.kind)
    return known ? { ...input, archivedOn: known.millesime } : input
  })
}

/**
 * The files that the published database was made of, of the kinds that this import does not replace; for
 * structures the older ones too, since only the newest is current.
 */
function carriedIn(out: string, archive: string, given: Input[], say: (line: string) => void): Input[] {
  const kinds = new Set(given.map((input) => input.kind))
  const hashes = new Set(given.map((input) => input.sha256))
  const files = listArchive(archive)
  return publishedSources(out).flatMap(({ kind, sha256, fichier }) => {
    if (hashes.has(sha256) || (kinds.has(kind) && kind !== 'structures')) return []
    const file = files.find((one) => one.sha256 === sha256 && one.kind === kind)
    if (!file) say(`« ${fichier} » n’est plus dans l’archive : il n’est pas repris.`)
    return file ? [file] : []
  })
}

/** The other archived files of places, oldest first: a place of theirs keeps its address on the site. */
function anciensDe(inputs: readonly Input[], archive: string): FichierAncien[] {
  const hashes = new Set(inputs.map(({ sha256 }) => sha256))
  return listArchive(archive).filter(({ kind, sha256 }) => kind === 'lieux' && !hashes.has(sha256))
}

function publishedSources(out: string): { kind: Kind; sha256: string; fichier: string }[] {
  try {
    const db = openReadOnly(out)
    try {
      return db.all(sql`SELECT kind, sha256, fichier FROM source WHERE demonstration = 0 ORDER BY id`)
    } finally {
      db.$client.close()
    }
  } catch {
    // Nothing published yet, or a database of another age: there is nothing to carry in.
    return []
  }
}
