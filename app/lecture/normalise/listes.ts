/**
 * What separates the values of a list, beside the standard's `|`, in the files seen; each is tried on what the others left.
 * `strict`: it stands within a value too ("Familles/enfants", "Saint-Denis"), and separates only what is known, all of it.
 * `nom`: it may stand within the name of a programme ("Conseillers numériques - France Services").
 */
const SEPARATEURS: { by: RegExp; strict: boolean; nom?: boolean }[] = [
  { by: /;/, strict: false },
  { by: /\s\/\s|\s\/|\/\s/, strict: false },
  { by: /,/, strict: false },
  { by: /(?:^|\s)[-–•]\s/, strict: true, nom: true },
  { by: /\//, strict: true },
  { by: /[#·•_]|\\n|\s[+&]\s/, strict: true },
  { by: /(?:^|\s)\d{1,2}[.)]\s/, strict: true },
  { by: /\set\s/, strict: true },
]

/** What stands before a value in a list that is written one line each. */
const PUCE = /^(?:[-–•*]|\d{1,2}[.)])\s/

/**
 * The values of a list, in their order. `|` always separates; another sign does when what it separates is known to the
 * list, all of it when `strict`: else it is part of a sentence, and the text stays whole. `isKnown`: a value of the list.
 */
export function splitValeurs(text: string, isKnown: (part: string) => boolean, strict = false): string[] {
  const parts = fromJson(text) ?? text.split('|')
  return parts.flatMap((part) => splitPart(part, isKnown, strict, 0)).filter((part) => part !== '')
}

function splitPart(text: string, isKnown: (part: string) => boolean, strict: boolean, from: number): string[] {
  const part = text.trim().replace(PUCE, '').trim()
  if (part === '') return [part]
  // "Conseillers numériques, France Services" is two values, though the words alone are the name of one.
  const known = isKnown(part)
  for (let level = from; level < SEPARATEURS.length; level += 1) {
    const { by, strict: alone, nom } = SEPARATEURS[level] as (typeof SEPARATEURS)[0]
    const pieces = known && nom ? [part] : part.split(by)
    if (pieces.length === 1) continue
    const values = pieces.flatMap((piece) => splitPart(piece, isKnown, strict, level + 1)).filter((one) => one !== '')
    if (known && values.length === 1) continue
    if (known || strict || alone ? values.every(isKnown) : values.some(isKnown)) return values
  }
  return [part]
}

/** `["a","b"]`, as programs write a list in a cell; null for anything else. */
function fromJson(text: string): string[] | null {
  if (!text.startsWith('[') || !text.endsWith(']')) return null
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null
  } catch {
    return null
  }
}
