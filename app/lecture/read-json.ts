import { Unreadable } from './unreadable.ts'

/** The deepest published JSON has four: a list, an object, its centre, its coordinates. */
const MAX_DEPTH = 20
const MAX_OBJECTS = 1_000_000

/** The objects of a JSON list. Throws `Unreadable` for anything else, and for what is nested too deep to be written again. */
export function readJson(path: string, text: string): Record<string, unknown>[] {
  if (isDeep(text))
    throw new Unreadable(`${path} : ce JSON est imbriqué sur plus de ${MAX_DEPTH} niveaux : donnez une liste d’objets.`)
  const value = parse(text)
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one)))
    throw new Unreadable(`${path} : ce JSON n’est pas une liste d’objets.`)
  if (value.length > MAX_OBJECTS)
    throw new Unreadable(`${path} : cette liste JSON a plus de ${MAX_OBJECTS.toLocaleString('fr-FR')} objets.`)
  return value
}

/** Undefined for a text that is no JSON: the parser's own words do not help a reader. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

const [QUOTE, BACKSLASH, OPEN_LIST, OPEN, CLOSE_LIST, CLOSE] = ['"', '\\', '[', '{', ']', '}'].map((char) =>
  char.charCodeAt(0),
)

/** One pass over the text: what stands between quotes opens nothing. */
function isDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) quoted = !quoted
    else if (quoted) i += code === BACKSLASH ? 1 : 0
    else if (code === OPEN_LIST || code === OPEN) depth += 1
    else if (code === CLOSE_LIST || code === CLOSE) depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}
