import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Anomalie } from '#app/domain/rapport/anomalies.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { loadReferentiel, readEmbedded } from '#app/lecture/referentiel.ts'
import type { Row, Table } from '#app/lecture/table.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import { createDatabase, type Db, openReadOnly } from '#db/connect.server.ts'
import { type BuildOptions, type BuildResult, buildDatabase, fill } from '#scripts/import/build/build.ts'
import { writeTerritoire } from '#scripts/import/build/write-territoire.ts'
import { readCache } from '#scripts/import/gather/geocode/cache.ts'
import type { Input } from '#scripts/import/input.ts'

/** The published files, which are no part of the project. */
const SHARED = resolve(import.meta.dirname, '../../../shared/data')
export const HAS_REAL_FILES = existsSync(SHARED)
export const NO_REAL_FILES = HAS_REAL_FILES ? '' : ' (skipped: ../shared/data is absent)'
export const realFile = (name: string): string => join(SHARED, name)

export type WorkFolder = ReturnType<typeof workFolder>

/** A folder of its own, swept by `remove`. */
export function workFolder() {
  const path = mkdtempSync(join(tmpdir(), 'annuaire-import-'))
  return {
    path,
    write(name: string, content: string | Uint8Array): string {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), content)
      return join(path, name)
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

let territoire: Promise<Territoire> | undefined

/** The embedded territory, without exact centres nor grid; read once for the file. */
export function embeddedTerritoire(): Promise<Territoire> {
  territoire ??= loadReferentiel({}).then((referentiel) => referentiel.territoire)
  return territoire
}

export async function rowsOf(table: Table): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of table.rows()) rows.push(...batch)
  return rows
}

export async function readRows(path: string): Promise<Row[]> {
  return rowsOf(await openTable(path))
}

let towns: ReturnType<typeof readEmbedded> | undefined

/** The towns of five departments, as data/referentiel gives them: a build of them takes some milliseconds. */
export function embeddedTowns(): ReturnType<typeof readEmbedded> {
  if (towns) return towns
  const france = readEmbedded()
  const here = ['01', '51', '67', '2A', '974']
  const communes = france.communes.filter(
    ({ departement, population }) => here.includes(departement) && population > 5000,
  )
  towns = { ...france, communes }
  return towns
}

/** `buildDatabase` without the 35,000 communes, for files whose places are in Reims. */
export async function buildTowns(path: string, inputs: Input[], options: BuildOptions): Promise<BuildResult> {
  const referentiel = await loadReferentiel({}, undefined, embeddedTowns())
  const db = createDatabase(path)
  writeTerritoire(db, referentiel)
  try {
    return await fill(db, inputs, referentiel, options)
  } finally {
    db.$client.close()
  }
}

/** Builds a whole database from files on disk, with the answers of a geocoder that its folder keeps. */
export async function build(
  folder: string,
  paths: string[],
  write = buildDatabase,
): Promise<{ db: Db; result: BuildResult; path: string }> {
  const inputs = await Promise.all(paths.map(toInput))
  const path = join(folder, 'annuaire.sqlite')
  const result = await write(path, inputs, {
    demonstration: false,
    today: '2026-06-30',
    geocodes: readCache(folder),
  })
  return { db: openReadOnly(path), result, path }
}

export async function toInput(path: string): Promise<Input> {
  const { kind } = await openTable(path)
  const fichier = path.split('/').at(-1) as string
  return {
    path,
    kind,
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    provenance: { fichier, titre: kind, url: null, producteur: null, licence: null },
  }
}

export function all<T>(db: Db, sql: string, ...params: unknown[]): T[] {
  return db.$client.prepare(sql).all(...params) as T[]
}

/** The first column of every row. */
export function column<T>(db: Db, sql: string, ...params: unknown[]): T[] {
  return db.$client
    .prepare(sql)
    .pluck()
    .all(...params) as T[]
}

export function anomaliesOf(db: Db): Anomalie[] {
  return all(db, 'SELECT line, field, code, raw, corrected FROM anomalie ORDER BY id')
}

/** CSV text: every cell quoted, `;` between them. */
export function csv(header: string[], rows: string[][], separator = ';'): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return `${[header, ...rows].map((cells) => cells.map(quote).join(separator)).join('\n')}\n`
}

const LIEUX = ['id', 'pivot', 'nom', 'commune', 'code_postal', 'code_insee', 'adresse', 'latitude', 'longitude']
const LIEUX_REST = [
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'date_maj',
  'services',
  'dispositif_programmes_nationaux',
]
const COMMON = { commune: 'Reims', code_postal: '51100', dispositif_programmes_nationaux: 'Conseillers numériques' }

/** A file of places of Reims, as published: give what each row's test is about. */
export function lieuxCsv(rows: Record<string, string>[], extra: string[] = []): string {
  const header = [...LIEUX, ...LIEUX_REST, ...extra]
  const cells = rows.map((row, i) => {
    const given: Record<string, string> = { ...COMMON, nom: `Lieu ${i + 1}`, adresse: `${i + 1} rue du Test`, ...row }
    return header.map((name) => given[name] ?? '')
  })
  return csv(header, cells)
}

const STRUCTURES = ['Raison sociale', 'Commune INSEE', 'Département', 'Nombre de conseillers validés par le COSELEC']
const STRUCTURES_REST = ['Date de validation en comité de sélection', 'SIRET', 'Code département', 'Code commune INSEE']

/** A file of employers, as published: name, commune, department, posts, date, SIRET, code, INSEE, postcode. */
export function structuresCsv(rows: string[][]): string {
  return csv([...STRUCTURES, ...STRUCTURES_REST, 'Code postal'], rows)
}

/** The published files that make one directory together: two lists of posts, the places, France services and the territory. */
export const PUBLISHED_TOGETHER = [
  'conum-structures-2021.csv',
  'conum-structures-2023-04-05.csv',
  'conum-permanences-2022-07.csv',
  'france-services-2024-08-01.csv',
  'geo-api-communes.json',
  'insee-grille-densite-7-niveaux-2024.csv',
  'frr-communes-2025-07.csv',
]
