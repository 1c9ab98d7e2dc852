import alignement from 'damerau-levenshtein'

/**
 * How many letters are wrong, missing, added or swapped with their neighbour between two words (optimal string alignment:
 * a swap counts one). Above `max` the answer is `max + 1`; of lengths that are farther apart, found without reading them.
 */
export function ecartDe(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1
  return Math.min(alignement(a, b).steps, max + 1)
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
