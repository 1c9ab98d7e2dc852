import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { writeWhole } from '#scripts/import/gather/archive.ts'
import { importerHash } from '#scripts/import/publish/up-to-date.ts'
import type { EtatLignee } from './follow-lieux.ts'
import type { FichierAncien } from './older-files.ts'

/**
 * What the files of places read so far have left: with it, none of them is read again. `cle`: what it is a function of
 * beside them, the code, the territory and the answers of the geocoder. `chaine`: their names, oldest first.
 */
export type Souvenir = { cle: string; chaine: readonly string[]; etat: EtatLignee }

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

/**
 * The memory that ends with the newest of the older files and has all of them; null when there is none, and they are to be
 * read. Files that the archive no longer keeps may be in it: what they had is not forgotten.
 */
export function readSouvenir(folder: string | null, cle: string, anciens: readonly FichierAncien[]): Souvenir | null {
  const noms = anciens.map(nomOf)
  const path = folder && noms.length > 0 ? join(folder, `${noms.at(-1)}.json.gz`) : null
  if (path === null || !existsSync(path)) return null
  try {
    const souvenir = JSON.parse(gunzipSync(readFileSync(path)).toString()) as Souvenir
    const chaine = new Set(souvenir.chaine)
    return souvenir.cle === cle && noms.every((nom) => chaine.has(nom)) ? souvenir : null
  } catch {
    // Damaged: the files say it again.
    return null
  }
}

export function writeSouvenir(folder: string, souvenir: Souvenir): void {
  mkdirSync(folder, { recursive: true })
  const own = `${souvenir.chaine.at(-1)}.json.gz`
  writeWhole(join(folder, own), (path) => writeFileSync(path, gzipSync(JSON.stringify(souvenir), { level: 1 })))
  const before = souvenir.chaine.slice(-KEPT).map((nom) => `${nom}.json.gz`)
  for (const name of readdirSync(folder)) if (!before.includes(name)) rmSync(join(folder, name), { force: true })
}
