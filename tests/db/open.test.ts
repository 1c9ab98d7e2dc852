import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDatabase } from '#db/connect.server.ts'
import { closeDatabases, DatabaseUnusable, databasePath, openDatabase } from '#db/open.server.ts'
import { metaOf } from '#db/sources.server.ts'
import Database from '#db/sqlite.ts'
import { databaseOf, temporaryDirectory } from '#tests/support/database.ts'

let directory: ReturnType<typeof temporaryDirectory>
let path: string

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1), toFake: ['Date'] })
  directory = temporaryDirectory()
  path = `${directory.path}/annuaire.sqlite`
})

afterEach(() => {
  closeDatabases()
  directory.remove()
  vi.useRealTimers()
})

function write(to: string, empreinte: string): void {
  databaseOf({ empreinte }, to).$client.close()
}

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
const empreinte = () => metaOf(openDatabase(path)).empreinte

test('a database renamed over the old one is read within a second, and the old one until then', () => {
  write(path, 'first')
  const before = openDatabase(path)
  expect(empreinte()).toBe('first')
  write(`${path}.tmp`, 'second')
  renameSync(`${path}.tmp`, path)
  expect(openDatabase(path)).toBe(before)
  later(1001)
  expect(empreinte()).toBe('second')
  // A request that began before the change still reads what it was given.
  expect(metaOf(before).empreinte).toBe('first')
})

test('a clock put back by an hour does not keep the old database for an hour', () => {
  write(path, 'first')
  expect(empreinte()).toBe('first')
  write(`${path}.tmp`, 'second')
  renameSync(`${path}.tmp`, path)
  later(-3_600_000)
  expect(empreinte()).toBe('second')
})

test('an unchanged file keeps its connection', () => {
  write(path, 'first')
  const before = openDatabase(path)
  later(5000)
  expect(openDatabase(path)).toBe(before)
})

test('a file touched or written in place is opened again', () => {
  write(path, 'first')
  const before = openDatabase(path)
  utimesSync(path, new Date(), new Date(Date.now() + 60_000))
  later(1001)
  expect(openDatabase(path)).not.toBe(before)
})

test('the database cannot be written through the connection', () => {
  write(path, 'first')
  expect(() => openDatabase(path).$client.exec('delete from meta')).toThrow(/readonly/)
})

const refused: [string, (path: string) => void, RegExp][] = [
  ['absent', () => undefined, /n’existe pas/],
  ['in a folder that does not exist', (p) => rmSync(p.replace(/\/[^/]+$/, ''), { recursive: true }), /n’existe pas/],
  ['an empty file', (p) => writeFileSync(p, ''), /est vide/],
  ['no SQLite', (p) => writeFileSync(p, 'nom;adresse\n'.repeat(1000)), /n’est pas une base de cet annuaire/],
  ['a truncated SQLite file', (p) => writeFileSync(p, 'SQLite format 3\u0000'), /n’est pas une base de cet annuaire/],
  ['a directory', (p) => mkdirSync(p), /ne peut pas être ouverte/],
  ['a SQLite file without our tables', (p) => new Database(p).exec('create table t (a)').close(), /n’est pas une base/],
  ['a database without a version', (p) => createDatabase(p).$client.close(), /n’est pas une base de cet annuaire/],
  ['of an older schema', (p) => databaseOf({ schema_version: '0' }, p).$client.close(), /schéma 0, attendu/],
  ['of a newer schema', (p) => databaseOf({ schema_version: '99' }, p).$client.close(), /schéma 99, attendu/],
]

test.each(refused)('a database that is %s is refused in one sentence that names the command', (_, make, expected) => {
  make(path)
  const error = errorOf(() => openDatabase(path))
  expect(error).toBeInstanceOf(DatabaseUnusable)
  expect(error.message).toMatch(expected)
  expect(error.message).toContain('npm run import')
  expect(error.message).not.toContain('\n')
})

test('an unusable database is said again at each call, and a good one is then opened', () => {
  expect(() => openDatabase(path)).toThrow(DatabaseUnusable)
  expect(() => openDatabase(path)).toThrow(DatabaseUnusable)
  write(path, 'first')
  expect(empreinte()).toBe('first')
  rmSync(path)
  later(1001)
  expect(() => openDatabase(path)).toThrow(/n’existe pas/)
})

test('the path is that of DATABASE_PATH, else data/annuaire.sqlite', () => {
  vi.stubEnv('DATABASE_PATH', '')
  expect(databasePath()).toMatch(/data\/annuaire\.sqlite$/)
  vi.stubEnv('DATABASE_PATH', path)
  expect(databasePath()).toBe(path)
  vi.unstubAllEnvs()
})

function errorOf(run: () => unknown): Error {
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}

test('a database whose names cannot be read ahead is opened all the same', async () => {
  write(path, 'first')
  const damaged = new Database(path)
  damaged.exec('drop table toponyme')
  damaged.close()
  expect(empreinte()).toBe('first')
  await new Promise((resolve) => setImmediate(resolve))
  expect(empreinte()).toBe('first')
})
