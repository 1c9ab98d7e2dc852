import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCORD_2024 } from '#app/domain/citations/methode.ts'
import { sumComptes } from '#app/domain/couverture/comptes.ts'
import { copiesOf } from '#app/pages/donnees/copies.server.ts'
import { SCRIPTS } from '#app/pages/methode/recalcul.server.ts'
import { cellules, cellulesParEpci } from '#db/comptes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { accordEstimation, rapprochementOf } from '#db/methode.server.ts'
import { plageDesTirages } from '#db/scenarios.server.ts'
import { chiffresDesDepartements, chiffresEnsemble } from '#db/territoires.server.ts'
import { all, build, HAS_REAL_FILES, NO_REAL_FILES, realFile, workFolder } from '#tests/import/files.ts'
import { siteOn } from '#tests/pages/site.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FIXTURES = join(ROOT, 'tests/fixtures/recalcul')

type Files = {
  ancien: string
  recent: string
  lieux: string
  grille: string
  communes: string
  franceServices?: string
}

/** What a script prints, its rows as objects: run as a reader would, from the project's root. The page says its first line. */
function run(script: string, ...args: string[]): Record<string, string>[] {
  const text = execFileSync(process.execPath, [`docs/recalcul/${script}.mjs`, ...args], { cwd: ROOT, encoding: 'utf8' })
  expect(text.split('\n')[0]).toBe(SCRIPTS.find(({ nom }) => nom === `${script}.mjs`)?.entete)
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
/** The header too; a cell is what is between its separators. */
const rowsOf = (path: string) =>
  Papa.parse<string[]>(readFileSync(path, 'utf8').replace('\uFEFF', ''), { skipEmptyLines: true }).data

/** The communes that the project carries, as geo.api.gouv.fr writes them. */
function communesJson(): string {
  const rows = Papa.parse<Record<string, string>>(readFileSync(join(ROOT, 'data/referentiel/communes.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data
  const communes = rows.map((row) => ({
    code: row.code,
    nom: row.nom,
    codesPostaux: row.codes_postaux?.split('|'),
    population: Number(row.population),
    codeDepartement: row.departement,
  }))
  return JSON.stringify(communes)
}

const CLASSES = {
  rural: 'rural',
  'urbain intermédiaire': 'intermediaire',
  'urbain dense': 'urbain',
  'non classé': 'inconnue',
}

/** Every script on the files, and the site's figures on the same files, imported. */
function itAgrees(filesOf: (write: (name: string, text: string) => string) => Files): () => Db {
  const folder = workFolder()
  let db: Db
  let originals: Files
  /** As a reader has them: from the site, and from nowhere else. */
  let files: Files
  let published: string
  let REFERENTIEL: string
  beforeAll(async () => {
    originals = filesOf(folder.write)
    db = (await build(folder.path, Object.values(originals))).db
    const site = siteOn(db)
    const download = async (path: string) =>
      folder.write(`site/${path.split('/').at(-1)}`, new Uint8Array(await (await site(path)).arrayBuffer()))
    published = await download('/api/v1/lieux.csv')
    REFERENTIEL = await download('/donnees/referentiel-communes.csv')
    const noms = new Map(copiesOf(db).map(({ nom, source }) => [source?.fichier, nom]))
    const given = Object.entries(originals).map(async ([key, path]) => {
      return [key, await download(`/donnees/${noms.get(basename(path))}`)] as const
    })
    files = Object.fromEntries(await Promise.all(given)) as Files
  })
  afterAll(() => {
    db?.$client.close()
    folder.remove()
  })

  const videsOf = (path: string) => copiesOf(db).find(({ nom }) => nom === basename(path))?.vides
  const sums = (sql: string) =>
    Object.fromEntries(all<{ cle: string; n: number }>(db, sql).map(({ cle, n }) => [cle, n]))
  const postesOf = (cle: string, courante: boolean) =>
    sums(`SELECT ${cle} AS cle, sum(nombre) AS n FROM poste JOIN source ON source.id = poste.source_id
      WHERE courante = ${Number(courante)} GROUP BY 1`)

  test('each file that the site gives is the one published, row for row, but for the cells that name a person', () => {
    for (const key of ['grille', 'communes'] as const) {
      expect(sha256(files[key]), key).toBe(sha256(originals[key]))
    }
    for (const key of [
      'ancien',
      'recent',
      'lieux',
      ...(originals.franceServices ? ['franceServices' as const] : []),
    ] as const) {
      const [given, original] = [files, originals].map((one) => rowsOf(one[key] as string)) as [string[][], string[][]]
      expect(given.length, key).toBe(original.length)
      const changed = original.flatMap((cells, line) =>
        cells.flatMap((text, rang) => (given[line]?.[rang] === text ? [] : [[text, given[line]?.[rang]]])),
      )
      for (const [text, now] of changed) expect([now, text], key).toEqual(['', expect.stringMatching(/\S/)])
      expect(changed.length, key).toBe(videsOf(files[key] as string))
    }
  })

  test('posts: each department and the total are the site’s', () => {
    const rows = run('postes', files.recent)
    const total = rows.pop()
    const counted = chiffresDesDepartements(db).filter(({ chiffres }) => chiffres.postes > 0)
    expect(rows.map(({ departement, postes }) => [departement, Number(postes)])).toEqual(
      counted.map(({ code, chiffres }) => [code, chiffres.postes]),
    )
    expect(Number(total?.postes)).toBe(chiffresEnsemble(db).postes)
  })

  test('rates: inhabitants, places, posts and posts per 10,000 are the site’s in every department', () => {
    const rows = run('taux', files.recent, published, files.communes, REFERENTIEL)
    const national = { code: 'total', chiffres: chiffresEnsemble(db) }
    const counted = [...chiffresDesDepartements(db).filter(({ chiffres }) => chiffres.population), national]
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
    const rows = run('ruralite', files.recent, published, files.grille, files.communes, REFERENTIEL)
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
    expect(rows.reduce((sum, row) => sum + Number(row.postes), 0)).toBe(chiffresEnsemble(db).postes)
  })

  test.each([5, 10, 20])('distance: the share of people within %d km is the site’s', (km) => {
    const [row] = run('distance', published, files.communes, REFERENTIEL, String(km))
    const [site] = all<{ near: number; known: number; all: number }>(
      db,
      `SELECT sum(population) FILTER (WHERE distance_km <= ?) AS near, sum(population) FILTER (WHERE lat IS NOT NULL) AS known,
        sum(population) AS "all" FROM commune`,
      km,
    )
    const { near = 0, known = 0, all: everyone = 0 } = site ?? {}
    expect(near).toBeGreaterThan(0)
    expect(row).toEqual({
      habitants_a_portee: String(near),
      habitants_comptes: String(known),
      part: (near / known).toFixed(4),
      part_des_habitants_comptes: (known / everyone).toFixed(4),
    })
  })

  test('hours: what places publish, by class and for 10,000 inhabitants, is the site’s', () => {
    const rows = run('heures', published, files.grille, files.communes, REFERENTIEL)
    const counted = Object.entries(CLASSES).map(([nom, ruralite]) => {
      const some = cellules(db).filter((cellule) => cellule.ruralite === ruralite)
      const { population, lieux, lieuxHoraires, minutes } = sumComptes(some)
      const taux = (heures: number) => (population > 0 ? ((heures / population) * 10_000).toFixed(2) : '')
      const tous = lieuxHoraires > 0 ? (minutes / 60 / lieuxHoraires) * lieux : 0
      return [nom, population, lieux, lieuxHoraires, (minutes / 60).toFixed(2), taux(minutes / 60), taux(tous)].map(
        String,
      )
    })
    expect(rows.map((row) => Object.values(row))).toEqual(counted)
  })

  test('draws: over 101 seeds, the places that close and the people that they leave are the site’s', async () => {
    const nombre = Math.min(1200, Math.floor(chiffresEnsemble(db).postes / 3))
    const rows = run('tirages', files.recent, published, files.communes, REFERENTIEL, String(nombre))
    const plage = await plageDesTirages(db, { fin: 'tirage', postes: nombre, part: null, graine: 1 })
    expect(rows.map((row) => Object.values(row).slice(1).map(Number))).toEqual(
      [plage.lieuxFermes, plage.habitantsEnMoins].map(({ min, mediane, max }) => [min, mediane, max]),
    )
  })

  test('distance: the share of people within 10 km of a place or a France services is the site’s', () => {
    if (files.franceServices === undefined) return
    const [row] = run('distance', published, files.communes, REFERENTIEL, '10', files.franceServices)
    expect(Number(row?.part)).toBeCloseTo(chiffresEnsemble(db)['ou-fs-10-km'] as number, 4)
  })

  test('known places: posts whose employer has one are the site’s, in each department and in all', () => {
    const rows = run('situes', files.recent, published)
    const counted = chiffresDesDepartements(db).filter(({ chiffres }) => chiffres.postes > 0)
    const national = { code: 'total', chiffres: chiffresEnsemble(db) }
    expect(rows.map((row) => [row.departement, Number(row.postes), Number(row.postes_avec_lieu)])).toEqual(
      [...counted, national].map(({ code, chiffres }) => [code, chiffres.postes, chiffres['postes-situes']]),
    )
  })

  test('EPCI: inhabitants, places and posts of each are the site’s', () => {
    const rows = run('epci', files.recent, published, files.communes, REFERENTIEL)
    rows.pop()
    const counted = [...cellulesParEpci(db)].map(([code, cellules]) => {
      const { population, lieux, postes } = sumComptes(cellules)
      return [code, population, lieux, postes]
    })
    expect(rows.map(({ epci, habitants, lieux, postes }) => [epci, ...[habitants, lieux, postes].map(Number)])).toEqual(
      counted.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    )
  })

  test('evolution: before, after and the difference are the site’s two files', () => {
    const rows = run('evolution', files.ancien, files.recent)
    const total = rows.pop()
    const [before, after] = [postesOf('poste.departement_code', false), postesOf('poste.departement_code', true)]
    const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    expect(rows.map(({ departement, avant, apres }) => [departement, Number(avant), Number(apres)])).toEqual(
      codes.map((code) => [code, before[code] ?? 0, after[code] ?? 0]),
    )
    for (const { avant, apres, ecart } of [...rows, total ?? {}]) {
      expect(Number(ecart)).toBe(Number(apres) - Number(avant))
    }
    expect(Number(total?.apres)).toBe(chiffresEnsemble(db).postes)
  })
  return () => db
}

describe('the scripts that compute the figures again agree with the site, on small files', () => {
  itAgrees((write) => ({
    ancien: join(FIXTURES, 'structures-2021-05-19.csv'),
    recent: join(FIXTURES, 'structures-2023-04-05.csv'),
    lieux: join(FIXTURES, 'lieux.csv'),
    grille: join(FIXTURES, 'grille.csv'),
    communes: write('communes.json', communesJson()),
  }))
})

describe.skipIf(!HAS_REAL_FILES)(`and on the published files${NO_REAL_FILES}`, () => {
  const database = itAgrees(() => ({
    ancien: realFile('conum-structures-2021.csv'),
    recent: realFile('conum-structures-2023-04-05.csv'),
    lieux: realFile('conum-permanences-2022-07.csv'),
    grille: realFile('insee-grille-densite-7-niveaux-2024.csv'),
    communes: realFile('geo-api-communes.json'),
    franceServices: realFile('france-services-2024-08-01.csv'),
  }))
  test('the estimated rurality agrees with the grid as often as the method says', () => {
    const { communes, ...accord } = accordEstimation(database()) ?? { communes: 0 }
    expect(communes).toBeGreaterThan(34_000)
    const rounded = Object.entries(accord).map(([key, share]) => [key, Math.round(share * 1000) / 1000])
    expect(Object.fromEntries(rounded)).toEqual(ACCORD_2024)
  })

  test('every place is matched in one of the four ways that the method counts', () => {
    const { lieux, siret, siren, inconnus, sansIdentifiant } = rapprochementOf(database())
    expect(siret + siren + inconnus + sansIdentifiant).toBe(lieux)
    expect(lieux).toBe(chiffresEnsemble(database()).lieux)
    const [siretOfEmployer] = all<{ n: number }>(
      database(),
      `SELECT count(*) AS n FROM lieu JOIN structure USING (siret) WHERE reseau = 'conseiller-numerique'`,
    )
    expect(siret).toBe(siretOfEmployer?.n)
  })
})
