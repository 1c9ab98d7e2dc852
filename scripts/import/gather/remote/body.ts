import { createWriteStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { toUnfetched, Unfetched } from './unfetched.ts'

type Bytes = AsyncIterable<Buffer>

const DECODERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/**
 * Streams a body to `path`, decompressed, whole or not at all: throws `Unfetched` for a body cut short, larger than
 * `maxBytes` once decompressed, empty, or that is a page. A `.gz` file is written as what it holds.
 */
export async function writeBody(response: IncomingMessage, path: string, maxBytes: number): Promise<void> {
  refuseByHeaders(response, maxBytes)
  const sent = decode(response, response.headers['content-encoding'], maxBytes)
  await pipeline(fromNetwork(ungzipFile(sent, maxBytes)), createWriteStream(path))
}

function refuseByHeaders({ headers }: IncomingMessage, maxBytes: number): void {
  if (/^\s*(text\/html|application\/xhtml)/i.test(headers['content-type'] ?? '')) throw aPage()
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes)
}

/** Errors of the network, a connection that closes before the end among them, get their sentence; those of the disk go through as they are. */
async function* fromNetwork(bytes: Bytes): AsyncGenerator<Buffer> {
  try {
    yield* bytes
  } catch (error) {
    throw toUnfetched(error)
  }
}

function decode(bytes: Bytes, encoding: string | undefined, maxBytes: number): Bytes {
  const name = encoding?.trim().toLowerCase() || 'identity'
  if (name === 'identity') return counted(bytes, maxBytes)
  const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined
  if (!decoder) throw new Unfetched(`compression « ${name} » inconnue`, 'final')
  return counted(through(bytes, decoder()), maxBytes)
}

/** A file that is itself compressed is known by its first bytes, whatever its name and type. */
async function* ungzipFile(bytes: Bytes, maxBytes: number): AsyncGenerator<Buffer> {
  const { head, rest } = await peek(bytes, 512)
  if (head.length === 0) throw new Unfetched('réponse vide', 'final')
  const gzip = head[0] === 0x1f && head[1] === 0x8b
  const opened = gzip ? await peek(counted(through(rest, createGunzip()), maxBytes), 512) : { head, rest }
  // No table begins so, in any encoding: a page, or an error written in XML.
  if (
    opened.head
      .toString('latin1')
      .replaceAll('\0', '')
      .replace(/^[\s\u00ef\u00bb\u00bf\u00fe\u00ff]+/, '')
      .startsWith('<')
  )
    throw aPage()
  yield* opened.rest
}

/** The first bytes, and the whole again. */
async function peek(bytes: Bytes, size: number): Promise<{ head: Buffer; rest: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const seen: Buffer[] = []
  let length = 0
  while (length < size) {
    const { done, value } = await iterator.next()
    if (done) break
    seen.push(value)
    length += value.length
  }
  const rest = async function* () {
    yield* seen
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { head: Buffer.concat(seen), rest: rest() }
}

function through(bytes: Bytes, decoder: NodeJS.ReadWriteStream): Bytes {
  // An error of either side destroys the decoder with it, and is thrown to who reads it.
  pipeline(Readable.from(bytes), decoder).catch(() => {})
  return decoder as unknown as Bytes
}

async function* counted(bytes: Bytes, maxBytes: number): AsyncGenerator<Buffer> {
  let total = 0
  for await (const chunk of bytes) {
    total += chunk.length
    if (total > maxBytes) throw tooLarge(maxBytes)
    yield chunk
  }
}

function aPage(): Unfetched {
  return new Unfetched('la réponse est une page web, pas un fichier', 'final')
}

function tooLarge(maxBytes: number): Unfetched {
  const size = (maxBytes / 1024 / 1024).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
  return new Unfetched(`plus de ${size} Mo une fois décompressé, abandonné`, 'final')
}
