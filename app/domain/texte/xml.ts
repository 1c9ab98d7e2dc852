/** XML 1.0 has no control characters but tab and ends of line: a cell may hold some. */
const AUTREMENT = /[&<>"]|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const ENTITES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as an element or an attribute in double quotes holds it. */
export function escapeXml(texte: string): string {
  return texte.replace(AUTREMENT, (signe) => ENTITES[signe] ?? '')
}
