/**
 * How many letters are wrong, missing, added or swapped with their neighbour between two words (optimal string
 * alignment: a swap counts one). Above `max` the answer is `max + 1`, found without reading to the end.
 */
export function ecartDe(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let value = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      )
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) value = Math.min(value, (before[j - 2] as number) + 1)
      row.push(value)
      if (value < least) least = value
    }
    if (least > max) return max + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] as number, max + 1)
}

/** One bit a letter: two words that differ by n letters differ by 2 n bits at most. */
export function lettresDe(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) - 97)
  return bits
}

export function compterBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Wrong letters that a name of this many letters may bear and still be known (rules: spelling). */
export function ecartPermis(letters: number): 0 | 1 | 2 {
  return letters < 5 ? 0 : letters < 8 ? 1 : 2
}
