import { resolve } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isApproximate } from '#app/domain/vocabulary.ts'
import { fichierEnMemoire } from '#app/lecture/fichier.ts'
import { checkFile } from '#app/verification/check-file.server.ts'
import { NORME_LIEUX } from '#app/verification/norme.ts'
import type { Db } from '#db/connect.server.ts'
import { type LieuPublie, lieuxPublies } from '#db/lieux-publies.server.ts'
import { build, embeddedTerritoire, HAS_REAL_FILES, NO_REAL_FILES, realFile, workFolder } from '#tests/import/files.ts'
import { siteOn } from '#tests/pages/site.ts'

const DEMO = resolve(import.meta.dirname, '../../../data/demo/lieux-demonstration-2026-06-30.csv')
type Ligne = Record<string, string>

/** Every place, by its id, without what an import numbers anew and what depends on other files. */
function placesOf(db: Db): Map<string, Partial<LieuPublie>> {
  const numeros = db.$client
    .prepare<[], number>("select numero from lieu where reseau = 'conseiller-numerique'")
    .pluck()
    .all()
  return new Map(
    lieuxPublies(db, numeros).map((lieu) => {
      const { numero: _n, offreId: _o, structureId: _s, vuDepuis: _v, ...place } = lieu
      return [lieu.id, { ...place, idsPublies: lieu.idsPublies.join('__').split('__').filter(Boolean) }]
    }),
  )
}

function itComesBack(lieux: string, others: string[]): void {
  const folder = workFolder()
  const again = workFolder()
  let [db, retour]: (Db | undefined)[] = []
  let csv = ''
  beforeAll(async () => {
    db = (await build(folder.path, [lieux, ...others])).db
    csv = await (await siteOn(db)('/api/v1/lieux.csv')).text()
    const file = folder.write('lieux-2026-06-30.csv', csv)
    retour = (await build(again.path, [file, ...others])).db
  })
  afterAll(() => {
    for (const one of [db, retour]) one?.$client.close()
    for (const one of [folder, again]) one.remove()
  })
  const rows = () => Papa.parse<Ligne>(csv, { header: true, skipEmptyLines: true }).data

  test('its columns are those of the standard, in its order, then those of the site', () => {
    const fields = csv.split('\r\n', 1)[0]?.split(',') ?? []
    expect(fields.slice(0, 32)).toEqual(NORME_LIEUX.colonnes)
    expect(fields).toContain('ids_publies')
    expect(fields).toContain('precision')
    expect(fields).toContain('donnees_licence')
  })

  test('imported, it gives the same places under the same ids, field by field', () => {
    const [before, after] = [placesOf(db as Db), placesOf(retour as Db)]
    expect(before.size).toBeGreaterThan(2_000)
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    for (const [id, place] of before) expect(after.get(id)).toEqual(place)
  })

  test('the centre of a commune is never given as an address', () => {
    const approximate = rows().filter(({ precision }) => isApproximate(precision as 'commune'))
    expect(approximate.length).toBeGreaterThan(0)
    for (const { latitude, longitude, latitude_approchee: lat } of approximate) {
      expect([latitude, longitude]).toEqual(['', ''])
      expect(lat).not.toBe('')
    }
    const exact = rows().filter(({ precision }) => !isApproximate(precision as 'commune'))
    for (const { latitude, latitude_approchee: lat } of exact) expect([latitude === '', lat]).toEqual([false, ''])
  })

  test('the checker finds no error in it but what its source left empty', async () => {
    const territoire = await embeddedTerritoire()
    const options = { territoire, today: '2026-06-30' }
    const { anomalies, publiables, read } = await checkFile(fichierEnMemoire('lieux.csv', Buffer.from(csv)), options)
    expect(publiables).toBe(read)
    const parLigne = rows()
    for (const { line, field, severity } of anomalies.filter((one) => one.severity === 'error')) {
      expect([severity, field, parLigne[line - 2]?.[field]]).toEqual(['error', field, ''])
    }
  })
}

describe('the CSV of the demonstration', () => itComesBack(DEMO, []))

describe.skipIf(!HAS_REAL_FILES)(`the CSV of the published places${NO_REAL_FILES}`, () =>
  itComesBack(realFile('conum-permanences-2022-07.csv'), [
    realFile('geo-api-communes.json'),
    realFile('insee-grille-densite-7-niveaux-2024.csv'),
    realFile('frr-communes-2025-07.csv'),
  ]),
)
