/** Rows of the table of distances, used again at each call: a text is compared with thousands of names. */
const MAX_LETTERS = 256
const rows = [new Uint8Array(MAX_LETTERS), new Uint8Array(MAX_LETTERS), new Uint8Array(MAX_LETTERS)]

/**
 * How many letters are wrong, missing, added or swapped with their neighbour between two words of 200 letters at most
 * (optimal string alignment: a swap counts one). Above `max` the answer is `max + 1`, found without reading to the end.
 */
export function ecartDe(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1
  let start = 0
  const shorter = Math.min(a.length, b.length)
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  let end = 0
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1
  return ecartDuMilieu(a.slice(start, a.length - end), b.slice(start, b.length - end), max)
}

/** The same of what lies between the letters that both words begin and end with. */
function ecartDuMilieu(a: string, b: string, max: number): number {
  let [before, last, row] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= b.length; j += 1) last[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1)
    let least = i
    row[0] = i
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1)
      let value = (last[j - 1] as number) + (letter === other ? 0 : 1)
      value = Math.min(value, (last[j] as number) + 1, (row[j - 1] as number) + 1)
      const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other
      if (swapped) value = Math.min(value, (before[j - 2] as number) + 1)
      row[j] = value
      if (value < least) least = value
    }
    if (least > max) return max + 1
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(last[b.length] as number, max + 1)
}

/** One bit a letter: two words that differ by n letters differ by 2 n bits at most. */
export function lettresDe(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) - 97)
  return bits
}

export function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Wrong letters that a name of this many letters may bear and still be known (docs/regles.md §16). */
export function ecartPermis(letters: number): 0 | 1 | 2 {
  return letters < 5 ? 0 : letters < 8 ? 1 : 2
}
