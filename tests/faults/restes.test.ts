import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openReadOnly } from '#db/connect.server.ts'
import Database from '#db/sqlite.ts'
import { empreinteOf, ended, read, startImport } from '#tests/import/commande.ts'
import { column, lieuxCsv, structuresCsv, workFolder } from '#tests/import/files.ts'
import { restes } from './etat.ts'

vi.setConfig({ testTimeout: 180_000 })

const folder = workFolder()
afterAll(folder.remove)
const temporary = join(folder.path, 'tmp')
mkdirSync(temporary)
const run = (...args: string[]) => ended(startImport(args, { temporary }))

const DEUX = folder.write('lieux-2024-01-01.csv', lieuxCsv([{ nom: 'Médiathèque' }, { nom: 'Mairie' }]))
const TROIS = folder.write(
  'lieux-2024-06-01.csv',
  lieuxCsv([{ nom: 'Médiathèque' }, { nom: 'Mairie' }, { nom: 'Gare' }]),
)
const POSTES = folder.write(
  'structures-2024-02-01.csv',
  structuresCsv([['VILLE', 'Reims', 'Marne', '2', '01/02/2024', '43493312300029', '51', '51454', '51100']]),
)
const SQL_NOMS = 'SELECT nom FROM lieu ORDER BY nom'
const noms = (out: string) => read(out, SQL_NOMS)

/** The log of another database, with pages that were never brought back into it. */
function realWal(): { wal: Buffer; shm: Buffer } {
  const path = join(folder.path, 'autre.sqlite')
  const other = new Database(path)
  other.pragma('journal_mode = WAL')
  other.pragma('wal_autocheckpoint = 0')
  other.exec('CREATE TABLE lieu (nom TEXT)')
  const insert = other.prepare('INSERT INTO lieu VALUES (?)')
  for (let i = 0; i < 2000; i += 1) insert.run(`Faux ${i} ${'x'.repeat(200)}`)
  const files = { wal: readFileSync(`${path}-wal`), shm: readFileSync(`${path}-shm`) }
  other.close()
  expect(files.wal.length).toBeGreaterThan(400_000)
  return files
}

const { wal, shm } = realWal()
const bruit = Buffer.alloc(8192, 7)

test.each([
  ['noise', { '-wal': bruit, '-shm': bruit }],
  ['the log of another database', { '-wal': wal, '-shm': shm }],
  ['a journal of noise', { '-journal': bruit }],
])('%s left beside a database changes nothing of what is read nor imported', async (nom, files) => {
  const out = join(folder.path, nom.replaceAll(' ', '-'), 'annuaire.sqlite')
  expect(await run(DEUX, '--out', out)).toMatchObject({ code: 0 })
  const avant = empreinteOf(out)
  const leave = () => {
    for (const [suffix, bytes] of Object.entries(files)) writeFileSync(`${out}${suffix}`, bytes)
  }
  const live = openReadOnly(out)
  expect(column(live, SQL_NOMS)).toEqual(['Mairie', 'Médiathèque'])
  leave()
  expect(column(live, SQL_NOMS)).toEqual(['Mairie', 'Médiathèque'])
  live.$client.close()
  if (!('-journal' in files)) expect([empreinteOf(out), noms(out)]).toEqual([avant, ['Mairie', 'Médiathèque']])
  leave()
  // The places are carried in from the published database, which this import reads first.
  expect(await run(POSTES, '--out', out)).toMatchObject({ code: 0 })
  expect(noms(out)).toEqual(['Mairie', 'Médiathèque'])
  expect(read(out, 'PRAGMA integrity_check')).toEqual(['ok'])
  expect(restes(out, temporary)).toEqual([])
})

test('what the dead left goes; what is of another database, or of a process that lives, stays', async () => {
  const out = join(folder.path, 'litiere', 'annuaire.sqlite')
  const archive = join(dirname(out), 'archive', 'lieux')
  expect(await run(DEUX, '--out', out)).toMatchObject({ code: 0 })
  const [kept = ''] = readdirSync(archive).filter((name) => name.endsWith('.csv.gz'))
  const uuid = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa'
  const name = (jour: string) => `${jour}-${'0'.repeat(64)}.csv.gz`
  const dead = [
    `.annuaire.sqlite.999999999-aaaaaaaa.tmp`,
    `.annuaire.sqlite.999999999-aaaaaaaa.tmp-journal`,
    '.annuaire.sqlite.lock',
  ].map((one) => join(dirname(out), one))
  const deadKept = [
    `${name('2024-03-01')}.999999999-${uuid}.tmp`,
    `${name('2024-03-01')}.source.json`,
    `${name('2024-03-01')}.source.json.999999999-${uuid}.tmp`,
  ].map((one) => join(archive, one))
  const living = [
    ...['.autre.sqlite.999999999-aaaaaaaa.tmp', 'notes.tmp'].map((one) => join(dirname(out), one)),
    // An import of another database in this folder shares the archive.
    ...[`${name('2024-04-01')}.${process.pid}-${uuid}.tmp`, `${name('2024-04-01')}.source.json`].map((one) =>
      join(archive, one),
    ),
  ]
  for (const path of [...dead, ...deadKept, ...living]) writeFileSync(path, '{}')
  const work = join(temporary, 'conum-import-999999999-abcdef')
  mkdirSync(work)
  copyFileSync(DEUX, join(work, 'telecharge.csv'))

  expect(await run(TROIS, '--out', out)).toMatchObject({ code: 0 })
  expect(restes(out, temporary).sort()).toEqual(living.map((path) => basename(path)).sort())
  expect(readdirSync(archive)).toEqual(expect.arrayContaining([kept, `${kept}.source.json`]))
})
