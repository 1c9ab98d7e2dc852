import { Unreadable } from './unreadable.ts'

type Objet = Record<string, unknown>

/**
 * The rows of a JSON as programs give them: a list of objects, a list under a key (`data`, `results`), GeoJSON, one object
 * a line, or one object. Throws `Unreadable` for anything else, and for one page of a longer answer: the rows that it
 * lacks would be taken for places that closed.
 */
export function objetsOf(path: string, text: string): Objet[] {
  const value = parse(text) ?? parseLignes(text)
  if (value === undefined)
    throw new Unreadable(
      `${path} : ce fichier commence comme un JSON, et ne peut pas être lu comme tel : il est coupé, ou une virgule ou un guillemet est de trop ou manque.`,
    )
  if (isListe(value)) return value.map(rowOf)
  if (!isObjet(value)) throw new Unreadable(`${path} : ce JSON n’est pas une liste d’objets.`)
  const listes = Object.entries(value).filter(([, one]) => isListe(one) && one.length > 0)
  if (listes.length === 0) {
    const vide = Object.values(value).some((one) => Array.isArray(one))
    if (vide || Object.values(value).some(isObjet))
      throw new Unreadable(`${path} : ce JSON n’est pas une liste d’objets.`)
    return [value]
  }
  if (listes.length > 1)
    throw new Unreadable(
      `${path} : ce JSON a plusieurs listes d’objets (${listes.map(([key]) => key.slice(0, 40)).join(', ')}). Donnez-en une seule.`,
    )
  const rows = (listes[0] as [string, Objet[]])[1]
  if (isPage(value, rows.length))
    throw new Unreadable(
      `${path} : ce JSON n’est qu’une page d’une réponse plus longue. Téléchargez le fichier entier, ou réunissez toutes les pages.`,
    )
  return rows.map(rowOf)
}

function isObjet(value: unknown): value is Objet {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListe(value: unknown): value is Objet[] {
  return Array.isArray(value) && value.every(isObjet)
}

/** What an answer says of the rest of it: an address of the next page, a total that is more than its rows. */
function isPage(value: Objet, rows: number): boolean {
  const dits = [value, ...[value.links, value.meta, value.pagination].filter(isObjet)]
  return dits.some(
    ({ next, total, total_count: count, numberMatched }) =>
      (typeof next === 'string' && next !== '') ||
      [total, count, numberMatched].some((one) => typeof one === 'number' && one > rows),
  )
}

/** A feature of GeoJSON is its properties, at its point; a record of an open data portal is its fields. */
function rowOf(value: Objet): Objet {
  if (isObjet(value.fields) && (value.recordid !== undefined || Object.keys(value).length === 1)) return value.fields
  if (value.type !== 'Feature' || !isObjet(value.properties)) return value
  const point = isObjet(value.geometry) && value.geometry.type === 'Point' ? value.geometry.coordinates : null
  const own = value.id === undefined ? {} : { id: value.id }
  const [longitude, latitude] = Array.isArray(point) ? point : []
  return {
    ...own,
    ...(typeof longitude === 'number' && typeof latitude === 'number' ? { latitude, longitude } : {}),
    ...value.properties,
  }
}

/** Undefined for a text that is no JSON: the parser's own words do not help a reader. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

/** One object a line; undefined when a line is none. */
function parseLignes(text: string): unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const objets: unknown[] = []
  for (const line of lines) {
    const objet = line.trimStart().startsWith('{') ? parse(line) : undefined
    if (objet === undefined) return undefined
    objets.push(objet)
  }
  return objets
}
