/**
 * A copy of a text, of its own. A text cut from a file keeps in memory the whole piece that it was cut from: for what
 * outlives its row, such as the key of a map.
 */
export function detach(text: string): string {
  return Buffer.from(text).toString()
}
