import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { blocksOf } from '#app/lecture/fichier.ts'
import { writeGzip, writeWhole } from '#scripts/import/gather/archive.ts'
import { importerHash } from '#scripts/import/publish/up-to-date.ts'
import type { EtatLignee } from './follow-lieux.ts'
import type { FichierAncien } from './older-files.ts'

/**
 * What the files of places read so far have left: with it, none of them is read again. `cle`: what it is a function of
 * beside them, the code, the territory and the answers of the geocoder. `chaine`: their names, oldest first.
 */
export type Souvenir = { cle: string; chaine: readonly string[]; etat: EtatLignee }

const EXTENSION = '.jsonl.gz'
/** So many are kept: the file in force, imported again, needs the one before. */
const KEPT = 2

/** Beside the files, in the archive. */
export function souvenirsOf(archive: string): string {
  return join(archive, 'lignee')
}

/** `territoire`: the hashes of the files that place the rows. */
export function cleOf(territoire: readonly string[], geocodage: string): string {
  return createHash('sha256')
    .update(JSON.stringify([importerHash(), [...territoire].sort(), geocodage]))
    .digest('hex')
    .slice(0, 16)
}

/** `2024-01-31-HASH`, of a path or of a file that is not archived yet. */
export function nomOf(file: Pick<FichierAncien, 'path'> | { millesime: string; sha256: string }): string {
  return 'path' in file ? basename(file.path).replace(/\..*$/, '') : `${file.millesime}-${file.sha256}`
}

/** Every list of the state: one that were left out would be forgotten from one import to the next. */
type Liste = Exclude<keyof EtatLignee, 'vuLe'>
const LISTES = Object.keys({
  vivants: true,
  anciens: true,
  depuis: true,
  changes: true,
} satisfies Record<Liste, true>) as Liste[]
/** The first line of a memory; as many lines of each list follow, in the order of `LISTES`. */
type EnTete = Pick<Souvenir, 'cle' | 'chaine'> & { vuLe: string; nombres: readonly number[] }
/** Lines compressed together: a memory is never whole as a text. */
const LIGNES = 5_000

/**
 * The memory that ends with the newest of the older files and has all of them; null when there is none, and they are to be
 * read. Files that the archive no longer keeps may be in it: what they had is not forgotten.
 */
export async function readSouvenir(
  folder: string | null,
  cle: string,
  anciens: readonly FichierAncien[],
): Promise<Souvenir | null> {
  const noms = anciens.map(nomOf)
  const path = folder && noms.length > 0 ? join(folder, `${noms.at(-1)}${EXTENSION}`) : null
  if (path === null || !existsSync(path)) return null
  try {
    const lines = linesOf(path)
    const next = async () => JSON.parse((await lines.next()).value ?? '')
    const { nombres, vuLe, ...enTete } = (await next()) as EnTete
    const chaine = new Set(enTete.chaine)
    if (enTete.cle !== cle || !noms.every((nom) => chaine.has(nom))) return null
    const lists: [string, unknown[]][] = []
    for (const [rang, liste] of LISTES.entries()) {
      const items: unknown[] = []
      while (items.length < (nombres[rang] ?? 0)) items.push(await next())
      lists.push([liste, items])
    }
    return { ...enTete, etat: { vuLe, ...Object.fromEntries(lists) } as EtatLignee }
  } catch {
    // Damaged: the files say it again.
    return null
  }
}

export function writeSouvenir(folder: string, souvenir: Souvenir): void {
  mkdirSync(folder, { recursive: true })
  const own = `${souvenir.chaine.at(-1)}${EXTENSION}`
  writeWhole(join(folder, own), (path) => writeGzip(path, textOf(souvenir), 1))
  const before = souvenir.chaine.slice(-KEPT).map((nom) => `${nom}${EXTENSION}`)
  for (const name of readdirSync(folder)) if (!before.includes(name)) rmSync(join(folder, name), { force: true })
}

function* textOf({ cle, chaine, etat }: Souvenir): Generator<string> {
  const lists = LISTES.map((liste) => etat[liste] ?? [])
  const enTete: EnTete = { cle, chaine, vuLe: etat.vuLe, nombres: lists.map(({ length }) => length) }
  yield `${JSON.stringify(enTete)}\n`
  for (const items of lists) {
    for (let from = 0; from < items.length; from += LIGNES) {
      const piece = items.slice(from, from + LIGNES)
      yield piece.map((item) => `${JSON.stringify(item)}\n`).join('')
    }
  }
}

async function* linesOf(path: string): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const block of blocksOf(path)) {
    const lines = (rest + decoder.decode(block, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
