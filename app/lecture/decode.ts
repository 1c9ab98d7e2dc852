import { StringDecoder } from 'node:string_decoder'
import type { Fichier } from './fichier.ts'
import { Unreadable } from './unreadable.ts'

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/**
 * The encoding of a text file: its byte order mark, else UTF-8 if every byte of it is, else Windows-1252.
 * Throws `Unreadable` for a binary file (NUL bytes in the first 64 kB without a UTF-16 mark).
 */
export async function detectEncoding(fichier: Fichier): Promise<Encoding> {
  const head = await readHead(fichier, 65_536)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head.includes(0))
    throw new Unreadable(`${fichier.nom} : ce n’est pas un fichier texte. Donnez un CSV, un JSON ou un classeur .xlsx.`)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of fichier.read()) decoder.decode(bytes, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
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
