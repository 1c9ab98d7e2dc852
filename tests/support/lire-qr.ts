import jsQR from 'jsqr'

/** Pixels of a module, and modules of the quiet zone. */
const TAILLE = 4
const MARGE = 4

/** Reads a QR code from the modules of its drawing, as a camera would and not with the library that wrote it; null when it cannot. */
export function lireQr(d: string, cote: number): string | null {
  const largeur = (cote + 2 * MARGE) * TAILLE
  const pixels = new Uint8ClampedArray(4 * largeur * largeur).fill(255)
  for (const [x, y] of darkModules(d)) {
    for (let i = 0; i < TAILLE * TAILLE; i += 1) {
      const [px, py] = [(x + MARGE) * TAILLE + (i % TAILLE), (y + MARGE) * TAILLE + Math.floor(i / TAILLE)]
      pixels.fill(0, 4 * (py * largeur + px), 4 * (py * largeur + px) + 3)
    }
  }
  const lu = jsQR(pixels, largeur, largeur)
  return lu && new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(lu.binaryData))
}

/** The path is drawn as a browser would: strokes of one unit, from the middle of a row. */
function* darkModules(d: string): Generator<[x: number, y: number]> {
  let [x, y] = [0, 0]
  for (const [, dx, dy, h] of d.slice('M0 .5'.length).matchAll(/m(-?\d+)[ ]?(-?\d+)h(\d+)/g)) {
    ;[x, y] = [x + Number(dx), y + Number(dy)]
    for (const fin = x + Number(h); x < fin; x += 1) yield [x, y]
  }
}
