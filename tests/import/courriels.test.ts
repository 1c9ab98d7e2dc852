import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '#db/connect.server.ts'
import { writeReport } from '#scripts/import/publish/report.ts'
import { all, anomaliesOf, build, column, csv, lieuxCsv, structuresCsv, workFolder } from './files.ts'
import { wholeText } from './texte-de-base.ts'

const PERSONNE = 'jeanne.invente@exemple.example'
const SERVICE = 'accueil@exemple.example'
const TEXTE = `Sur rendez-vous : ${PERSONNE} ou ${SERVICE}.`
const MONTRE = `Sur rendez-vous : [adresse personnelle retirée] ou ${SERVICE}.`

/** Where a publisher may write a sentence, or anything at all. */
const COLONNES = ['presentation_resume', 'presentation_detail', 'complement_adresse', 'typologie', 'structure_parente']
const AUTRES = ['nom', 'adresse', 'commune', 'horaires', 'source', 'services', 'telephone', 'site_web', 'date_maj']

const FRANCE_SERVICES = ['id_fs', 'lib_fs', 'adresse', 'code_postal', 'insee_com', 'lib_com', 'commentaire', 'h_lundi']

describe('the e-mail address of a person, in any cell of any file', () => {
  const folder = workFolder()
  let db: Db
  let path: string
  beforeAll(async () => {
    const rows = [...COLONNES, ...AUTRES, 'id', 'prise_rdv'].map((colonne) => ({ [colonne]: TEXTE }))
    // What makes a row kept as published, so that its other cells are too.
    const wrong = { nom: 'Ligne gardée', code_insee: '51999', presentation_detail: `${'mot '.repeat(120)}${TEXTE}` }
    const site = { code_insee: '51999', site_web: `https://rdv.example/?qui=${PERSONNE.replace('@', '%40')}` }
    const inconnue = {
      nom: 'Jeanne INVENTEUX',
      courriels: 'zeldine.inventeux@exemple.example',
      presentation_detail: '',
    }
    const hote = { nom: 'Mairie c/o Jeanne Inventeux', adresse: '2 rue du Test, Dr Inventeux', code_insee: '51999' }
    const lieux = lieuxCsv([...rows, wrong, site, inconnue, hote], [...COLONNES, 'prise_rdv'])
    const structures = structuresCsv([
      [`VILLE DE TEST ${PERSONNE}`, 'Reims', 'Marne', '1', '19/05/2021', '43493312300029', '51', '51454', '51100'],
      [PERSONNE, '', '', 'deux', '', '', '', '', ''],
    ])
    const services = csv(FRANCE_SERVICES, [
      ['1', 'France services de Test', '1 rue du Test', '51100', '51454', 'Reims', TEXTE, ''],
      [PERSONNE, 'France services de Test 2', '2 rue du Test', '51100', '51454', 'Reims', '', TEXTE],
    ])
    const paths = [
      folder.write('lieux.csv', `${lieux}"l";"ouvert ${'x'.repeat(488)} ${PERSONNE}`),
      folder.write('structures.csv', structures),
      folder.write('france-services.csv', services),
    ]
    const built = await build(folder.path, paths)
    db = built.db
    path = built.path
  })
  afterAll(() => {
    db?.$client.close()
    folder.remove()
  })

  test('is nowhere in the database: no table, no column, no list of points', () => {
    const text = wholeText(db)
    expect(text).toContain(SERVICE)
    expect(text.match(/.{0,40}invente.{0,40}/gi) ?? []).toEqual([])
  })

  test('is not in the report of the import', () => {
    const report = join(folder.path, 'rapport.csv')
    writeReport(path, report)
    const text = readFileSync(report, 'utf8')
    expect(text).toContain('texte.courriel_personnel')
    expect(text.toLowerCase()).not.toContain('invente')
  })

  test('leaves a sentence that can be read, with the address of the service in it', () => {
    const shown = all<Record<string, string>>(db, 'SELECT resume, detail, complement_adresse AS complement FROM lieu')
    expect(shown.map(({ resume }) => resume)).toContain(MONTRE)
    expect(shown.map(({ complement }) => complement)).toContain(MONTRE)
    expect(column(db, "SELECT detail FROM lieu WHERE reseau = 'france-services' AND detail IS NOT NULL")).toEqual([
      MONTRE,
    ])
    expect(column(db, 'SELECT nom FROM structure')).toEqual(['VILLE DE TEST [adresse personnelle retirée]'])
  })

  test('is said once for each cell, by its column, with its domain alone', () => {
    const said = anomaliesOf(db).filter(({ code }) => code === 'texte.courriel_personnel')
    expect(said.map(({ raw, corrected }) => [raw, corrected])).toEqual(said.map(() => ['…@exemple.example', null]))
    const cells = said.map(({ field, line }) => `${field} ${line}`)
    expect(new Set(cells).size).toBe(cells.length)
    const columns = new Set(said.map(({ field }) => field))
    for (const colonne of [...COLONNES, 'nom', 'adresse', 'horaires', 'commentaire', 'h_lundi'])
      expect(columns).toContain(colonne)
  })

  test('as the identifier of a row, it leaves the row without one: two rows never share a mask', () => {
    const ids = column<string | null>(db, 'SELECT id_publie FROM lieu_publication')
    expect(ids.filter((id) => id?.includes('retirée'))).toEqual([])
    expect(ids).toContain('1')
  })
})
