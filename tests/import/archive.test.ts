import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import type { Kind } from '#app/domain/vocabulary.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { openReadOnly } from '#db/connect.server.ts'
import { souvenirsOf, writeSouvenir } from '#scripts/import/build/lignee/souvenir.ts'
import { archiveFile, listArchive, sha256Of } from '#scripts/import/gather/archive.ts'
import { readKnown } from '#scripts/import/gather/known-addresses.ts'
import { pruneArchive } from '#scripts/import/gather/retention.ts'
import type { Input } from '#scripts/import/input.ts'
import { all, buildTowns, lieuxCsv, workFolder } from './files.ts'

const folder = workFolder()
afterAll(() => folder.remove())

const PROVENANCE = { fichier: 'lieux.csv', titre: 'lieux', url: null, producteur: null, licence: null }
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function archived(archive: string, kind: Kind, millesime: string, text = `${kind} ${millesime}`) {
  const path = folder.write(`${kind}-${millesime}.csv`, text)
  return archiveFile(archive, { path, kind, millesime, sha256: sha256(text), provenance: PROVENANCE })
}

test('a text is archived compressed, under the hash of what was published, and read as it was', async () => {
  const archive = join(folder.path, 'comprime')
  const text = lieuxCsv(Array.from({ length: 500 }, (_, n) => ({ nom: `Mairie ${n}` })))
  const path = archived(archive, 'lieux', '2024-01-31', text)
  expect(path).toMatch(/2024-01-31-[0-9a-f]{64}\.csv\.gz$/)
  expect(statSync(path).size).toBeLessThan(text.length / 5)
  expect(gunzipSync(readFileSync(path)).toString()).toBe(text)
  expect(await sha256Of(path)).toBe(sha256(text))
  const table = await openTable(path)
  let rows = 0
  for await (const batch of table.rows()) rows += batch.length
  expect([table.kind, rows]).toEqual(['lieux', 500])
  // Archived again from its copy, it is the same file.
  const [copy] = listArchive(archive)
  expect(archiveFile(archive, copy as NonNullable<typeof copy>)).toBe(path)
})

test('a copy that is cut is no longer known by its address, and is said in a sentence when it is read', async () => {
  const archive = join(folder.path, 'coupe')
  const text = lieuxCsv(Array.from({ length: 500 }, (_, n) => ({ nom: `Mairie ${n}` })))
  const source = folder.write('coupe.csv', text)
  const distant = {
    chaine: ['https://exemple.fr/a.csv'],
    etag: '"1"',
    lastModified: null,
    recu: '2024-02-01T00:00:00Z',
  }
  const path = archiveFile(archive, {
    ...{ path: source, kind: 'lieux', millesime: '2024-01-31', sha256: sha256(text) },
    provenance: { ...PROVENANCE, distant },
  })
  expect(await readKnown(archive).ofKind('lieux')('https://exemple.fr/a.csv')).toMatchObject({ etag: '"1"' })
  truncateSync(path, Math.floor(statSync(path).size / 2))
  expect(await readKnown(archive).ofKind('lieux')('https://exemple.fr/a.csv')).toBe(null)
  await expect(sha256Of(path)).rejects.toThrow(/copie de l’archive est abîmée\. Remettez-la/)
})

test('places: every file of ninety days, then the last one of each month; structures: all; what is published: always', () => {
  const archive = join(folder.path, 'regle')
  const lieux = ['2025-01-10', '2025-01-20', '2026-03-01', '2026-03-31', '2026-04-01', '2026-04-02', '2026-06-29']
  for (const day of lieux) archived(archive, 'lieux', day)
  for (const day of ['2021-05-01', '2021-05-20', '2023-04-05']) archived(archive, 'structures', day)
  pruneArchive(archive, '2026-06-30', new Set([sha256('lieux 2025-01-10')]))
  const kept = listArchive(archive).map(({ kind, millesime }) => `${kind} ${millesime}`)
  // The ninetieth day before 30 June is 1 April.
  expect(kept).toEqual([
    ...['structures 2021-05-01', 'structures 2021-05-20', 'structures 2023-04-05'],
    ...['2025-01-10', '2025-01-20', '2026-03-31', '2026-04-01', '2026-04-02', '2026-06-29'].map(
      (day) => `lieux ${day}`,
    ),
  ])
  expect(readdirSync(join(archive, 'lieux')).filter((name) => name.includes('2026-03-01'))).toEqual([])
})

const place = (nom: string, adresse: string, id: string) => ({ nom, adresse, pivot: '', id })
const MOIS = {
  '2024-01-01': [place('Médiathèque', '1 rue du Test', 'a'), place('Mairie', '2 place du Test', 'b')],
  '2024-02-01': [place('Médiathèque', '1 rue du Test', 'a'), place('Gare', '3 quai du Test', 'c')],
  '2024-03-01': [place('La Médiathèque', '1 rue du Test', 'a'), place('Gare', '3 quai du Test', 'c')],
  '2024-04-01': [place('La Médiathèque', '9 rue du Test', 'a'), place('Gare', '3 quai du Test', 'c')],
  '2024-05-01': [place('La Médiathèque', '9 rue du Test', 'a'), place('Gare', '3 quai du Test', 'c')],
}

/** A year of nights, each importing its file after those of the archive; gives what the site has after the last one. */
async function nights(name: string, remember: boolean, afterEach: (archive: string) => void = () => {}) {
  const archive = join(folder.path, name)
  mkdirSync(archive, { recursive: true })
  let lieux: unknown
  for (const [millesime, rows] of Object.entries(MOIS)) {
    const text = lieuxCsv(rows)
    const input: Input = {
      ...{ path: folder.write(`${name}-${millesime}.csv`, text), kind: 'lieux', sha256: sha256(text) },
      ...{ millesime, provenance: PROVENANCE },
    }
    const path = join(folder.path, `${name}-${millesime}.sqlite`)
    const anciens = listArchive(archive)
    const souvenirs = remember ? souvenirsOf(archive) : null
    const options = { demonstration: false, today: '2026-06-30', anciens, souvenirs }
    const { souvenir, empreinte } = await buildTowns(path, [input], options)
    archived(archive, 'lieux', millesime, text)
    if (remember && souvenir) writeSouvenir(souvenirsOf(archive), souvenir)
    afterEach(archive)
    const db = openReadOnly(path)
    lieux = {
      empreinte,
      vivants: all(db, 'SELECT nom, id, vu_depuis FROM lieu ORDER BY nom'),
      changes: all(db, 'SELECT nom, le, champs FROM lieu_change JOIN lieu ON lieu.numero = lieu_numero ORDER BY nom'),
      anciens: all(db, 'SELECT id, nom, vers_id, vu_le, disparu_le FROM lieu_ancien ORDER BY id'),
    }
    db.$client.close()
  }
  return lieux
}

/** A file that cannot be read: whoever opens it fails. */
function spoil(archive: string): void {
  for (const { path } of listArchive(archive)) writeFileSync(path, 'illisible')
}

test('what older files have left is remembered: none is read again, and the site is the same', async () => {
  const read = await nights('relus', false)
  expect(read).toMatchObject({ changes: [{ nom: 'La Médiathèque', le: '2024-04-01' }] })
  expect(read).toMatchObject({ anciens: [{ nom: 'Mairie', vu_le: '2024-01-01', disparu_le: '2024-02-01' }] })
  expect(read).toMatchObject({ changes: [{ nom: 'La Médiathèque', le: '2024-04-01', champs: '["adresse"]' }] })
  expect(await nights('retenus', true, spoil)).toEqual(read)
  await expect(nights('sans-souvenir', false, spoil)).rejects.toThrow(/abîmée/)
})

test('a memory that is damaged or gone is made again from the files', async () => {
  const read = await nights('temoin', false)
  const damaged = await nights('memoire-abimee', true, (archive) => {
    for (const name of readdirSync(souvenirsOf(archive))) writeFileSync(join(souvenirsOf(archive), name), 'abîmé')
  })
  // Whole as a file, its last places missing.
  const cut = await nights('memoire-coupee', true, (archive) => {
    for (const name of readdirSync(souvenirsOf(archive))) {
      const path = join(souvenirsOf(archive), name)
      const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')
      writeFileSync(path, gzipSync(`${lines.slice(0, -1).join('\n')}\n`))
    }
  })
  const gone = await nights('memoire-perdue', true, (archive) => rmSync(souvenirsOf(archive), { recursive: true }))
  expect([damaged, cut, gone]).toEqual([read, read, read])
})

test('a place that only a file no longer kept had is still known to be gone', async () => {
  const forgotten = (archive: string) => {
    for (const { path, millesime } of listArchive(archive)) if (millesime === '2024-01-01') rmSync(path)
  }
  let night = 0
  const after = await nights('allegee', true, (archive) => {
    night += 1
    if (night === 3) forgotten(archive)
  })
  expect(after).toMatchObject({ anciens: [{ nom: 'Mairie', disparu_le: '2024-02-01' }] })
  // Two memories are enough: of the file in force, and of the one before.
  expect(readdirSync(souvenirsOf(join(folder.path, 'allegee')))).toHaveLength(2)
})
