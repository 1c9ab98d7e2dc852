import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type EtatSources, readEtatSources } from '#db/etat-sources.ts'
import { type Ended, empreinteOf, ended, read, startImport } from './commande.ts'
import { lieuxCsv, structuresCsv, workFolder } from './files.ts'

// Each test runs several whole imports, a few seconds each on a busy machine.
vi.setConfig({ testTimeout: 600_000 })

const folder = workFolder()
afterAll(folder.remove)

/** `temporary` keeps the litter of killed imports out of the machine's own folder. */
const temporary = join(folder.path, 'tmp')
mkdirSync(temporary)

const run = (...args: string[]) => ended(startImport(args, { temporary }))
const kinds = (summary: Ended['summary']) =>
  summary?.sources.map(({ kind, millesime }) => `${kind} ${millesime}`).sort()
const LIEUX = folder.write('lieux-2024-01-01.csv', lieuxCsv([{ nom: 'Médiathèque' }, { nom: '=cmd()' }, { nom: '' }]))
const MORE = folder.write(
  'lieux-2024-06-01.csv',
  lieuxCsv([{ nom: 'Médiathèque' }, { nom: 'Mairie' }, { nom: 'Gare' }]),
)
const employer = (n: number, date: string) => [
  ['VILLE', 'Reims', 'Marne', String(n), date, '43493312300029', '51', '51454', '51100'],
]
const POSTES = folder.write('structures-2023-04-05.csv', structuresCsv(employer(7, '05/04/2023')))
const OLDER = folder.write('structures-2021-05-19.csv', structuresCsv(employer(2, '19/05/2021')))
const NEWER = folder.write('structures-2024-02-01.csv', structuresCsv(employer(9, '01/02/2024')))
const FIXED = folder.write('corrige/structures-2024-02-01.csv', structuresCsv(employer(8, '01/02/2024')))

/** What is published from one file, which tests read and copy. */
const ONE = join(folder.path, 'a', 'annuaire.sqlite')
let one: Ended
beforeAll(async () => {
  one = await run(LIEUX, '--out', ONE, '--json')
})

test('the life of a database: demonstration, official files, one kind at a time, history, an older state', async () => {
  const out = join(folder.path, 'vie', 'annuaire.sqlite')
  const demo = await run('--demo', '--out', out, '--json')
  expect(demo.code).toBe(0)
  expect(read(out, "SELECT valeur FROM meta WHERE cle = 'demonstration'")).toEqual(['oui'])

  const first = await run(LIEUX, POSTES, '--out', out, '--json')
  expect(first.code).toBe(0)
  expect(first.summary).toMatchObject({
    published: true,
    out,
    lieux: 2,
    structures: 1,
    postes: 7,
    duration_ms: expect.any(Number),
    anomalies: { error: expect.any(Number), warning: expect.any(Number), info: expect.any(Number) },
    sources: [
      { file: 'lieux-2024-01-01.csv', kind: 'lieux', millesime: '2024-01-01', read: 3, kept: 2, rejected: 1 },
      { file: 'structures-2023-04-05.csv', kind: 'structures', millesime: '2023-04-05', read: 1, kept: 1, rejected: 0 },
    ],
  })
  expect(read(out, "SELECT valeur FROM meta WHERE cle = 'demonstration'")).toEqual(['non'])
  expect(read(out, 'SELECT count(*) FROM source WHERE demonstration')).toEqual([0])
  expect(read(out, 'SELECT count(*) FROM lieu')).toEqual([2])

  // One file replaces the current one of its kind and leaves the other kinds.
  const second = await run(MORE, '--out', out, '--json')
  expect(second.summary).toMatchObject({ lieux: 3, postes: 7 })
  expect(kinds(second.summary)).toEqual(['lieux 2024-06-01', 'structures 2023-04-05'])

  // An older structures file is history; a newer one is current, and the former becomes history.
  const third = await run(OLDER, '--out', out, '--json')
  expect(third.summary).toMatchObject({ lieux: 3, postes: 7 })
  const fourth = await run(NEWER, '--out', out, '--json')
  expect(fourth.summary).toMatchObject({ lieux: 3, postes: 9, structures: 1 })
  expect(read(out, "SELECT millesime FROM source WHERE kind = 'structures' AND courante")).toEqual(['2024-02-01'])
  expect(read(out, 'SELECT nombre FROM poste ORDER BY 1')).toEqual([2, 7, 9])

  // A corrected file of the same day takes the place of the one it corrects.
  const fifth = await run(FIXED, '--out', out, '--json')
  expect(fifth.summary).toMatchObject({ postes: 8 })

  const past = await run('--from-archive', '2023-12-31', '--out', out, '--json', '--force')
  expect(kinds(past.summary)).toEqual(['structures 2021-05-19', 'structures 2023-04-05'])
  expect(past.summary?.postes).toBe(7)

  const never = await run('--from-archive', '2001-01-01', '--out', out, '--json')
  expect(never).toMatchObject({ code: 1, summary: { published: false } })
  expect(never.stderr).toContain('Dates archivées : ')
})

test('a new path carries nothing in, and the same files give the same database', async () => {
  const b = join(folder.path, 'b', 'annuaire.sqlite')
  expect(one.summary).toMatchObject({ lieux: 2, structures: 0, postes: 0, sources: [{ kind: 'lieux' }] })
  await run(LIEUX, '--out', b)
  expect(empreinteOf(b)).toBe(empreinteOf(ONE))
  expect(read(b, 'SELECT id FROM lieu ORDER BY id')).toEqual(read(ONE, 'SELECT id FROM lieu ORDER BY id'))

  const report = readFileSync(join(folder.path, 'b', 'rapport-anomalies.csv'), 'utf8')
  expect(report).toContain("'=cmd()")
  expect(report).not.toMatch(/(^|,)"?=/m)
})

describe('what is refused', () => {
  test.each([
    ['an option that nobody knows', ['--couleur', 'bleu']],
    ['two ways to choose', ['--demo', LIEUX]],
    ['a date that is none', ['--from-archive', 'hier']],
    ['a kind that nobody knows', ['--kind', 'couleurs', LIEUX]],
    ['a kind without its file', ['--kind', 'lieux']],
  ])('%s is misuse: 2, with the usage', async (_, args) => {
    const { code, stderr, stdout } = await run(...args)
    expect(code).toBe(2)
    expect(stderr).toContain('npm run import -- --demo')
    expect(stdout).toBe('')
  })

  test.each([
    ['a file that is not there', () => join(folder.path, 'absent.csv'), 'n’existe pas'],
    ['an empty file', () => folder.write('vide.csv', ''), 'vide'],
    ['a header alone', () => folder.write('seul.csv', lieuxCsv([])), 'en-tête est seul'],
    ['a header that nobody knows', () => folder.write('inconnu.csv', 'a;b\n1;2\n'), 'non reconnu'],
  ])('%s: 1, the published database stays', async (_, file, words) => {
    const before = empreinteOf(ONE)
    const { code, summary, stderr } = await run(file(), '--out', ONE, '--json')
    expect([code, summary?.published, summary?.sources]).toEqual([1, false, []])
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('    at ')
    expect(empreinteOf(ONE)).toBe(before)
  })

  test('a file that loses more than half of the places, unless it is forced', async () => {
    const out = join(folder.path, 'porte', 'annuaire.sqlite')
    await run(MORE, '--out', out)
    const single = folder.write('lieux-2024-09-01.csv', lieuxCsv([{ nom: 'Seul' }]))
    const refused = await run(single, '--out', out, '--json')
    expect([refused.code, refused.summary?.published]).toEqual([1, false])
    expect(refused.stderr).toContain('lieux : 1 au lieu de 3')
    expect(read(out, 'SELECT count(*) FROM lieu')).toEqual([3])
    expect((await run(single, '--out', out, '--force')).code).toBe(0)
    expect(read(out, 'SELECT count(*) FROM lieu')).toEqual([1])
  })

  test('a file of which more than 2 % of the rows are rejected, with the figures, unless it is forced', async () => {
    const out = join(folder.path, 'rejets', 'annuaire.sqlite')
    const rows = (bad: number) => Array.from({ length: 100 }, (_, i) => ({ nom: i < bad ? '' : `Lieu ${i}` }))
    const three = folder.write('rejets/lieux-2024-01-01.csv', lieuxCsv(rows(3)))
    const refused = await run(three, '--out', out, '--json')
    expect([refused.code, refused.summary?.published, existsSync(out)]).toEqual([1, false, false])
    expect(refused.stderr).toContain('lieux-2024-01-01.csv : 3 lignes rejetées sur 100 (3 %, au plus 2 %)')
    expect((await run(three, '--out', out, '--force')).code).toBe(0)
    expect(read(out, 'SELECT count(*) FROM lieu')).toEqual([97])
    const two = folder.write('rejets/lieux-2024-02-01.csv', lieuxCsv(rows(2)))
    expect((await run(two, '--out', out)).code).toBe(0)
  })

  test('a department that loses all its places, by its code', async () => {
    const out = join(folder.path, 'departement', 'annuaire.sqlite')
    const ain = { commune: 'Oyonnax', code_postal: '01100', code_insee: '01283', latitude: '', longitude: '' }
    await run(folder.write('d/lieux-2024-01-01.csv', lieuxCsv([{}, {}, {}, ain])), '--out', out)
    const refused = await run(folder.write('d/lieux-2024-02-01.csv', lieuxCsv([{}, {}, {}, {}])), '--out', out)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('plus aucun lieu dans : 01')
  })
})

test('without a file nor an answer: the demonstration on a new path, never in the place of official data', async () => {
  // Nobody listens on this port, so that the test says the same on a machine with the network.
  const offline = join(folder.path, 'hors-ligne', 'annuaire.sqlite')
  const source = {
    id: 'lieux',
    kind: 'lieux',
    titre: 'Lieux',
    producteur: 'P',
    licence: 'L',
    page: 'http://127.0.0.1:1/',
  }
  const unmet = folder.write('injoignables.json', JSON.stringify([{ ...source, url: 'http://127.0.0.1:1/lieux.csv' }]))
  const runOffline = () => run('--sources', unmet, '--out', offline)
  // Published, and not green: an official source was asked for.
  const demo = await run('--sources', unmet, '--out', offline, '--json')
  expect(demo).toMatchObject({ code: 3, stderr: expect.stringContaining('données de démonstration') })
  expect(demo.summary?.published).toBe(true)
  expect(demo.summary?.sources.map(({ kind, etat }) => [kind, etat])).toEqual([
    ...Array(3).fill([expect.any(String), 'demonstration']),
    ['lieux', 'absente'],
  ])
  const { faute, sources } = readEtatSources(offline) as EtatSources
  expect(faute).toBeNull()
  expect(sources).toEqual([
    { id: 'lieux', kind: 'lieux', titre: 'Lieux', reussieLe: null, faute: expect.stringContaining('ECONNREFUSED') },
  ])
  expect(read(offline, "SELECT valeur FROM meta WHERE cle = 'demonstration'")).toEqual(['oui'])

  // Without its archive: there is nothing to build the official state from.
  copyFileSync(ONE, offline)
  expect(await runOffline()).toMatchObject({ code: 1, stderr: expect.stringContaining('reste en place') })
  expect(empreinteOf(offline)).toBe(empreinteOf(ONE))
  expect(readEtatSources(offline)?.faute).toContain('l’archive de la base en ligne n’est plus là')
})
