/** Words that the files write in two ways. */
const VARIANTS: Record<string, string[]> = {
  st: ['st', 'saint'],
  ste: ['ste', 'sainte'],
  saint: ['saint', 'st'],
  sainte: ['sainte', 'ste'],
}
const MAX_WORDS = 20

/**
 * What a person typed → an FTS5 expression where every word is the beginning of one of the text's words; null when
 * there is no word in it. Words are quoted, so that FTS operators (`OR`, `NEAR`, `*`, `"`) are plain text.
 */
export function matchQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, MAX_WORDS)
  if (!words) return null
  return words
    .map((word) =>
      variants(word)
        .map((w) => `"${w}"*`)
        .join(' OR '),
    )
    .map((any) => `(${any})`)
    .join(' AND ')
}

function variants(word: string): string[] {
  return VARIANTS[word.toLowerCase()] ?? [word]
}
