import { inflateSync } from 'node:zlib'

export type Image = { largeur: number; hauteur: number; pixel: (x: number, y: number) => string }

/** A PNG of 8-bit RGBA read again, as another program would: pixels as "#rrggbb". */
export function readPng(bytes: Uint8Array): Image {
  const file = Buffer.from(bytes)
  if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG')
  const [largeur, hauteur] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  if (file[24] !== 8 || file[25] !== 6) throw new Error('not 8-bit RGBA')
  const rows = unfilter(inflateSync(Buffer.concat(dataChunks(file))), largeur * 4, hauteur)
  return {
    largeur,
    hauteur,
    pixel: (x, y) => `#${rows.toString('hex', (y * largeur + x) * 4, (y * largeur + x) * 4 + 3)}`,
  }
}

function dataChunks(file: Buffer): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      chunks.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  }
  return chunks
}

/** The five filters of the PNG specification, §9. */
function unfilter(raw: Buffer, stride: number, hauteur: number): Buffer {
  const out = Buffer.alloc(stride * hauteur)
  for (let y = 0; y < hauteur; y++) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x >= 4 ? (out[at - 4] ?? 0) : 0
      const up = y > 0 ? (out[at - stride] ?? 0) : 0
      const corner = x >= 4 && y > 0 ? (out[at - stride - 4] ?? 0) : 0
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      out[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const nearest = Math.min(Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner))
  if (nearest === Math.abs(guess - left)) return left
  return nearest === Math.abs(guess - up) ? up : corner
}
