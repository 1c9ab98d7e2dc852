import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Referentiel } from '#app/lecture/referentiel.ts'
import { createDatabase, type Db, openForWriting } from '#db/connect.server.ts'
import type { Input } from '#scripts/import/input.ts'
import { importerHash } from '#scripts/import/publish/up-to-date.ts'
import { writeTerritoire } from './write-territoire.ts'

/** Of these, the last used, some 15 MB each: several territories are at hand where several are imported. */
const KEPT = 5

/**
 * A database with today's tables, in which the territory is written. It takes half of the work of a small import and is
 * the same from day to day: it is written once, and its file copied. A copy that cannot be kept, or that is not
 * what was written, is done without.
 */
export function createWithTerritoire(path: string, referentiel: Referentiel, inputs: readonly Input[]): Db {
  const folder = cacheFolder()
  const name = `territoire-${keyOf(referentiel, inputs)}`
  if (copyKept(folder, name, path)) return openForWriting(path)
  const db = createDatabase(path)
  db.$client.exec('BEGIN')
  writeTerritoire(db, referentiel)
  db.$client.exec('COMMIT')
  keep(folder, name, path)
  return db
}

/** As other programs of a user keep what can be made again. */
function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'carte-conseillers-numeriques')
}

/** What the territory is a function of: this code with data/referentiel, and the reference files given. */
function keyOf({ read }: Referentiel, inputs: readonly Input[]): string {
  const files = inputs
    .filter(({ kind }) => read.has(kind))
    .map(({ kind, sha256, provenance }) => [kind, sha256, provenance.colonnes])
  const text = JSON.stringify([importerHash(), files])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** True when one of that name was copied to `path`, and is what its own name says. */
function copyKept(folder: string, name: string, path: string): boolean {
  try {
    const file = readdirSync(folder).find((one) => one.startsWith(name))
    if (!file) return false
    copyFileSync(join(folder, file), path)
    if (file === fileName(name, path)) {
      const now = new Date()
      utimesSync(join(folder, file), now, now)
      return true
    }
  } catch {
    // It was taken away meanwhile, or there is none.
  }
  rmSync(path, { force: true })
  return false
}

function keep(folder: string, name: string, path: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const draft = join(folder, `${randomUUID()}.tmp`)
    for (const file of tooMany(folder, name)) rmSync(join(folder, file), { force: true })
    try {
      copyFileSync(path, draft)
      renameSync(draft, join(folder, fileName(name, draft)))
    } finally {
      rmSync(draft, { force: true })
    }
  } catch {
    // A home that cannot be written, a full disk: the next import writes the territory again.
  }
}

/** Those of that name, which were not what they say, drafts of the dead, and the oldest. */
function tooMany(folder: string, name: string): string[] {
  const files = readdirSync(folder).map((file) => ({ file, at: statSync(join(folder, file)).mtimeMs }))
  const others = files.filter(({ file }) => file.startsWith('territoire-') && !file.startsWith(name))
  const recent = new Set(others.toSorted((a, b) => b.at - a.at).slice(0, KEPT - 1))
  return files
    .filter((one) => !recent.has(one) && (one.file.startsWith('territoire-') || Date.now() - one.at > 3_600_000))
    .map(({ file }) => file)
}

const PIECE = 1 << 16

/** A name that ends with the hash of what the file holds, which is read by pieces. */
function fileName(name: string, path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(PIECE)
  const file = openSync(path, 'r')
  try {
    for (let read = PIECE; read > 0; ) {
      read = readSync(file, piece)
      hash.update(piece.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
  return `${name}-${hash.digest('hex').slice(0, 32)}.sqlite`
}
