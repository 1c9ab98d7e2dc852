import iconv from 'iconv-lite'

/** The encodings of one byte a letter that French files were met in. */
export const SIMPLES = ['windows-1252', 'macintosh', 'cp850', 'cp437'] as const
export type Simple = (typeof SIMPLES)[number]

const HIGH = Buffer.from(Array.from({ length: 128 }, (_, i) => 128 + i))
/** What each byte from 128 on writes. */
const LETTERS = new Map(SIMPLES.map((one) => [one, iconv.decode(HIGH, one)]))

/** What stands beside a byte, as far as ASCII tells. */
const [OTHER, LOWER, UPPER, DIGIT, ACCENT] = [0, 1, 2, 3, 4] as const
const KINDS = 5
const KIND_OF = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code > 127) return ACCENT
  const char = String.fromCharCode(code)
  return /[a-z]/.test(char) ? LOWER : /[A-Z]/.test(char) ? UPPER : /\d/.test(char) ? DIGIT : OTHER
})

/**
 * Which of them a text is in, by what its bytes make of French: null when two would do nearly as well, or none at all.
 * `chunks`: the whole text. One pass, then a sum over the bytes of a table: linear, whatever the text.
 */
export async function guessSimple(chunks: AsyncIterable<Uint8Array>): Promise<Simple | null> {
  const { seen, high, pairs } = await tally(chunks)
  // Bytes of UTF-8 among which some are not: read so, its letters are in pairs, and put right cell by cell.
  if (4 * pairs > high) return 'windows-1252'
  const scores = SIMPLES.map((one) => ({ one, score: scoreOf(one, seen) + (one === 'windows-1252' ? HABITUEL : 0) }))
  const [best, ...others] = scores.sort((a, b) => b.score - a.score) as [(typeof scores)[0], ...typeof scores]
  if (best.score < -high) return null
  const close = others.some(({ one, score }) => {
    const differing = differingBytes(one, best.one, seen)
    return differing > 0 && best.score - score < Math.max(MARGE, differing)
  })
  return close ? null : best.one
}

/** Nearly every file that is not UTF-8 is Windows': a lone sign, which says nothing, is taken for one of it. */
const HABITUEL = 2
/** The least lead: of one accented letter. */
const MARGE = 1

async function tally(chunks: AsyncIterable<Uint8Array>) {
  const seen = new Uint32Array(128 * KINDS * KINDS)
  let high = 0
  let pairs = 0
  let [before, byte] = [0, 0]
  const add = (after: number) => {
    if (byte > 127) {
      high += 1
      if (byte > 0xc1 && after > 0x7f && after < 0xc0) pairs += 1
      const at = ((byte - 128) * KINDS + (KIND_OF[before] as number)) * KINDS + (KIND_OF[after] as number)
      seen[at] = (seen[at] as number) + 1
    }
    before = byte
    byte = after
  }
  for await (const chunk of chunks) for (const one of chunk) add(one)
  add(0)
  return { seen, high, pairs }
}

function scoreOf(encoding: Simple, seen: Uint32Array): number {
  const letters = LETTERS.get(encoding) as string
  let score = 0
  for (const [at, times] of seen.entries()) {
    if (times === 0) continue
    const byte = Math.floor(at / KINDS / KINDS)
    score += times * weigh(letters[byte] as string, Math.floor(at / KINDS) % KINDS, at % KINDS)
  }
  return score
}

/** How many bytes of the text two encodings read otherwise. */
function differingBytes(a: Simple, b: Simple, seen: Uint32Array): number {
  const [one, other] = [LETTERS.get(a) as string, LETTERS.get(b) as string]
  let count = 0
  for (const [at, times] of seen.entries()) {
    const byte = Math.floor(at / KINDS / KINDS)
    if (times > 0 && one[byte] !== other[byte]) count += times
  }
  return count
}

/** The letters of French, the frequent ones first; those of its neighbours say nothing. */
const LETTRES: Record<string, number> = Object.assign(Object.create(null), {
  ...{ é: 5, è: 4, à: 3, ê: 3, ç: 2.5, ô: 2.5, î: 2.5, û: 2, ù: 2, â: 2, ë: 1.5, ï: 1.5, œ: 1.5, ü: 0.5, ö: 0.5 },
  ...{ ä: 0, á: 0, í: 0, ó: 0, ñ: 0, ò: 0, ì: 0, æ: 0, ÿ: 0 },
})
const INITIALES = 'ÉÈÊÎÇ'
const DOUTE = -4

/**
 * What a character is worth between two others: a capital in the middle of a word, a letter alone, three accents in a row
 * are not French.
 */
function weigh(char: string, before: number, after: number): number {
  if (before === ACCENT && after === ACCENT) return DOUTE
  const alone = before === OTHER && after === OTHER
  const lower = LETTRES[char]
  if (lower !== undefined) {
    if (char === 'à' && alone) return 4
    if (after === UPPER) return -2
    return alone ? -1 : lower
  }
  const upper = LETTRES[char.toLowerCase()]
  if (upper !== undefined && char !== char.toLowerCase()) {
    if (before === LOWER) return DOUTE
    if (char === 'À') return before === OTHER ? 2.5 : 2
    if (alone) return -2
    const initial = before === OTHER && after === LOWER
    return Math.max(0.3, 0.6 * upper) + (initial ? (INITIALES.includes(char) ? 1 : -0.5) : 0)
  }
  return weighSign(char, before, after)
}

function weighSign(char: string, before: number, after: number): number {
  if (char === '’') return before === OTHER ? -1 : 3
  if (char === '«' || char === '»') return 1.5
  if (char === '°') return before === OTHER ? -1 : 2
  if ('–—•…€“”‘'.includes(char)) return before === OTHER || after === OTHER ? 1 : -1.5
  if (char === '\u00a0') return 0.5
  return '²³·§©®™½'.includes(char) ? 0 : DOUTE
}
