import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import { KINDS, type Kind } from '#app/domain/vocabulary.ts'
import { blocksOf } from '#app/lecture/fichier.ts'
import { syncPath } from '#scripts/import/publish/publish.ts'
import type { Provenance } from './sources.ts'

/** A file kept as it was published. */
export type Archived = { path: string; kind: Kind; millesime: string; sha256: string; provenance: Provenance }

/** The archive of a database stands beside it: `data/archive` for `data/annuaire.sqlite`. */
export function archiveOf(out: string): string {
  return join(dirname(out), 'archive')
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of blocksOf(path)) hash.update(bytes)
  return hash.digest('hex')
}

/** What compresses to a tenth. A workbook is compressed already. */
const TEXTES = ['.csv', '.json']

/**
 * Keeps a file as `KIND/DATE-sha256.ext`, compressed when it is a text, with its provenance beside it: whole, or not at all.
 * The hash is that of the file as it was published.
 */
export function archiveFile(folder: string, file: Archived): string {
  const extension = extname(file.path.replace(/\.gz$/, '')) || '.csv'
  const plain = join(folder, file.kind, `${file.millesime}-${file.sha256}${extension}`)
  const target = TEXTES.includes(extension) && !existsSync(plain) ? `${plain}.gz` : plain
  mkdirSync(dirname(target), { recursive: true })
  // Given by hand, a file that came from an address before still did.
  const distant = file.provenance.distant ?? readProvenance(target, target).distant
  const provenance = { ...file.provenance, ...(distant && { distant }) }
  if (existsSync(target)) writeProvenance(target, provenance)
  else
    writeWhole(target, (path) => {
      if (target === plain || file.path.endsWith('.gz')) copyFileSync(file.path, path)
      else writeGzip(path, piecesOf(file.path))
      writeProvenance(target, provenance)
    })
  return target
}

/** Removes the provenance of files that killed imports did not come to keep; not of one that is being written. */
export function sweepProvenances(folder: string): void {
  for (const kind of KINDS.filter((one) => existsSync(join(folder, one)))) {
    const names = readdirSync(join(folder, kind))
    for (const name of names.filter((one) => one.endsWith('.source.json'))) {
      const file = name.slice(0, -'.source.json'.length)
      const isDraft = (one: string) => one.startsWith(`${file}.`) && one.endsWith('.tmp') && !one.startsWith(name)
      if (!names.some((one) => one === file || isDraft(one))) rmSync(join(folder, kind, name), { force: true })
    }
  }
}

/**
 * A file that came again under a new address, ETag or date, with the same bytes as its archived copy: the next import
 * asks by these. The copy keeps its name.
 */
export function refreshTraces(folder: string, inputs: Pick<Archived, 'kind' | 'sha256' | 'provenance'>[]): void {
  const files = listArchive(folder)
  for (const { kind, sha256, provenance } of inputs) {
    const copy = provenance.distant && files.find((one) => one.kind === kind && one.sha256 === sha256)
    if (copy) writeProvenance(copy.path, { ...copy.provenance, distant: provenance.distant })
  }
}

function writeProvenance(target: string, provenance: Provenance): void {
  writeWhole(`${target}.source.json`, (path) => writeFileSync(path, `${JSON.stringify(provenance, null, 2)}\n`))
}

const PIECE = 4_000_000

/** The bytes of a file, piece by piece: none is whole in memory. */
function* piecesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE)
      const bytes = readSync(file, piece)
      if (bytes === 0) return
      yield piece.subarray(0, bytes)
    }
  } finally {
    closeSync(file)
  }
}

/** Compresses pieces one after the other; whatever opens gzip reads them as one text (RFC 1952, §2.2). */
export function writeGzip(
  path: string,
  pieces: Iterable<Buffer | string>,
  level = constants.Z_DEFAULT_COMPRESSION,
): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of pieces) writeFileSync(file, gzipSync(piece, { level }))
  } finally {
    closeSync(file)
  }
}

/** A file of the archive: whole, or not at all. */
export function writeWhole(target: string, write: (path: string) => void): void {
  const temporary = `${target}.${process.pid}-${randomUUID()}.tmp`
  try {
    write(temporary)
    syncPath(temporary)
    renameSync(temporary, target)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** Every archived file, oldest first. */
export function listArchive(folder: string): Archived[] {
  return KINDS.flatMap((kind) => {
    const names = existsSync(join(folder, kind)) ? readdirSync(join(folder, kind)).sort() : []
    return names.flatMap((name) => {
      const [, millesime, sha256] = name.match(/^(\d{4}-\d{2}-\d{2})-([0-9a-f]{64})\.(?!.*(source\.json|tmp)$)/) ?? []
      const path = join(folder, kind, name)
      return millesime && sha256 ? [{ path, kind, millesime, sha256, provenance: readProvenance(path, name) }] : []
    })
  })
}

function readProvenance(path: string, name: string): Provenance {
  try {
    return JSON.parse(readFileSync(`${path}.source.json`, 'utf8')) as Provenance
  } catch {
    return { fichier: name, titre: name, url: null, producteur: null, licence: null }
  }
}

/**
 * The files that made the state of a day: of each kind the newest millésime at or before `date`, and for
 * structures the older ones too, which are history. A reference kind with nothing so old takes its oldest.
 */
export function archiveAt(folder: string, date: string): Archived[] {
  const files = listArchive(folder)
  return KINDS.flatMap((kind) => {
    const ofKind = files.filter((file) => file.kind === kind)
    const past = ofKind.filter((file) => file.millesime <= date)
    if (kind === 'structures') return past
    const newest = past.at(-1)?.millesime
    if (newest) return past.filter((file) => file.millesime === newest)
    return ['communes', 'densite', 'frr'].includes(kind) ? ofKind.slice(0, 1) : []
  })
}
