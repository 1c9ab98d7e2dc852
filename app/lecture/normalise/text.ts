import { present } from '#app/domain/absent.ts'
import type { AnomalieCode } from '#app/domain/anomalies.ts'
import type { Journal } from './journal.ts'

/** A cell beyond this is cut before any pattern runs over it: some patterns are quadratic on hostile text. */
const MAX_CELL = 20_000

/**
 * What is done to the text of every cell, in order: `fix` gives the new text, or the same one when it
 * does not apply. An operation without `fix` only says what it saw.
 */
export const TEXT_OPERATIONS: { name: string; code: AnomalieCode; when: RegExp; fix?: (text: string) => string }[] = [
  {
    name: 'UTF-8 lu comme du Windows-1252 est réparé',
    code: 'texte.encodage',
    when: /[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/,
    fix: repairMojibake,
  },
  { name: 'du HTML est signalé', code: 'texte.html', when: /<\/?[a-z][^<>]{0,200}>/i },
  { name: 'une formule de tableur est signalée', code: 'texte.formule', when: /^[=@][\w(]|^[+-][a-z(]|^\t/i },
]

const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function repairMojibake(text: string): string {
  const bytes = [...text].map((char) => {
    const at = CP1252.indexOf(char)
    return at >= 0 ? 0x80 + at : (char.codePointAt(0) as number)
  })
  if (bytes.some((byte) => byte > 0xff)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}

/** The clean text of a cell, null when it says nothing; what was changed or seen is noted. */
export function readText(cells: Record<string, string>, field: string, journal: Journal): string | null {
  const raw = cells[field]
  if (raw === undefined || raw === '') return null
  if (raw.length > MAX_CELL) journal.note(field, 'texte.trop_long', raw)
  let text = present(raw.slice(0, MAX_CELL))
  for (const { code, when, fix } of TEXT_OPERATIONS) {
    if (text === null || !when.test(text)) continue
    const fixed = fix ? fix(text) : text
    if (fix && fixed === text) continue
    journal.note(field, code, text, fix ? fixed : null)
    text = fixed
  }
  return text
}
