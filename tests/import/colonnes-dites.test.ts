import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { empreinteOf, ended, read, startImport } from './commande.ts'
import { csv, workFolder } from './files.ts'

// Several whole imports, a few seconds each on a busy machine.
vi.setConfig({ testTimeout: 600_000 })

const folder = workFolder()
afterAll(folder.remove)
const temporary = join(folder.path, 'tmp')
mkdirSync(temporary)
const run = (...args: string[]) => ended(startImport(args, { temporary }))

const HEADER = ['nom', 'code_postal', 'ville', 'lat', 'lon', 'labels_nationaux', 'date_maj']
const ALZONNE = ['Espace', '11300', 'Alzonne', '43.254495', '2.175926', 'CNFS']
const LIEUX = folder.write('lieux-2026-06-15.csv', csv(HEADER, [[...ALZONNE, '2026-06-15']]))
const NEWER = folder.write(
  'lieux-2026-07-15.csv',
  csv(HEADER.slice(0, 2).concat('commune', HEADER.slice(5)), [['Autre', '11170', 'Alzonne', 'CNFS', '2026-07-15']]),
)
const COLONNES = ['--columns', 'ville=commune,lat=latitude', '--columns', 'lon=longitude']
const PLACE = 'SELECT commune_nom FROM lieu'

test('columns are read as they are said to be, and so again from the archive', async () => {
  const out = join(folder.path, 'dites', 'annuaire.sqlite')
  const silent = await run(LIEUX, '--out', out)
  expect(silent.code).toBe(0)
  expect(silent.stderr).toContain('--columns ville=commune,lat=latitude,lon=longitude')
  const unsaid = empreinteOf(out)

  const said = await run(...COLONNES, LIEUX, '--out', out, '--if-changed', '--json')
  expect(said.summary).toMatchObject({ published: true, unchanged: false, lieux: 1 })
  expect(read(out, 'SELECT c.nom FROM commune c JOIN lieu l ON l.commune_code = c.code')).toEqual(['Alzonne'])
  expect(read(out, 'SELECT precision FROM lieu')).toEqual(['adresse'])
  const own = empreinteOf(out)
  expect(own).not.toBe(unsaid)

  const again = await run(...COLONNES, LIEUX, '--out', out, '--if-changed', '--json')
  expect(again.summary).toMatchObject({ unchanged: true })

  await run(NEWER, '--out', out, '--force')
  expect(read(out, PLACE)).toEqual(['Alzonne'])
  await run('--from-archive', '2026-06-30', '--out', out, '--force')
  expect(empreinteOf(out)).toBe(own)
})

test.each([
  ['without a file after it', ['--columns', 'ville=commune']],
  ['of a column that is none of ours', ['--columns', 'ville=couleur', LIEUX]],
  ['without a word', ['--columns', ' ', LIEUX]],
])('--columns %s is misuse', async (_, args) => {
  const { code, stderr, stdout } = await run(...args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^--columns /)
})
