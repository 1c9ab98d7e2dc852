import { decodeAll, type Encoding, readHead } from './decode.ts'
import type { Fichier } from './fichier.ts'
import { chooseHeader } from './header.ts'
import { objetsOf } from './json-objects.ts'
import { type Choix, oneBatch, type Row, type Table } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** The deepest published JSON has four: a list, an object, its centre, its coordinates. */
const MAX_DEPTH = 20
const MAX_OBJECTS = 1_000_000
const MAX_KEYS = 500

/** Opens the objects of a JSON: their keys are the columns, of every object, for the API leaves out what it does not know. */
export async function openJson(fichier: Fichier, encoding: Encoding, choix: Choix): Promise<Table> {
  const { nom: path, bytes } = fichier
  const objects = readJson(path, decodeAll(await readHead(fichier, bytes), encoding))
  const ranks = ranksOf(path, objects)
  const header = [...ranks.keys()]
  if (header.length === 0) throw new Unreadable(`${path} : le tableau JSON est vide.`)
  const { kind, columns } = chooseHeader(path, [header], choix)
  const rows = objects.flatMap((object, i) => toObjectRow(i + 1, object, ranks, columns) ?? [])
  return {
    ...{ path, kind, header, headerLine: 0, columns, bytes, remarques: [] },
    rows: (onBytes) => oneBatch(rows, bytes, onBytes),
  }
}

function ranksOf(path: string, objects: readonly Record<string, unknown>[]): Map<string, number> {
  const ranks = new Map<string, number>()
  for (const object of objects) {
    for (const name of Object.keys(object)) {
      if (ranks.has(name)) continue
      ranks.set(name, ranks.size)
      if (ranks.size > MAX_KEYS)
        throw new Unreadable(`${path} : les objets de ce JSON ont plus de ${MAX_KEYS} clés différentes.`)
    }
  }
  return ranks
}

function toObjectRow(
  line: number,
  object: Record<string, unknown>,
  ranks: ReadonlyMap<string, number>,
  columns: Table['columns'],
): Row | null {
  const cells: Record<string, string> = {}
  const published: string[] = []
  for (const [name, value] of Object.entries(object)) {
    if (value == null) continue
    const rank = ranks.get(name) as number
    while (published.length <= rank) published.push('')
    published[rank] = textOf(value)
    const column = columns[rank]
    if (column != null) cells[column] = published[rank]
  }
  return published.some((cell) => cell.trim() !== '') ? { line, cells, defect: null, published } : null
}

/** A list of texts is written as the standard writes a list. */
function textOf(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('|')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The rows of a JSON. Throws `Unreadable` for what holds none, and for what is nested too deep to be written again. */
function readJson(path: string, text: string): Record<string, unknown>[] {
  if (isDeep(text))
    throw new Unreadable(`${path} : ce JSON est imbriqué sur plus de ${MAX_DEPTH} niveaux : donnez une liste d’objets.`)
  const value = objetsOf(path, text)
  if (value.length > MAX_OBJECTS)
    throw new Unreadable(`${path} : cette liste JSON a plus de ${MAX_OBJECTS.toLocaleString('fr-FR')} objets.`)
  return value
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
