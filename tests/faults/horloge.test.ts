import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { empreinteOf, ended, read, startImport } from '#tests/import/commande.ts'
import { lieuxCsv, structuresCsv, workFolder } from '#tests/import/files.ts'
import { aLHeure } from './horloge.ts'

vi.setConfig({ testTimeout: 300_000 })

const folder = workFolder()
afterAll(folder.remove)
const temporary = join(folder.path, 'tmp')
mkdirSync(temporary)
const outOf = (name: string) => join(folder.path, name, 'annuaire.sqlite')
const runAt = (when: string, ...args: string[]) => ended(startImport(args, { temporary, ...aLHeure(when) }))

/** 1970: a machine without a battery. 2099: a mistyped year. */
const [PASSE, JUSTE, AVENIR] = ['1970-01-02', '2026-11-20', '2099-03-01']

const employer = (n: number, date: string) =>
  structuresCsv([['VILLE', 'Reims', 'Marne', String(n), date, '43493312300029', '51', '51454', '51100']])
const OLDER = folder.write('postes-anciens.csv', employer(2, '19/05/2021'))
const NEWER = folder.write('postes-recents.csv', employer(9, '01/02/2024'))
const LIEUX = folder.write('lieux.csv', lieuxCsv([{ nom: 'Gare', date_maj: '2025-02-03' }, { nom: 'Mairie' }]))
const SANS_DATE = folder.write('sans-date.csv', lieuxCsv([{ nom: 'Gare' }, { nom: 'Mairie' }]))
const archived = (out: string, kind: string) =>
  readdirSync(join(dirname(out), 'archive', kind)).filter((name) => name.endsWith('.csv.gz'))

test('the same files give the same database and the same archive in 1970, today and in 2099', async () => {
  const made = []
  for (const when of [PASSE, JUSTE, AVENIR]) {
    const out = outOf(`meme-${when}`)
    const { code, summary, stderr } = await runAt(when, LIEUX, NEWER, '--out', out, '--json')
    expect([code, stderr.includes('L’horloge de cette machine est au')]).toEqual([0, when === PASSE])
    const { duration_ms, out: _, ...rest } = summary ?? { duration_ms: 0, out: '' }
    made.push({
      rest,
      empreinte: empreinteOf(out),
      archive: ['lieux', 'structures'].map((kind) => archived(out, kind)),
    })
  }
  expect(made[0]?.archive.flat().map((name) => name.slice(0, 10))).toEqual(['2025-02-03', '2024-02-01'])
  expect([made[0], made[2]]).toEqual([made[1], made[1]])
})

test('of two files the latest is the one of the later date in it, not the one that the clock saw last', async () => {
  const out = outOf('ordre')
  expect(await runAt(PASSE, NEWER, '--out', out)).toMatchObject({ code: 0 })
  expect(await runAt(AVENIR, OLDER, '--out', out)).toMatchObject({ code: 0 })
  expect(read(out, 'SELECT millesime FROM source WHERE courante')).toEqual(['2024-02-01'])
  expect(read(out, 'SELECT nombre FROM poste ORDER BY 1')).toEqual([2, 9])
})

test('a file without a date keeps the day it first came, whatever the clock says later', async () => {
  const out = outOf('sans-date')
  const seen = []
  for (const when of [JUSTE, AVENIR]) {
    expect(await runAt(when, SANS_DATE, '--out', out)).toMatchObject({ code: 0 })
    seen.push([read(out, 'SELECT millesime FROM source'), empreinteOf(out), archived(out, 'lieux').length])
  }
  expect(seen[0]?.slice(0, 1)).toEqual([[JUSTE]])
  expect(seen[1]).toEqual(seen[0])
})

test('a clock behind the archive loses none of it', async () => {
  const out = outOf('retard')
  const file = folder.write('lieux-2026-09-01.csv', lieuxCsv([{ nom: 'Gare' }, { nom: 'Mairie' }]))
  expect(await runAt(JUSTE, file, '--out', out)).toMatchObject({ code: 0 })
  rmSync(out)
  // No source answers and nothing is published: what the archive has comes before the demonstration.
  const source = { id: 'l', kind: 'lieux', titre: 'L', producteur: 'P', licence: 'L', page: 'http://127.0.0.1:1/' }
  const unmet = folder.write('sources.json', JSON.stringify([{ ...source, url: 'http://127.0.0.1:1/lieux.csv' }]))
  const { code, stderr } = await runAt(PASSE, '--sources', unmet, '--out', out)
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('dernière copie archivée') })
  expect(read(out, 'SELECT nom FROM lieu ORDER BY nom')).toEqual(['Gare', 'Mairie'])
})

test('a date to come is a remark on its row, and a file named after one is imported', async () => {
  const out = outOf('avenir')
  const rows = [
    { nom: 'Gare', date_maj: '2098-01-01' },
    { nom: 'Mairie', date_maj: '2025-02-03' },
  ]
  const file = folder.write('lieux-2098-06-01.csv', lieuxCsv(rows))
  expect(await runAt(JUSTE, file, '--out', out)).toMatchObject({ code: 0 })
  expect(read(out, "SELECT line || ' ' || code FROM anomalie WHERE field = 'date_maj'")).toEqual(['2 date.future'])
  expect(read(out, 'SELECT date_maj FROM lieu ORDER BY nom')).toEqual([null, '2025-02-03'])
  expect(read(out, 'SELECT millesime FROM source')).toEqual(['2098-06-01'])
})
