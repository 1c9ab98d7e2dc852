import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasInvisible } from '#app/domain/texte/invisibles.ts'
import type { Row, Table } from '#app/lecture/table.ts'
import { createDatabase, type Db } from '#db/connect.server.ts'
import { startAnomalies } from '#scripts/import/build/anomalies-log.ts'
import { readRows } from '#scripts/import/build/read-rows.ts'
import { rejections } from '#scripts/import/publish/gate.ts'
import { writeReport } from '#scripts/import/publish/report.ts'
import { all, anomaliesOf, build, buildTowns, column, csv, workFolder } from './files.ts'

const COLONNES = [
  ...['id', 'nom', 'commune', 'code_postal', 'adresse', 'horaires', 'services', 'publics_specifiquement_adresses'],
  ...['courriels', 'site_web', 'presentation_resume', 'presentation_detail', 'dispositif_programmes_nationaux'],
]
const COMMUN = { commune: 'Reims', code_postal: '51100', dispositif_programmes_nationaux: 'Conseillers numériques' }
const folder = workFolder()
let db: Db
let report: string

/** Rows that weighed megabytes, or took seconds, and one that acts on a terminal. */
const LIGNES: Record<string, string>[] = [
  ...Array.from({ length: 12 }, (_, i) => ({ nom: `Adresse ${i}`, adresse: `12 a${',-'.repeat(9_990)}x` })),
  {
    nom: 'Listes',
    services: 'valeur inconnue|'.repeat(1_500),
    publics_specifiquement_adresses: 'autre|'.repeat(3_000),
  },
  { nom: 'Courriels', courriels: 'a@b,'.repeat(6_000), site_web: 'x '.repeat(8_000) },
  { nom: 'n'.repeat(5_000), horaires: 'Mo 09:00-12:00;'.repeat(1_000), presentation_detail: 'd '.repeat(10_000) },
  { nom: 'Résumé', presentation_resume: 'Un mot de plus. '.repeat(100) },
  { nom: 'Échappement \u001b[2J\u009b', adresse: '1 rue \u202edu Lac\u00ad', courriels: 'pas \u001b]0;une adresse' },
]

beforeAll(async () => {
  const text = csv(
    COLONNES,
    LIGNES.map((given, i) => {
      const row: Record<string, string> = { id: String(i), ...COMMUN, ...given }
      return COLONNES.map((column) => row[column] ?? '')
    }),
  )
  const trop = `"100";"${'x'.repeat(65_536)}";"Reims";"51100"\n`
  const built = await build(folder.path, [folder.write('lieux.csv', text + trop)], buildTowns)
  db = built.db
  report = folder.path.concat('/rapport.csv')
  writeReport(built.path, report)
})
afterAll(() => {
  db?.$client.close()
  folder.remove()
})

test('what is stored of a place is bounded, and said when cut', () => {
  expect(all(db, 'SELECT nom FROM lieu')).toHaveLength(LIGNES.length)
  for (const [nom, max] of Object.entries({ nom: 200, adresse: 300, horaires: 500, resume: 280, detail: 2_000 }))
    expect(column<number>(db, `SELECT max(length(${nom})) FROM lieu`)[0]).toBeLessThanOrEqual(max)
  const coupees = anomaliesOf(db).filter(({ code }) => code === 'texte.trop_long')
  expect(new Set(coupees.map(({ field }) => field))).toEqual(
    new Set([
      ...['adresse', 'services', 'publics_specifiquement_adresses', 'courriels', 'site_web', 'nom', 'horaires'],
      'presentation_detail',
    ]),
  )
  expect(anomaliesOf(db).map(({ code }) => code)).toContain('resume.trop_long')
})

test('hours that were cut are text, and never say open', () => {
  const [semaine] = column<string>(db, "SELECT semaine FROM lieu WHERE nom LIKE 'nnn%'")
  expect(semaine).not.toMatch(/\[\[?\d/)
})

test('a row of lists weighs what fifty values weigh, and fifty remarks', () => {
  for (const values of column<string>(db, 'SELECT valeurs FROM offre'))
    for (const list of Object.values(JSON.parse(values) as Record<string, string[]>))
      expect(list.length).toBeLessThanOrEqual(50)
  const perLine = column<number>(db, 'SELECT count(*) FROM anomalie GROUP BY source_id, line')
  expect(Math.max(...perLine)).toBeLessThanOrEqual(50)
  expect(Math.max(...column<number>(db, 'SELECT length(cellules) FROM ligne_publiee'))).toBeLessThan(20_000)
  expect(readFileSync(report).length).toBeLessThan(200_000)
})

test('a line longer than any row is rejected alone', () => {
  const said = anomaliesOf(db).filter(({ code }) => code === 'ligne.trop_longue')
  expect(said).toMatchObject([{ line: LIGNES.length + 2 }])
})

test('nothing of what is stored, nor of the report, acts on a terminal or turns a line', () => {
  const texts = [
    ...column<string>(db, 'SELECT nom FROM lieu'),
    ...column<string>(db, 'SELECT adresse FROM lieu WHERE adresse IS NOT NULL'),
    ...column<string>(db, 'SELECT cellules FROM ligne_publiee'),
    readFileSync(report, 'utf8').replace(/^\ufeff/, ''),
  ]
  // Escapes of JSON are text; what they write is not there either.
  for (const text of texts) expect([hasInvisible(text), /\\u00[0189]/.test(text)]).toEqual([false, false])
  expect(anomaliesOf(db).map(({ code }) => code)).toContain('texte.invisible')
})

describe('a row that would take for ever', () => {
  const cells = (nom: string) => ({ line: Number(nom), cells: { nom }, defect: null, published: [nom] })
  const rows: Row[] = Array.from({ length: 60 }, (_, i) => cells(String(i + 2)))
  const table = {
    rows: async function* () {
      yield rows
    },
  } as unknown as Table

  test('is given up, said and rejected; the others are kept, and the safety gate counts it', async () => {
    const work = createDatabase()
    const counts = { id: 1, read: 0, kept: 0, rejected: 0, corrected: 0, latest: '' }
    const kept: string[] = []
    const told: [number, boolean][] = []
    const endless = new Set(['7', '41'])
    await readRows(table, counts, {
      anomalies: startAnomalies(work),
      read: ({ cells }) => {
        // As a pattern on a text that was made for it: nothing but its end in time stops it.
        while (endless.has(cells.nom ?? '')) if (/^(a+)+$/.test(`${'a'.repeat(25)}b`)) break
        return cells.nom ?? null
      },
      keep: (nom) => {
        kept.push(nom)
        return ''
      },
      onRow: ({ line }, _journal, rejected) => told.push([line, rejected]),
      limits: { batchMs: 100, rowMs: 50 },
    })
    expect(counts).toMatchObject({ read: 60, kept: 58, rejected: 2 })
    expect(kept).toEqual(rows.map(({ cells: { nom } }) => nom).filter((nom) => !endless.has(nom ?? '')))
    expect(told.filter(([, rejected]) => rejected)).toEqual([
      [7, true],
      [41, true],
    ])
    const said = all(work, 'SELECT line, code FROM anomalie ORDER BY line')
    expect(said).toEqual([7, 41].map((line) => ({ line, code: 'ligne.trop_de_travail' })))
    expect(rejections([{ provenance: { fichier: 'f.csv' }, ...counts }])).toHaveLength(1)
    work.$client.close()
  })
})
