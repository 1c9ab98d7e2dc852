import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { KINDS, type Kind } from '#app/domain/vocabulary.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import type { Fetched } from './remote/download.ts'

/**
 * A line of data/sources.json: where a kind is published. `slug` is resolved by the API of data.gouv.fr to its
 * newest CSV; `recherche` is looked for there by its title, for a data set that changes its name; `url` is fetched as it is;
 * `manuel` has no stable address, so the file is given by hand.
 */
export type OfficialSource = {
  id: string
  kind: Kind
  titre: string
  producteur: string
  licence: string
  page: string
  slug?: string
  /** The API that knows the slug, when it is not that of data.gouv.fr. */
  api?: string
  recherche?: Recherche
  url?: string
  manuel?: boolean
}

/**
 * A data set of an organisation, by words of its title (accents and case do not count). `ressource`: the id of a file that
 * was it once, taken when it is newer or when none is found.
 */
export type Recherche = { organisation: string; jeu: string; ressource: string }

const PATH = fileURLToPath(new URL('../../../data/sources.json', import.meta.url))

/** The lines of data/sources.json, or of another file of its shape. Throws `Unreadable` when it cannot be used. */
export function listOfficialSources(path: string | null = null): OfficialSource[] {
  const sources = readJson(path ?? PATH)
  if (!Array.isArray(sources)) throw new Unreadable(`${path} : ce fichier n’est pas une liste de sources.`)
  for (const [i, source] of sources.entries()) check(source, `${path}, source ${i + 1}`)
  return sources
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Unreadable(`${path} : liste de sources illisible (${(error as Error).message}).`)
  }
}

function check(source: Partial<OfficialSource> | null, where: string): void {
  const texts = [source?.id, source?.titre, source?.producteur, source?.licence, source?.page]
  if (!texts.every((text) => typeof text === 'string' && text !== '') || !/^[\w-]+$/.test(source?.id ?? ''))
    throw new Unreadable(`${where} : id, titre, producteur, licence et page sont attendus.`)
  if (!KINDS.includes(source?.kind as Kind))
    throw new Unreadable(`${where} : kind « ${source?.kind} » inconnu. Types connus : ${KINDS.join(', ')}.`)
  const { slug, recherche, url, manuel } = source ?? {}
  if ([slug, recherche, url, manuel || undefined].filter((one) => one !== undefined).length !== 1)
    throw new Unreadable(`${where} : donnez slug, recherche, url ou manuel, et un seul des quatre.`)
  const { organisation, jeu, ressource } = recherche ?? {}
  if (
    recherche !== undefined &&
    ![organisation, jeu, ressource].every((text) => typeof text === 'string' && text !== '')
  )
    throw new Unreadable(`${where} : recherche attend organisation, jeu et ressource.`)
}

/** What a file says of its origin once it is in the database. */
export type Provenance = {
  fichier: string
  titre: string
  url: string | null
  producteur: string | null
  licence: string | null
  /** How it came, for one that was downloaded; in the archive only, the database does not depend on it. */
  distant?: Fetched
  /** What was said of its columns when it was given (`--columns`): it is read so again. */
  colonnes?: Record<string, string>
}

/** A file given by hand has the title of its kind and its own name. */
export function provenanceOf(kind: Kind, fichier: string, sources: OfficialSource[]): Provenance {
  const official = sources.find((one) => one.kind === kind)
  return {
    fichier,
    titre: official?.titre ?? kind,
    url: official?.page ?? null,
    producteur: official?.producteur ?? null,
    licence: official?.licence ?? null,
  }
}
