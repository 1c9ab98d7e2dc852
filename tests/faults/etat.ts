import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Db, openReadOnly } from '#db/connect.server.ts'
import { all, column } from '#tests/import/files.ts'
import { type Edition, population, sha256Of, siteWeb } from './editions.ts'

/** The number of rows of each table, and what those hold but for the marks of their edition: the same in all. */
export type Comptes = Record<string, number | string>

export type Constat = { edition: number | null; dommages: string[] }

/**
 * What is wrong with a published database and its archive, in words; nothing when it is whole, of one of the editions
 * that it may be of.
 */
export function constater(out: string, permises: readonly Edition[], comptes: Comptes): Constat {
  const dommages = dommagesArchive(join(dirname(out), 'archive'))
  let db: Db | null = null
  try {
    db = openReadOnly(out)
    const integrity = column<string>(db, 'PRAGMA integrity_check')
    if (integrity.join() !== 'ok') dommages.push(`integrity_check : ${integrity[0]}`)
    const trouves = compter(db)
    if (JSON.stringify(trouves) !== JSON.stringify(comptes)) dommages.push(`lignes : ${JSON.stringify(trouves)}`)
    const lue = db
    const edition = permises.find((one) => porte(lue, one))
    if (!edition) dommages.push('ni l’édition d’avant, ni celle d’après')
    return { edition: edition?.numero ?? null, dommages }
  } catch (error) {
    return { edition: null, dommages: [...dommages, `illisible : ${(error as Error).message}`] }
  } finally {
    db?.$client.close()
  }
}

/** True when every row that an edition marks is of this one, and the sources are its files. */
function porte(db: Db, { numero, lieux, communes, structures }: Edition): boolean {
  const sites = column<string>(db, 'SELECT DISTINCT j.value FROM lieu, json_each(lieu.sites_web) j')
  const habitants = column<number>(db, "SELECT population FROM commune WHERE code = '51454'")
  const sources = column<string>(db, 'SELECT sha256 FROM source ORDER BY 1')
  const fichiers = [lieux, communes, structures].map(sha256Of).sort()
  const marques = [sites, habitants, sources]
  return JSON.stringify(marques) === JSON.stringify([[siteWeb(numero)], [population(numero)], fichiers])
}

export function compter(db: Db): Comptes {
  const tables = column<string>(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
  const comptes = tables.map((table) => [table, column<number>(db, `SELECT count(*) FROM "${table}"`)[0] ?? 0])
  return { ...Object.fromEntries(comptes), contenu: contenu(db) }
}

/** A hash of what is published, without the inhabitants and the site that an edition marks. */
function contenu(db: Db): string {
  const hash = createHash('sha256')
  for (const table of [
    'departement',
    'commune',
    'structure',
    'poste',
    'lieu_valeur',
    'lieu',
    'lieu_publication',
    'anomalie',
  ]) {
    for (const row of all<Record<string, unknown>>(db, `SELECT * FROM ${table} ORDER BY 1, 2, 3`))
      hash.update(JSON.stringify({ ...row, population: null, sites_web: null }))
  }
  return hash.digest('hex')
}

/** A file of the archive whose bytes are not those of its name; what a killed import left there is litter, not a file. */
function dommagesArchive(archive: string): string[] {
  return listFiles(archive).flatMap((path) => {
    const [, sha256] = basename(path).match(/^\d{4}-\d{2}-\d{2}-([0-9a-f]{64})\.csv(\.gz)?$/) ?? []
    if (sha256) return hashOf(path) === sha256 ? [] : [`archive tronquée : ${basename(path)}`]
    if (path.endsWith('.jsonl.gz')) return hashOf(path) === null ? [`mémoire tronquée : ${basename(path)}`] : []
    if (path.endsWith('.source.json')) return isJson(path) ? [] : [`provenance tronquée : ${basename(path)}`]
    return path.endsWith('.tmp') ? [] : [`archive : ${basename(path)} n’a pas de nom connu`]
  })
}

/** Of the file as it was published; null when its copy is cut. */
function hashOf(path: string): string | null {
  const bytes = readFileSync(path)
  try {
    return createHash('sha256')
      .update(path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
      .digest('hex')
  } catch {
    return null
  }
}

/** What should not be left beside a database once an import has come to its end. */
export function restes(out: string, temporary: string): string[] {
  const expected = [basename(out), 'archive', 'rapport-anomalies.csv']
  const beside = readdirSync(dirname(out)).filter((name) => !expected.includes(name))
  const archive = listFiles(join(dirname(out), 'archive')).filter((path) =>
    path.endsWith('.source.json') ? !existsSync(path.replace(/\.source\.json$/, '')) : path.endsWith('.tmp'),
  )
  const work = readdirSync(temporary).filter((name) => name.startsWith('conum-import-'))
  return [...beside, ...archive.map((path) => basename(path)), ...work]
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function isJson(path: string): boolean {
  try {
    return typeof JSON.parse(readFileSync(path, 'utf8')) === 'object'
  } catch {
    return false
  }
}
