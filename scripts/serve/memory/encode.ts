import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib'

export const ENCODINGS = ['identity', 'br', 'gzip'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Below, nothing is gained. */
const MIN_BYTES = 1024
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

export function isCompressible(type: string, bytes: number): boolean {
  return bytes >= MIN_BYTES && COMPRESSIBLE.test(type)
}

/** In a thread of the system's: nobody else waits for it. */
export function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return compressions.br(body, { params: brotliParams(body, QUALITY) })
  return encoding === 'gzip' ? compressions.gzip(body) : Promise.resolve(body)
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
