import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { ACCORD_2024 } from '#app/domain/citations/methode.ts'
import { sumComptes } from '#app/domain/couverture/comptes.ts'
import { copiesOf } from '#app/pages/donnees/copies.server.ts'
import { cellules, cellulesParEpci } from '#db/comptes.server.ts'
import { accordEstimation, rapprochementOf } from '#db/methode.server.ts'
import { plageDesTirages } from '#db/scenarios.server.ts'
import { chiffresDesDepartements, chiffresEnsemble } from '#db/territoires.server.ts'
import { all, HAS_REAL_FILES, NO_REAL_FILES } from '#tests/import/files.ts'
import { type Compared, compared, publishedFiles, run, smallFiles } from '#tests/support/recalcul.ts'

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
/** The header too; a cell is what is between its separators. */
const rowsOf = (path: string) =>
  Papa.parse<string[]>(readFileSync(path, 'utf8').replace('\uFEFF', ''), { skipEmptyLines: true }).data

const CLASSES = {
  rural: 'rural',
  'urbain intermédiaire': 'intermediaire',
  'urbain dense': 'urbain',
  'non classé': 'inconnue',
}

/** Every script on the files, and the site's figures on the same files, imported. */
function itAgrees(filesOf: Parameters<typeof compared>[0]): Compared {
  const made = compared(filesOf)
  const videsOf = (path: string) => copiesOf(made.db).find(({ nom }) => nom === basename(path))?.vides
  const sums = (sql: string) =>
    Object.fromEntries(all<{ cle: string; n: number }>(made.db, sql).map(({ cle, n }) => [cle, n]))
  const postesOf = (cle: string, courante: boolean) =>
    sums(`SELECT ${cle} AS cle, sum(nombre) AS n FROM poste JOIN source ON source.id = poste.source_id
      WHERE courante = ${Number(courante)} GROUP BY 1`)

  test('each file that the site gives is the one published, row for row, but for the cells that name a person', () => {
    for (const key of ['grille', 'communes'] as const) {
      expect(sha256(made.files[key]), key).toBe(sha256(made.originals[key]))
    }
    for (const key of [
      'ancien',
      'recent',
      'lieux',
      ...(made.originals.franceServices ? ['franceServices' as const] : []),
    ] as const) {
      const [given, original] = [made.files, made.originals].map((one) => rowsOf(one[key] as string)) as [
        string[][],
        string[][],
      ]
      expect(given.length, key).toBe(original.length)
      const changed = original.flatMap((cells, line) =>
        cells.flatMap((text, rang) => (given[line]?.[rang] === text ? [] : [[text, given[line]?.[rang]]])),
      )
      for (const [text, now] of changed) expect([now, text], key).toEqual(['', expect.stringMatching(/\S/)])
      expect(changed.length, key).toBe(videsOf(made.files[key] as string))
    }
  })

  test('posts: each department and the total are the site’s', () => {
    const rows = run('postes', made.files.recent)
    const total = rows.pop()
    const counted = chiffresDesDepartements(made.db).filter(({ chiffres }) => chiffres.postes > 0)
    expect(rows.map(({ departement, postes }) => [departement, Number(postes)])).toEqual(
      counted.map(({ code, chiffres }) => [code, chiffres.postes]),
    )
    expect(Number(total?.postes)).toBe(chiffresEnsemble(made.db).postes)
  })

  test('rates: inhabitants, places, posts and posts per 10,000 are the site’s in every department', () => {
    const rows = run('taux', made.files.recent, made.published, made.files.communes, made.referentiel)
    const national = { code: 'total', chiffres: chiffresEnsemble(made.db) }
    const counted = [...chiffresDesDepartements(made.db).filter(({ chiffres }) => chiffres.population), national]
    expect(rows.map((row) => [row.departement, row.habitants, row.lieux, row.postes, row.postes_pour_10000])).toEqual(
      counted.map(({ code, chiffres: { population, lieux, postes, 'postes-10000': taux } }) => {
        return [code, String(population), String(lieux), String(postes), taux?.toFixed(2)]
      }),
    )
    for (const { lieux, habitants, lieux_pour_10000: taux } of rows) {
      expect(Number(taux)).toBeCloseTo((Number(lieux) * 10_000) / Number(habitants), 2)
    }
  })

  test('rurality: the classes are the site’s by place of reception and by seat, and sum to the totals', () => {
    const rows = run(
      'ruralite',
      made.files.recent,
      made.published,
      made.files.grille,
      made.files.communes,
      made.referentiel,
    )
    const printed = (column: string) =>
      Object.fromEntries(
        rows.flatMap((row) =>
          Number(row[column]) > 0 ? [[CLASSES[row.classe as keyof typeof CLASSES], Number(row[column])]] : [],
        ),
      )
    expect(printed('lieux')).toEqual(
      sums("SELECT ruralite AS cle, count(*) AS n FROM lieu WHERE reseau = 'conseiller-numerique' GROUP BY 1"),
    )
    expect(printed('postes')).toEqual(postesOf('ruralite', true))
    expect(printed('habitants')).toEqual(
      sums('SELECT ruralite AS cle, sum(population) AS n FROM commune GROUP BY 1 HAVING n > 0'),
    )
    expect(rows.reduce((sum, row) => sum + Number(row.postes), 0)).toBe(chiffresEnsemble(made.db).postes)
  })

  test.each([5, 10, 20])('distance: the share of people within %d km is the site’s', (km) => {
    const [row] = run('distance', made.published, made.files.communes, made.referentiel, String(km))
    const [site] = all<{ near: number; known: number; all: number }>(
      made.db,
      `SELECT sum(population) FILTER (WHERE distance_km <= ?) AS near, sum(population) FILTER (WHERE lat IS NOT NULL) AS known,
        sum(population) AS "all" FROM commune`,
      km,
    )
    const { near = 0, known = 0, all: everyone = 0 } = site ?? {}
    expect(near).toBeGreaterThan(0)
    expect(row).toMatchObject({
      habitants_a_portee: String(near),
      habitants_comptes: String(known),
      part: (near / known).toFixed(4),
      part_des_habitants_comptes: (known / everyone).toFixed(4),
    })
  })

  test('hours: what places publish, by class and for 10,000 inhabitants, is the site’s', () => {
    const rows = run('heures', made.published, made.files.grille, made.files.communes, made.referentiel)
    const counted = [...Object.entries(CLASSES), ['total', null] as const].map(([nom, ruralite]) => {
      const some = cellules(made.db).filter((cellule) => ruralite === null || cellule.ruralite === ruralite)
      const { population, lieux, lieuxHoraires, minutes } = sumComptes(some)
      const taux = (heures: number) => (population > 0 ? ((heures / population) * 10_000).toFixed(2) : '')
      const tous = lieuxHoraires > 0 ? (minutes / 60 / lieuxHoraires) * lieux : 0
      const parLieu = lieuxHoraires > 0 ? (minutes / 60 / lieuxHoraires).toFixed(6) : ''
      const heures = [(minutes / 60).toFixed(2), taux(minutes / 60), taux(tous), parLieu]
      return [nom, population, lieux, lieuxHoraires, ...heures].map(String)
    })
    expect(rows.map((row) => Object.values(row))).toEqual(counted)
  })

  test('draws: over 101 seeds, the places that close and the people that they leave are the site’s', async () => {
    const nombre = Math.min(1200, Math.floor(chiffresEnsemble(made.db).postes / 3))
    const rows = run(
      'tirages',
      made.files.recent,
      made.published,
      made.files.communes,
      made.referentiel,
      String(nombre),
    )
    const plage = await plageDesTirages(made.db, { fin: 'tirage', postes: nombre, part: null, graine: 1 })
    expect(rows.map((row) => Object.values(row).slice(1).map(Number))).toEqual(
      [plage.lieuxFermes, plage.habitantsEnMoins].map(({ min, mediane, max }) => [min, mediane, max]),
    )
  })

  test('distance: the share of people within 10 km of a place or a France services is the site’s', () => {
    if (made.files.franceServices === undefined) return
    const [row] = run(
      'distance',
      made.published,
      made.files.communes,
      made.referentiel,
      '10',
      made.files.franceServices,
    )
    expect(Number(row?.part)).toBeCloseTo(chiffresEnsemble(made.db)['ou-fs-10-km'] as number, 4)
  })

  test('known places: posts whose employer has one are the site’s, in each department and in all', () => {
    const rows = run('situes', made.files.recent, made.published)
    const counted = chiffresDesDepartements(made.db).filter(({ chiffres }) => chiffres.postes > 0)
    const national = { code: 'total', chiffres: chiffresEnsemble(made.db) }
    expect(rows.map((row) => [row.departement, Number(row.postes), Number(row.postes_avec_lieu)])).toEqual(
      [...counted, national].map(({ code, chiffres }) => [code, chiffres.postes, chiffres['postes-situes']]),
    )
  })

  test('EPCI: inhabitants, places and posts of each are the site’s', () => {
    const rows = run('epci', made.files.recent, made.published, made.files.communes, made.referentiel)
    rows.pop()
    const counted = [...cellulesParEpci(made.db)].map(([code, cellules]) => {
      const { population, lieux, postes } = sumComptes(cellules)
      return [code, population, lieux, postes]
    })
    expect(rows.map(({ epci, habitants, lieux, postes }) => [epci, ...[habitants, lieux, postes].map(Number)])).toEqual(
      counted.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    )
  })

  test('evolution: before, after and the difference are the site’s two files', () => {
    const rows = run('evolution', made.files.ancien, made.files.recent)
    const total = rows.pop()
    const [before, after] = [postesOf('poste.departement_code', false), postesOf('poste.departement_code', true)]
    const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    expect(rows.map(({ departement, avant, apres }) => [departement, Number(avant), Number(apres)])).toEqual(
      codes.map((code) => [code, before[code] ?? 0, after[code] ?? 0]),
    )
    for (const { avant, apres, ecart } of [...rows, total ?? {}]) {
      expect(Number(ecart)).toBe(Number(apres) - Number(avant))
    }
    expect(Number(total?.apres)).toBe(chiffresEnsemble(made.db).postes)
  })
  return made
}

describe('the scripts that compute the figures again agree with the site, on small files', () => {
  itAgrees(smallFiles)
})

describe.skipIf(!HAS_REAL_FILES)(`and on the published files${NO_REAL_FILES}`, () => {
  const made = itAgrees(publishedFiles)

  test('the estimated rurality agrees with the grid as often as the method says', () => {
    const { communes, ...accord } = accordEstimation(made.db) ?? { communes: 0 }
    expect(communes).toBeGreaterThan(34_000)
    const rounded = Object.entries(accord).map(([key, share]) => [key, Math.round(share * 1000) / 1000])
    expect(Object.fromEntries(rounded)).toEqual(ACCORD_2024)
  })

  test('every place is matched in one of the four ways that the method counts', () => {
    const { lieux, siret, siren, inconnus, sansIdentifiant } = rapprochementOf(made.db)
    expect(siret + siren + inconnus + sansIdentifiant).toBe(lieux)
    expect(lieux).toBe(chiffresEnsemble(made.db).lieux)
    const [siretOfEmployer] = all<{ n: number }>(
      made.db,
      `SELECT count(*) AS n FROM lieu JOIN structure USING (siret) WHERE reseau = 'conseiller-numerique'`,
    )
    expect(siret).toBe(siretOfEmployer?.n)
  })
})
