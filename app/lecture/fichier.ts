import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Unreadable } from './unreadable.ts'

/** A file to read, wherever its bytes are. `nom` stands in messages: its path, or the name of what was sent. */
export type Fichier = {
  nom: string
  bytes: number
  /** Its bytes by pieces, those before `end` only when it is given. */
  read: (end?: number) => AsyncIterable<Uint8Array>
}

/** Throws `Unreadable` for a path that is no file. */
export async function fichierSurDisque(path: string): Promise<Fichier> {
  const info = await stat(path).catch(() => null)
  if (!info?.isFile()) throw new Unreadable(`${path} : ce fichier n’existe pas. Vérifiez le chemin.`)
  const read = (end?: number) =>
    createReadStream(path, { highWaterMark: PIECE, end: end === undefined ? undefined : end - 1 })
  return { nom: path, bytes: info.size, read }
}

/** What a person sent or pasted: it never touches a disk. */
export function fichierEnMemoire(nom: string, bytes: Uint8Array): Fichier {
  return {
    nom,
    bytes: bytes.length,
    read: async function* (end = bytes.length) {
      for (let at = 0; at < Math.min(end, bytes.length); at += PIECE)
        yield bytes.subarray(at, Math.min(at + PIECE, end))
    },
  }
}

/** Bytes read at once: a quarter of the waits that 64 kB make, and still little to hold. */
const PIECE = 32_768
