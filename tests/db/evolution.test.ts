import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Evolution, evolutionOf } from '#app/pages/evolution/evolution.server.ts'
import type { Db } from '#db/connect.server.ts'
import { countValidatedBy, listMillesimes, validationsByMonth } from '#db/evolution.server.ts'
import { chiffresDesDepartements } from '#db/territoires.server.ts'
import { build, HAS_REAL_FILES, NO_REAL_FILES, realFile, workFolder } from '#tests/import/files.ts'
import { paysEvolution } from '#tests/support/pays-evolution.ts'

test('the lists come oldest first, one a day: the one in force, else the first given', () => {
  const db = paysEvolution(['2023-04-05', '2021-05-19', '2022-06-01'])
  const again = (id: number, date: string) => {
    db.$client.exec(`insert into source select ${id}, kind, fichier, titre, url, producteur, licence, millesime, sha256,
      demonstration, 0, lues, gardees, rejetees, corrigees from source where millesime = '${date}'`)
    db.$client.exec(
      `insert into poste (source_id, line, nom, departement_code, ruralite, nombre) values (${id}, 2, 'x', '23', 'rural', 99)`,
    )
  }
  again(8, '2023-04-05')
  again(9, '2021-05-19')
  expect(listMillesimes(db).map(({ id, date, postes }) => [id, date, postes])).toEqual([
    [2, '2021-05-19', 14],
    [3, '2022-06-01', 5],
    [1, '2023-04-05', 18],
  ])
})

const SIRET_2021 = 'conum-structures-2021.csv'
const SIRET_2023 = 'conum-structures-2023-04-05.csv'
type Brute = { siret: string | null; departement: string; postes: number; date: string }

describe.skipIf(!HAS_REAL_FILES)(`the lists of May 2021 and April 2023${NO_REAL_FILES}`, () => {
  const folder = workFolder()
  let db: Db
  let evolution: Evolution
  beforeAll(async () => {
    db = (await build(folder.path, [realFile(SIRET_2021), realFile(SIRET_2023)])).db
    evolution = evolutionOf(db, new URLSearchParams())
  }, 120_000)
  afterAll(() => {
    db?.$client.close()
    folder.remove()
  })

  /** The files as published, read by another loop: no department means Saint-Martin, a SIRET has 14 figures. */
  const raw = (name: string): Brute[] =>
    Papa.parse<Record<string, string>>(readFileSync(realFile(name), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data.map((row) => {
      const [jour, mois, annee] = (row['Date de validation en comité de sélection'] ?? '').split('/')
      const code = (row['Code département'] ?? '').padStart(2, '0')
      return {
        siret: /^\d+$/.test(row.SIRET ?? '') ? (row.SIRET ?? '').padStart(14, '0') : null,
        departement: code === '00' ? '978' : code,
        postes: Number(row['Nombre de conseillers validés par le COSELEC']),
        date: `${annee}-${mois}-${jour}`,
      }
    })
  const sum = (rows: Brute[]) => rows.reduce((total, { postes }) => total + postes, 0)
  const bySiret = (rows: Brute[]) => {
    const found = new Map<string, number>()
    for (const { siret, postes } of rows) if (siret) found.set(siret, (found.get(siret) ?? 0) + postes)
    return found
  }

  test('the whole and each department have the posts that the files say', () => {
    const [then, now] = [raw(SIRET_2021), raw(SIRET_2023)]
    const { ensemble, parDepartement } = evolution.comparaison ?? expect.fail('no comparison')
    expect([ensemble.avant, ensemble.apres]).toEqual([sum(then), sum(now)])
    expect([ensemble.avant, ensemble.apres]).toEqual([2138, 3925])
    const codes = new Set([...then, ...now].map(({ departement }) => departement))
    expect([...parDepartement.keys()].sort()).toEqual([...codes].sort())
    for (const code of codes) {
      const own = (rows: Brute[]) => sum(rows.filter(({ departement }) => departement === code))
      const { avant, apres } = parDepartement.get(code) ?? expect.fail(code)
      expect([code, avant, apres]).toEqual([code, own(then), own(now)])
    }
    const current = chiffresDesDepartements(db).filter(({ chiffres }) => chiffres.postes > 0)
    expect(current.map(({ code, chiffres }) => [code, chiffres.postes])).toEqual(
      [...parDepartement]
        .filter(([, { apres }]) => apres > 0)
        .map(([code, { apres }]) => [code, apres])
        .sort(),
    )
  })

  test('each part adds up, and the three divisions give the same whole', () => {
    const { parDepartement, parRegion, parRuralite, ensemble, deplaces } = evolution.comparaison ?? expect.fail()
    for (const [parts, moved] of [
      [parDepartement, deplaces.departement],
      [parRegion, deplaces.region],
      [parRuralite, deplaces.ruralite],
    ] as const) {
      const bilans = [...parts.values()]
      for (const { avant, apres, apparus, disparus, sansAvant, sansApres } of bilans)
        expect(avant + apparus - disparus + sansApres - sansAvant).toBe(apres)
      const total = (key: keyof typeof ensemble) => bilans.reduce((n, bilan) => n + bilan[key], 0)
      expect([total('avant'), total('apres'), total('sansAvant')]).toEqual([2138, 3925, ensemble.sansAvant])
      expect([total('apparus') - moved, total('disparus') - moved]).toEqual([ensemble.apparus, ensemble.disparus])
    }
  })

  test('employers gone, new and stayed are those of the sets of SIRET, and of SIREN within a department', () => {
    const [then, now] = [raw(SIRET_2021), raw(SIRET_2023)]
    const [before, after] = [bySiret(then), bySiret(now)]
    const only = (rows: Brute[], other: Map<string, number>) => rows.filter(({ siret }) => siret && !other.has(siret))
    const keys = (rows: Brute[]) =>
      new Set(rows.map(({ siret, departement }) => `${siret?.slice(0, 9)}|${departement}`))
    const [gone, arrived] = [only(then, after), only(now, before)]
    const bySiren = [...keys(gone)].filter((key) => keys(arrived).has(key)).length
    const count = (rows: Brute[]) => new Set(rows.map(({ siret }) => siret)).size
    const { ensemble } = evolution.comparaison ?? expect.fail()
    expect(bySiren).toBe(8)
    expect([ensemble.absents, ensemble.nouveaux]).toEqual([count(gone) - bySiren, count(arrived) - bySiren])
    const stayed = [...before.keys()].filter((siret) => after.has(siret))
    expect(ensemble.plus + ensemble.autant + ensemble.moins).toBe(stayed.length + bySiren)
    // Those followed by SIREN aside, more, as many or fewer posts by SIRET.
    const more = stayed.filter((siret) => (after.get(siret) ?? 0) > (before.get(siret) ?? 0)).length
    expect(ensemble.plus - more).toBeGreaterThanOrEqual(0)
    expect(ensemble.plus - more).toBeLessThanOrEqual(bySiren)
    expect(ensemble.sansAvant).toBe(sum(then.filter(({ siret }) => siret === null)))
  })

  test('the months of validation are those of the file, and old posts are fewer than the old list had', () => {
    const now = raw(SIRET_2023)
    const { id } = listMillesimes(db).at(-1) ?? expect.fail()
    for (const { mois, postes } of validationsByMonth(db, id))
      expect([mois, postes]).toEqual([mois, sum(now.filter(({ date }) => date.startsWith(mois)))])
    expect(evolution.validations?.mois.at(-1)?.cumul).toBe(3925)
    expect(countValidatedBy(db, id, '2021-05-19')).toBe(sum(now.filter(({ date }) => date <= '2021-05-19')))
    expect(countValidatedBy(db, id, '2021-05-19')).toBeLessThan(2138)
  })
})
