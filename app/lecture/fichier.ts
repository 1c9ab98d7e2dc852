import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

/** A file to read, wherever its bytes are. `nom` stands in messages: its path, or the name of what was sent. */
export type Fichier = {
  nom: string
  bytes: number
  /** What a workbook may hold once it is opened, in bytes. */
  ouvertMax: number
  /** Its bytes by pieces, those before `end` only when it is given. */
  read: (end?: number) => AsyncIterable<Uint8Array>
}

/** Of the archive: compressed as it was published. Of what a person gives, the name says nothing. */
const COMPRESSE = /\/\d{4}-\d{2}-\d{2}-[0-9a-f]{64}\.\w+\.gz$/

/**
 * The bytes of a file as it was published, by blocks: a copy of the archive is no longer compressed. Throws `Unreadable` for
 * a copy that is damaged.
 */
export function blocksOf(path: string, end?: number): AsyncIterable<Buffer> {
  const last = end === undefined ? undefined : end - 1
  if (!COMPRESSE.test(path)) return createReadStream(path, { highWaterMark: BLOCK, end: last })
  return decompressed(path, end)
}

async function* decompressed(path: string, end = Number.POSITIVE_INFINITY): AsyncIterable<Buffer> {
  const plain = createGunzip({ chunkSize: BLOCK })
  // Errors come out of the last stream, which is the one that is read.
  pipeline(createReadStream(path, { highWaterMark: BLOCK }), plain, () => undefined)
  let left = end
  try {
    for await (const block of plain as AsyncIterable<Buffer>) {
      yield block.subarray(0, left)
      left -= block.length
      if (left <= 0) return
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!code.startsWith('Z_')) throw error
    throw new Unreadable(`${path} : cette copie de l’archive est abîmée. Remettez-la de votre sauvegarde, ou ôtez-la.`)
  }
}

/** Throws `Unreadable` for a path that is no file. */
export async function fichierSurDisque(path: string): Promise<Fichier> {
  const info = await stat(path).catch(() => null)
  if (!info?.isFile()) throw new Unreadable(`${path} : ce fichier n’existe pas. Vérifiez le chemin.`)
  const read = async function* (end?: number) {
    for await (const block of blocksOf(path, end)) yield* pieces(block)
  }
  return { nom: path, bytes: info.size, ouvertMax: 200_000_000, read }
}

/** What a person sent or pasted: it never touches a disk. */
export function fichierEnMemoire(nom: string, bytes: Uint8Array): Fichier {
  return {
    nom,
    bytes: bytes.length,
    ouvertMax: OUVERT_MAX,
    read: async function* (end = bytes.length) {
      yield* pieces(bytes.subarray(0, end))
    },
  }
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

/** INSEE's workbook of 34,935 rows opens into 18 MB. */
const OUVERT_MAX = 20_000_000
/** Bytes read at once: a quarter of the waits that 64 kB make. */
const BLOCK = 262_144
/** Bytes given at once: what is made of them is gone before the collector comes a second time. */
const PIECE = 16_384
