/**
 * Reads a QR code from the modules of its drawing, by ISO/IEC 18004 and not with the library that wrote it: versions 1 to
 * 6, level M, byte mode. Nothing is corrected: a wrong format or Reed-Solomon remainder throws.
 */
export function lireQr(d: string, cote: number): string {
  const modules = modulesOf(d, cote)
  const masque = MASQUES[formatOf(modules).masque]
  const version = (cote - 17) / 4
  const niveau = NIVEAU_M[version - 1]
  if (masque === undefined || niveau === undefined) throw new Error(`Version ${version} is not read here`)
  const octets = octetsOf(modules, masque)
  const blocs = Array.from({ length: niveau.blocs }, (_, bloc) => octets.filter((_, i) => i % niveau.blocs === bloc))
  if (blocs.some((bloc) => hasErrors(bloc, niveau.correction))) throw new Error('Reed-Solomon remainder')
  const donnees = blocs.flatMap((bloc) => bloc.slice(0, -niveau.correction))
  const bits = donnees.map((octet) => octet.toString(2).padStart(8, '0')).join('')
  if (bits.slice(0, 4) !== '0100') throw new Error('Not in byte mode')
  const longueur = Number.parseInt(bits.slice(4, 12), 2)
  const texte = Array.from({ length: longueur }, (_, i) => Number.parseInt(bits.slice(12 + i * 8, 20 + i * 8), 2))
  return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(texte))
}

// Blocks and correction codewords per block, level M, versions 1 to 6 (table 9).
const NIVEAU_M = [
  { blocs: 1, correction: 10 },
  { blocs: 1, correction: 16 },
  { blocs: 1, correction: 26 },
  { blocs: 2, correction: 18 },
  { blocs: 2, correction: 24 },
  { blocs: 4, correction: 16 },
]

const MASQUES: ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
]

/** The path is drawn as a browser would: strokes of one unit, from the middle of a row. */
function modulesOf(d: string, cote: number): boolean[][] {
  const modules = Array.from({ length: cote }, () => new Array<boolean>(cote).fill(false))
  let [x, y] = [0, 0]
  for (const [, dx, dy, h] of d.slice('M0 .5'.length).matchAll(/m(-?\d+)[ ]?(-?\d+)h(\d+)/g)) {
    ;[x, y] = [x + Number(dx), y + Number(dy)]
    for (const fin = x + Number(h); x < fin; x += 1) (modules[y] as boolean[])[x] = true
  }
  return modules
}

function formatOf(modules: boolean[][]): { masque: number } {
  const places = [
    ...Array.from({ length: 6 }, (_, i) => [8, i]),
    [8, 7],
    [8, 8],
    [7, 8],
    ...Array.from({ length: 6 }, (_, i) => [5 - i, 8]),
  ]
  const lu = places.reduce((bits, [x = 0, y = 0], i) => bits | (Number(modules[y]?.[x]) << i), 0) ^ 0x5412
  const donnee = lu >> 10
  let reste = donnee
  for (let i = 0; i < 10; i += 1) reste = (reste << 1) ^ ((reste >> 9) * 0x537)
  if (((donnee << 10) | reste) !== lu) throw new Error('Wrong format bits')
  if (donnee >> 3 !== 0) throw new Error('Not of level M')
  return { masque: donnee & 7 }
}

/** Two columns at a time from the right, up then down, around what is not data. */
function octetsOf(modules: boolean[][], masque: (x: number, y: number) => number): number[] {
  const cote = modules.length
  const bits: number[] = []
  for (let droite = cote - 1, montee = true; droite > 0; droite -= 2, montee = !montee) {
    if (droite === 6) droite -= 1
    for (let rang = 0; rang < cote; rang += 1) {
      const y = montee ? cote - 1 - rang : rang
      for (const x of [droite, droite - 1]) {
        if (!isFunction(x, y, cote)) bits.push(Number(modules[y]?.[x]) ^ Number(masque(x, y) === 0))
      }
    }
  }
  return Array.from({ length: bits.length >> 3 }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2))
}

function isFunction(x: number, y: number, cote: number): boolean {
  if (x === 6 || y === 6) return true
  if ((x < 9 && y < 9) || (x < 9 && y > cote - 9) || (x > cote - 9 && y < 9)) return true
  return cote > 21 && Math.abs(x - (cote - 7)) <= 2 && Math.abs(y - (cote - 7)) <= 2
}

/** Every power of the generator's roots is a root of a whole block, in GF(256) modulo 0x11D. */
function hasErrors(bloc: number[], correction: number): boolean {
  const fois = (a: number, b: number): number => {
    let produit = 0
    for (let i = 7; i >= 0; i -= 1) produit = (produit << 1) ^ ((produit >> 7) * 0x11d) ^ (((b >> i) & 1) * a)
    return produit
  }
  let racine = 1
  for (let i = 0; i < correction; i += 1, racine = fois(racine, 2)) {
    if (bloc.reduce((somme, octet) => fois(somme, racine) ^ octet, 0) !== 0) return true
  }
  return false
}
