import { readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadReferentiel, type Referentiel } from '#app/lecture/referentiel.ts'
import { createDatabase, type Db } from '#db/connect.server.ts'
import { createWithTerritoire } from '#scripts/import/build/create-with-territoire.ts'
import { writeTerritoire } from '#scripts/import/build/write-territoire.ts'
import type { Input } from '#scripts/import/input.ts'
import { embeddedTowns, workFolder } from './files.ts'

const XDG = process.env.XDG_CACHE_HOME
const folder = workFolder()
let towns: Referentiel
let cache: string
let nombre = 0

beforeAll(async () => {
  towns = await loadReferentiel({}, undefined, embeddedTowns())
})
beforeEach(() => {
  nombre += 1
  process.env.XDG_CACHE_HOME = join(folder.path, `cache-${nombre}`)
  cache = join(process.env.XDG_CACHE_HOME, 'carte-conseillers-numeriques')
})
afterAll(() => {
  if (XDG === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = XDG
  folder.remove()
})

/** The rows of every table, as SQLite gives them. */
function contentOf(name: string, referentiel: Referentiel, inputs: Input[] = []): Record<string, unknown[]> {
  return readAll(createWithTerritoire(join(folder.path, name), referentiel, inputs))
}

function readAll({ $client }: Db): Record<string, unknown[]> {
  const tables = $client.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
  const rowsOf = (table: string) => $client.prepare(`SELECT * FROM "${table}"`).raw().all()
  const content = Object.fromEntries(tables.map((table) => [table, rowsOf(table)]))
  $client.close()
  return content
}

function written(): Record<string, unknown[]> {
  const db = createDatabase()
  db.$client.transaction(() => writeTerritoire(db, towns))()
  return readAll(db)
}

const kept = () => readdirSync(cache).filter((file) => file.startsWith('territoire-'))
const provenance = { fichier: 'c', titre: 'c', url: null, producteur: null, licence: null }
const communes = (sha256: string): Input[] => [{ path: 'communes.json', kind: 'communes', sha256, provenance }]

test('a copy of the territory holds what is written without one, search of communes included', () => {
  const expected = written()
  expect(expected.commune).toHaveLength(towns.territoire.communes.length)
  expect(contentOf('premiere.sqlite', towns)).toEqual(expected)
  expect(kept()).toHaveLength(1)
  expect(contentOf('seconde.sqlite', towns)).toEqual(expected)
  expect(kept()).toHaveLength(1)
})

test.each([
  ['cut', (file: string) => truncateSync(file, 4096)],
  [
    'changed by a byte',
    (file: string) => {
      writeFileSync(
        file,
        readFileSync(file).map((byte, i) => (i === 5000 ? byte ^ 1 : byte)),
      )
    },
  ],
])('a copy that was %s is not used, and is replaced', (said, damage) => {
  const expected = contentOf(`juste-${said}.sqlite`, towns)
  const [file] = kept().map((name) => join(cache, name)) as [string]
  const bytes = readFileSync(file)
  damage(file)
  expect(contentOf(`apres-${said}.sqlite`, towns)).toEqual(expected)
  expect(kept()).toHaveLength(1)
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('other reference files have another copy; the last five used are kept', () => {
  const given = { ...towns, read: new Map([['communes', { rows: 1, rejected: 0, header: [], anomalies: [] }]]) }
  for (const sha of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) contentOf(`${sha}.sqlite`, given, communes(sha))
  const names = kept()
  expect(names).toHaveLength(5)
  contentOf('g-encore.sqlite', given, communes('g'))
  expect(kept()).toEqual(names)
})

test('a copy that serves is younger than one that does not', () => {
  contentOf('servi.sqlite', towns)
  const [file] = kept().map((name) => join(cache, name)) as [string]
  utimesSync(file, 0, 0)
  contentOf('servi-encore.sqlite', towns)
  expect(readdirSync(cache)).toHaveLength(1)
  expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(3_600_000)
})

test('where nothing can be kept, the territory is written all the same', () => {
  process.env.XDG_CACHE_HOME = folder.write('un-fichier', '')
  expect(contentOf('sans.sqlite', towns)).toEqual(written())
})
