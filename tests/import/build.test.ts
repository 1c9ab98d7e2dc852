import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANOMALIE_SEVERITY, type AnomalieCode, CODES_DU_VERIFICATEUR } from '#app/domain/rapport/anomalies.ts'
import { withCle } from '#app/lecture/geocodage.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import type { Db } from '#db/connect.server.ts'
import type { BuildResult } from '#scripts/import/build/build.ts'
import { keepReponses } from '#scripts/import/gather/geocode/cache.ts'
import { writeReport } from '#scripts/import/publish/report.ts'
import { all, anomaliesOf, build, buildTowns, column, csv, lieuxCsv, structuresCsv, workFolder } from './files.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')
const folder = workFolder()
let db: Db
let path: string
let result: BuildResult

beforeAll(async () => {
  const grid = folder.write('grille.csv', 'CODGEO;DENS;PMUN21\n51454;1;180000\n01053;9;40000\n93066;4;1\n')
  const defects = ['lieux-defauts.csv', 'structures-defauts.csv'].map((name) => join(FIXTURES, name))
  const ecrits = {
    ...{ pivot: '2,13E+13', date_maj: '02/05/26', horaires: 'lundi 9h-12h', telephone: '03 53 01 00 01 poste 12' },
    ...{ latitude: '49°15\'30"N', longitude: '4°01\'54"E', publics_accueillis: 'Surdité' },
  }
  const ecrites: Record<string, string>[] = [
    { nom: 'x'.repeat(30_000) },
    { adresse: '30 r du Calcul' },
    ecrits,
    { date_maj: 'mai 2026', telephone: '3,35E+10' },
    { code_insee: '63144' },
    { commune: 'Riems' },
    { commune: 'Rheims-sur-Mer' },
    { commune: 'Tourny', code_postal: '27510' },
    { commune: 'MARNE LA VALLEE CEDEX 2', code_postal: '77454' },
  ]
  const long = folder.write('lieux-longs.csv', lieuxCsv(ecrites, ['publics_accueillis']))
  const demande = withCle({ adresse: '30 rue du Calcul', codeInsee: '51454', codePostal: '' })
  const found = { statut: 'ok', type: 'street', score: 0.9, codeInsee: '51454', libelle: '' } as const
  keepReponses(folder.path, '2026-06-30', [{ demande, geocode: { ...found, point: { lat: 49.25, lon: 4.03 } } }])
  const built = await build(folder.path, [...defects, grid, long])
  db = built.db
  path = built.path
  result = built.result
})
afterAll(() => {
  db?.$client.close()
  folder.remove()
})

const NOTES = ['coordonnees.code_postal', 'telephone.fax', 'telephone.precision']

test('every anomaly that the import can say comes out of the fixtures, and none of the checker’s own', () => {
  const produced = new Set(anomaliesOf(db).map(({ code }) => code))
  const never = Object.keys(ANOMALIE_SEVERITY).filter((code) => !produced.has(code as AnomalieCode))
  // In tailles.test.ts.
  const sizes = ['ligne.trop_de_travail', 'ligne.trop_longue', 'resume.trop_long', 'texte.invisible']
  // In tests/lecture and tests/verification.
  const elsewhere = ['code.abime', 'code.tableur', 'ligne.entre_guillemets', 'texte.nom_de_personne', ...NOTES]
  expect(never.sort()).toEqual([...CODES_DU_VERIFICATEUR, ...sizes, ...elsewhere].sort())
})

test('each defect is said at its line and column', () => {
  const said = new Set(
    all<{ f: string; line: number; code: string }>(
      db,
      'SELECT s.fichier AS f, a.line, a.code FROM anomalie a JOIN source s ON s.id = a.source_id',
    ).map(({ f, line, code }) => `${f}:${line} ${code}`),
  )
  const lines = readFileSync(join(FIXTURES, 'lieux-defauts.csv'), 'utf8').split('\n')
  const lineOf = (word: string) => lines.findIndex((line) => line.includes(word)) + 1
  const expected: [string, AnomalieCode][] = [
    ['Sans lieu', 'lieu.introuvable'],
    ['Identifiant repris', 'id.doublon'],
    ['Clé fausse', 'siret.cle_fausse'],
    ['Pivot faux', 'siret.invalide'],
    ['Pivot faux', 'adresse.mot_vide'],
    ['Zéros perdus', 'code_postal.zero_perdu'],
    ['Zéros perdus', 'code_insee.zero_perdu'],
    ['Ancien code', 'code_insee.ancien'],
    ['Point lointain', 'coordonnees.trop_loin'],
    ['Point inversé', 'coordonnees.inversees'],
    ['Courriel de personne', 'courriel.personnel'],
    ['Courriel dans un texte', 'texte.courriel_personnel'],
    ['Trop de cellules', 'ligne.cellules_en_trop'],
    ['Pas assez', 'ligne.cellules_manquantes'],
    ['Guillemet ouvert', 'ligne.guillemet'],
  ]
  for (const [word, code] of expected) expect(said).toContain(`lieux-defauts.csv:${lineOf(word)} ${code}`)
})

test('read = kept + rejected in every file, and only what cannot be placed or read is rejected', () => {
  for (const { read, kept, rejected } of result.sources) expect(read).toBe(kept + rejected)
  const of = (name: string) => result.sources.find(({ provenance }) => provenance.fichier === name)
  // Without a name; without a place; with an open quote.
  expect(of('lieux-defauts.csv')).toMatchObject({ read: 40, kept: 37, rejected: 3 })
  // Without a department; without a number of posts.
  expect(of('structures-defauts.csv')).toMatchObject({ read: 10, kept: 8, rejected: 2 })
  const published = all<{ n: number }>(db, 'SELECT count(*) AS n FROM lieu_publication WHERE source_id = 1')
  expect(published).toEqual([{ n: 37 }])
})

test('rows of one SIRET are one employer, its posts summed and its latest date kept', () => {
  const rows = all(
    db,
    "SELECT postes, investissement, date_validation, nom FROM structure WHERE siret = '43493312300029'",
  )
  expect(rows).toEqual([{ postes: 5, investissement: 174_858, date_validation: '2021-06-17', nom: 'VILLE DE TEST' }])
})

test('rows of one SIRET validated the same day that differ: the first one speaks, in whatever number they come', async () => {
  const header = ['Raison sociale', 'Nombre de conseillers validés par le COSELEC', 'Type', 'SIRET', 'Code département']
  const row = (type: string, nom: string) => [nom, '1', type, '43493312300029', '51', '19/05/2021']
  const rows = [row('privée', 'Centres sociaux'), row('privée', 'Centres sociaux'), row('publique', 'Autre nom')]
  const own = workFolder()
  const file = own.write('s.csv', csv([...header, 'Date de validation en comité de sélection'], rows))
  const { db: other } = await build(own.path, [file], buildTowns)
  expect(all(other, 'SELECT type, nom, postes FROM structure')).toEqual([
    { type: 'privée', nom: 'Centres sociaux', postes: 3 },
  ])
  other.$client.close()
  own.remove()
})

test('a row of 0 posts is kept: its employer has a page and is counted apart, its place is not another employer’s', () => {
  expect(all(db, 'SELECT nom, postes FROM structure WHERE postes = 0')).toEqual([{ nom: 'POSTES RETIRES', postes: 0 }])
  expect([result.structures, result.structuresSansPoste]).toEqual([5, 1])
  // One of its employer's two rows has posts: it is no employer without any.
  expect(all(db, "SELECT nom, postes FROM structure WHERE siret = '21930066200017'")).toEqual([
    { nom: 'COMMUNE DE SAINT DENIS', postes: 4 },
  ])
  expect(anomaliesOf(db).filter(({ code }) => code === 'postes.aucun')).toHaveLength(2)
})

test('an employer named 0 without SIRET counts, in its department', () => {
  expect(
    all(
      db,
      "SELECT nom, siret, departement_code, postes, zrr, qpv, france_services FROM structure WHERE departement_code = '01'",
    ),
  ).toEqual([
    {
      nom: 'Employeur non précisé',
      siret: null,
      departement_code: '01',
      postes: 1,
      zrr: 1,
      qpv: null,
      france_services: 1,
    },
  ])
})

test('a name loses its tags, and a formula stays text', () => {
  expect(column(db, "SELECT nom FROM lieu WHERE nom LIKE '%alert%' OR nom LIKE '=%' ORDER BY nom")).toEqual([
    '=cmd()',
    'alert(1)',
  ])
})

test('the report has a line for each anomaly, and no cell that a spreadsheet would run', () => {
  const reportPath = join(folder.path, 'rapport.csv')
  writeReport(path, reportPath)
  const text = readFileSync(reportPath, 'utf8')
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, '').trimEnd(), { newline: '\r\n' })
  expect(errors).toEqual([])
  expect(data).toHaveLength(1 + anomaliesOf(db).length)
  for (const cells of data) {
    expect(cells).toHaveLength(8)
    for (const cell of cells) {
      expect(cell).not.toMatch(/^[=@\t\r]/)
      // A number, a telephone with its "+" included, is no formula.
      if (/^[+-]/.test(cell)) expect(cell.slice(1)).toMatch(/^[\d ,.]+$/)
    }
  }
  expect(text).toContain("'=cmd()")
  expect(text).not.toContain('jeanne.invente')
})

describe('one place or several', () => {
  const UUID = '1b4f8d0e-0000-4000-8000-000000000001'
  async function places(rows: Record<string, string>[]) {
    const own = workFolder()
    const built = await build(own.path, [own.write('lieux.csv', lieuxCsv(rows, ['structure_coop_id']))], buildTowns)
    const found = all<{ id: string; nom: string; telephone: string | null }>(
      built.db,
      'SELECT id, nom, telephone FROM lieu ORDER BY id',
    )
    const lines = column<number>(built.db, 'SELECT line FROM lieu_publication ORDER BY line')
    built.db.$client.close()
    own.remove()
    expect(lines).toHaveLength(rows.length)
    expect(built.result.lieux).toBe(found.length)
    return found
  }
  const A = { nom: 'Mairie', adresse: '1 rue Haute' }
  const B = { nom: 'Mairie', adresse: '2 rue Basse' }

  test.each<[string, Record<string, string>[], number]>([
    ['same name and address', [A, { ...A, adresse: '1, Rue Haute' }], 1],
    ['same name, another address', [A, B], 2],
    ['same name, an address unknown', [{ nom: 'Mairie', adresse: '' }, A, B], 2],
    [
      'same Coop id, another name',
      [
        { ...A, structure_coop_id: UUID },
        { nom: 'Autre', adresse: '9 rue', structure_coop_id: UUID },
      ],
      1,
    ],
    [
      'the only zeros of a SIRET join nothing',
      [
        { nom: 'A', pivot: '00000000000000' },
        { nom: 'B', pivot: '00000000000000' },
      ],
      2,
    ],
    [
      'two joined by a third',
      [
        { ...A, structure_coop_id: UUID },
        { ...B, pivot: '43493312300029' },
        { ...B, structure_coop_id: UUID },
      ],
      1,
    ],
  ])('%s', async (_, rows, count) => {
    const forward = await places(rows)
    expect(forward).toHaveLength(count)
    const backward = await places([...rows].reverse())
    expect(backward.map(({ id }) => id)).toEqual(forward.map(({ id }) => id))
  })

  test('the fresher row wins, the other fills what it lacks', async () => {
    const old = { ...A, telephone: '01 99 00 00 01', date_maj: '2023-01-01', structure_coop_id: UUID }
    const fresh = { nom: 'Mairie annexe', date_maj: '2024-01-01', structure_coop_id: UUID }
    for (const rows of [
      [old, fresh],
      [fresh, old],
    ]) {
      expect(await places(rows)).toMatchObject([{ nom: 'Mairie annexe', telephone: '+33199000001' }])
    }
  })
})

/** Every row of every table, but for the hour of the import. */
function contentOf(db: Db): unknown[] {
  const tables = column<string>(
    db,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name",
  )
  return tables.flatMap((table) =>
    all<Record<string, unknown>>(db, `SELECT * FROM "${table}"`).filter(({ cle }) => cle !== 'construite_le'),
  )
}

test('the same files give the same content and ids; a row moved gives the same ids', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => ({ nom: `Lieu ${i % 20}`, adresse: `${i % 25} rue du Test` }))
  const digests = []
  for (const given of [rows, rows, [...rows].reverse()]) {
    const own = workFolder()
    const built = await build(own.path, [own.write('lieux.csv', lieuxCsv(given))], buildTowns)
    digests.push({
      empreinte: built.result.empreinte,
      content: contentOf(built.db),
      ids: column<string>(built.db, 'SELECT id FROM lieu ORDER BY id'),
    })
    built.db.$client.close()
    own.remove()
  }
  expect(digests[1]).toEqual(digests[0])
  expect(digests[2]?.ids).toEqual(digests[0]?.ids)
  expect(digests[2]?.content).not.toEqual(digests[0]?.content)
  expect(digests[2]?.empreinte).not.toBe(digests[0]?.empreinte)
})

test.each([
  ['the header alone', lieuxCsv([]), /en-tête est seul/],
  ['no row that can be used', lieuxCsv([{ nom: '' }]), /aucune des 1 lignes/],
])('%s: refused, and said', async (_, text, message) => {
  const own = workFolder()
  const failed = build(own.path, [own.write('lieux.csv', text)], buildTowns)
  await expect(failed).rejects.toThrow(Unreadable)
  await expect(failed).rejects.toThrow(message)
  own.remove()
})

test('the newest structures file is the current one, in whatever order they are given', async () => {
  const row = (n: string, date: string) => [
    ['VILLE', 'Reims', 'Marne', n, date, '43493312300029', '51', '51454', '51100'],
  ]
  const own = workFolder()
  const files = [
    own.write('b-2023-04-05.csv', structuresCsv(row('7', '05/04/2023'))),
    own.write('a-2021-05-19.csv', structuresCsv(row('2', '19/05/2021'))),
  ]
  for (const paths of [files, [...files].reverse()]) {
    const built = await build(own.path, paths, buildTowns)
    expect(built.result.postes).toBe(7)
    expect(column(built.db, 'SELECT nombre FROM poste ORDER BY 1')).toEqual([2, 7])
    built.db.$client.close()
    await import('node:fs').then(({ rmSync }) => rmSync(built.path))
  }
  own.remove()
})
