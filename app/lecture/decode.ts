import { StringDecoder } from 'node:string_decoder'
import iconv from 'iconv-lite'
import { guessSimple, type Simple } from './encoding.ts'
import type { Fichier } from './fichier.ts'
import { Unreadable } from './unreadable.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | Simple

/**
 * The encoding of a text file: its byte order mark, else the zeros of UTF-16, else UTF-8 if every byte of it is, else the
 * one in which its accents are French. Throws `Unreadable` for a binary file, for a zero in a text, whose line it names,
 * and for accents that none of the encodings explains.
 */
export async function detectEncoding(fichier: Fichier): Promise<Encoding> {
  const head = await readHead(fichier, 65_536)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head.includes(0)) return ofZeros(fichier, head)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of fichier.read()) decoder.decode(bytes, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch {
    const simple = await guessSimple(fichier.read())
    if (simple !== null) return simple
    throw new Unreadable(
      `${fichier.nom} : l’encodage de ce fichier n’est pas reconnu, ses accents seraient faux. Dans le tableur, enregistrez-le en « CSV UTF-8 ».`,
    )
  }
}

/** UTF-16 has a zero in nearly every pair, always on the same side; a text has none, nor other control characters. */
function ofZeros(fichier: Fichier, head: Buffer): Encoding {
  const zeros = [0, 0]
  let controls = 0
  for (const [at, byte] of head.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1
    else if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  }
  const [first, second] = zeros as [number, number]
  const isText = 100 * controls < head.length
  if (isText && 4 * Math.max(first, second) > head.length && 100 * Math.min(first, second) < head.length)
    return first > second ? 'utf-16be' : 'utf-16le'
  if (!isText || 10 * (first + second) > head.length)
    throw new Unreadable(
      `${fichier.nom} : ce n’est pas un fichier texte. Donnez un CSV, un JSON ou un classeur (.xlsx, .ods).`,
    )
  const line = head.subarray(0, head.indexOf(0)).reduce((n, byte) => n + Number(byte === 10), 1)
  throw new Unreadable(
    `${fichier.nom}, ligne ${line} : un caractère nul, qui n’est pas du texte, est au milieu de la ligne. Tapez-la de nouveau, ou enregistrez le fichier en « CSV UTF-8 ».`,
  )
}

/** The whole text of some bytes. */
export function decodeAll(bytes: Uint8Array, encoding: Encoding): string {
  const decoder = startDecoder(encoding)
  return decoder.write(bytes) + decoder.end()
}

/** The first bytes of a file, fewer when it is shorter. */
export async function readHead(fichier: Fichier, length: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of fichier.read(length)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/**
 * The text of a file by pieces, line ends brought to `\n` even when `\r\n` is cut between two pieces.
 * Raw bytes are never handed to the parser: an accent cut at a piece's edge would be lost.
 */
export async function* readText(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = startDecoder(encoding)
  let pendingReturn = false
  for await (const bytes of chunks) {
    let text = decoder.write(bytes)
    if (text === '') continue
    if (pendingReturn) text = `\r${text}`
    pendingReturn = text.endsWith('\r')
    if (pendingReturn) text = text.slice(0, -1)
    yield withLineFeeds(text)
  }
  const rest = `${pendingReturn ? '\r' : ''}${decoder.end()}`
  if (rest) yield withLineFeeds(rest)
}

function withLineFeeds(text: string): string {
  if (!text.includes('\r')) return text
  const usual = text.replaceAll('\r\n', '\n')
  return usual.includes('\r') ? usual.replaceAll('\r', '\n') : usual
}

/** For UTF-8, Node's own decoder is five times faster than the standard one; it keeps the byte order mark. */
function startDecoder(encoding: Encoding): { write: (bytes: Uint8Array) => string; end: () => string } {
  if (encoding === 'cp850' || encoding === 'cp437') {
    // One byte, one letter: nothing is cut between two pieces.
    return { write: (bytes) => iconv.decode(bytes, encoding), end: () => '' }
  }
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding)
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
  }
  const decoder = new StringDecoder('utf8')
  let started = false
  const write = (bytes: Uint8Array) => {
    const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const first = !started && text !== ''
    started ||= text !== ''
    return first ? text.replace(/^\ufeff/, '') : text
  }
  return { write, end: () => decoder.end() }
}
