import { once } from 'node:events'
import { promisify } from 'node:util'
import {
  type BrotliCompress,
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  constants,
  createBrotliCompress,
  gunzip,
  gzip,
  gzipSync,
} from 'node:zlib'
import type { Encoding, Made } from './made.ts'

/** Below, nothing is gained. */
const MIN_BYTES = 1024
/** A file of the whole country, not a page. */
const LONG_BYTES = 1024 * 1024
/** A page: half a millisecond, where a thread and its stream take four times as long in all, and this one as long. */
const AT_ONCE_BYTES = 128 * 1024
const COMPRESSIBLE = /^text\/|[/+](?:json|xml|javascript)\b/
/** While somebody waits; the best one takes a hundred times longer. */
const QUALITY = 4
const BEST = constants.BROTLI_MAX_QUALITY

const compressions = { br: promisify(brotliCompress), gzip: promisify(gzip) }
const known = new Map<string, Encoding>()
const KNOWN_MAX = 200

/** What `Accept-Encoding` asks for: brotli before gzip. */
export function encodingOf(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  const before = known.get(accepted)
  if (before !== undefined) return before
  const encoding = accepts(accepted, 'br') ? 'br' : accepts(accepted, 'gzip') ? 'gzip' : 'identity'
  if (known.size >= KNOWN_MAX) known.clear()
  known.set(accepted, encoding)
  return encoding
}

/** `br;q=0` refuses it; `*` accepts what is not named. */
export function accepts(header: string, encoding: string): boolean {
  const items = header
    .toLowerCase()
    .split(',')
    .map((item) => item.split(';').map((part) => part.trim()))
  const named = items.find(([name]) => name === encoding) ?? items.find(([name]) => name === '*')
  if (!named) return false
  const weight = named.find((part) => part.startsWith('q='))
  return weight === undefined || Number(weight.slice(2)) > 0
}

/** The text of an answer in the encoding that is wanted, or as it is when compressing it gains nothing. */
export async function bodyOf(
  { headers, bodies }: Pick<Made, 'headers' | 'bodies'>,
  wanted: Encoding,
): Promise<{ body: Buffer; encoding: Encoding }> {
  const there = bodies[wanted]
  if (there) return { body: there, encoding: wanted }
  const plain = bodies.identity ?? (await plainOf(bodies))
  const encoding = plain.length >= MIN_BYTES && isCompressible(headers) ? wanted : 'identity'
  return { body: await encode(plain, encoding), encoding }
}

async function plainOf({ br, gzip: gz = Buffer.alloc(0) }: Made['bodies']): Promise<Buffer> {
  return br ? decode(br, 'br') : decode(gz, 'gzip')
}

export function isCompressible(headers: Made['headers']): boolean {
  return headers.some(([name, value]) => name.toLowerCase() === 'content-type' && COMPRESSIBLE.test(value))
}

/** All that comes, as it is; what is long, and can be, compressed as it comes: it is never whole in memory. */
export async function collect(body: AsyncIterable<Uint8Array>, headers: Made['headers']): Promise<Made['bodies']> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  let press: BrotliCompress | null = null
  const pressed: Buffer[] = []
  for await (const piece of body) {
    bytes += piece.length
    if (press === null) pieces.push(piece)
    else await write(press, piece)
    if (press === null && bytes > LONG_BYTES && isCompressible(headers)) {
      press = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
      press.on('data', (part: Buffer) => pressed.push(part))
      for (const before of pieces.splice(0)) await write(press, before)
    }
  }
  if (press === null) return { identity: Buffer.concat(pieces) }
  const ended = once(press, 'end')
  press.end()
  await ended
  return { br: Buffer.concat(pressed) }
}

function write(stream: BrotliCompress, piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => stream.write(piece, (error) => (error ? reject(error) : resolve())))
}

/** What is long in a thread of the system's, so that nobody else waits for it; to hand it over costs more than a page does. */
async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  const atOnce = body.length <= AT_ONCE_BYTES
  if (encoding === 'br') {
    const options = { params: brotliParams(body, QUALITY) }
    return atOnce ? brotliCompressSync(body, options) : compressions.br(body, options)
  }
  if (encoding === 'gzip') return atOnce ? gzipSync(body) : compressions.gzip(body)
  return body
}

export function encodeBest(body: Buffer): Promise<Buffer> {
  return compressions.br(body, { params: brotliParams(body, BEST) })
}

export function decode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return promisify(brotliDecompress)(body)
  return encoding === 'gzip' ? promisify(gunzip)(body) : Promise.resolve(body)
}

function brotliParams(body: Buffer, quality: number) {
  return { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
}
