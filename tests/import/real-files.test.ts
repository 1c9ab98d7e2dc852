import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTable } from '#app/lecture/read-file.ts'
import type { Db } from '#db/connect.server.ts'
import type { BuildResult } from '#scripts/import/build/build.ts'
import {
  all,
  anomaliesOf,
  build,
  column,
  HAS_REAL_FILES,
  NO_REAL_FILES,
  PUBLISHED_TOGETHER,
  realFile,
  rowsOf,
  workFolder,
} from './files.ts'
import { wholeText } from './texte-de-base.ts'

describe.skipIf(!HAS_REAL_FILES)(`the published files, in one database${NO_REAL_FILES}`, () => {
  const folder = workFolder()
  let db: Db
  let result: BuildResult
  beforeAll(async () => {
    const built = await build(folder.path, PUBLISHED_TOGETHER.map(realFile))
    db = built.db
    result = built.result
  })
  afterAll(() => {
    db?.$client.close()
    folder.remove()
  })

  const sourceOf = (name: string) => result.sources.find((one) => one.provenance.fichier === name)
  const raw = (name: string) =>
    Papa.parse<Record<string, string>>(readFileSync(realFile(name), 'utf8'), { header: true, skipEmptyLines: true })
      .data
  const one = <T>(sql: string, ...params: unknown[]) => column<T>(db, sql, ...params)[0]
  const COSELEC = 'Nombre de conseillers validés par le COSELEC'
  const sumOf = (rows: Record<string, string>[], name: string) => rows.reduce((sum, row) => sum + Number(row[name]), 0)

  test.each([
    ['conum-structures-2021.csv', 1450],
    ['conum-structures-2023-04-05.csv', 2889],
    ['conum-permanences-2022-07.csv', 2733],
    ['france-services-2024-08-01.csv', 2845],
    ['frr-communes-2025-07.csv', 34875],
    ['insee-grille-densite-7-niveaux-2024.csv', 34935],
  ])('%s is read whole: %d rows, all kept', (name, rows) => {
    expect(raw(name)).toHaveLength(rows)
    expect(sourceOf(name)).toMatchObject({ read: rows, kept: rows, rejected: 0 })
  })

  test('the communes file keeps all but the lands that are in no department', () => {
    const published = JSON.parse(readFileSync(realFile('geo-api-communes.json'), 'utf8')) as { code: string }[]
    const nowhere = published.filter(({ code }) => /^98[49]/.test(code)).length
    expect(sourceOf('geo-api-communes.json')).toMatchObject({ read: 34969, kept: 34969 - nowhere, rejected: nowhere })
    expect(one('SELECT count(*) FROM commune')).toBe(34969 - nowhere)
  })

  test('the file of 2023 gives its posts, employers, departments, ZRR and investment', () => {
    const rows = raw('conum-structures-2023-04-05.csv')
    expect(sumOf(rows, COSELEC)).toBe(3925)
    expect(result).toMatchObject({ postes: 3925, structures: 2821 })
    expect(one('SELECT count(DISTINCT siret) FROM structure')).toBe(new Set(rows.map((row) => row.SIRET)).size)
    const { id } = sourceOf('conum-structures-2023-04-05.csv') ?? {}
    expect(one('SELECT sum(nombre) FROM poste WHERE source_id = ?', id)).toBe(3925)
    expect(one('SELECT count(DISTINCT departement_code) FROM poste WHERE source_id = ?', id)).toBe(102)
    expect(one('SELECT sum(nombre) FROM poste WHERE zrr AND source_id = ?', id)).toBe(701)
    expect(one('SELECT sum(investissement) FROM poste WHERE source_id = ?', id)).toBe(191_973_121)
    expect(one('SELECT sum(postes) FROM structure')).toBe(3925)
  })

  test('Saint-Martin is 978, from its postcode', () => {
    expect(raw('conum-structures-2023-04-05.csv').filter((row) => row['Code postal'] === '97150')).toHaveLength(3)
    expect(column(db, "SELECT code_postal FROM structure WHERE departement_code = '978'")).toEqual([
      '97150',
      '97150',
      '97150',
    ])
  })

  test('posts stay in the department of their row: none of Saint-Denis (93) is on La Réunion', () => {
    const rows = all(
      db,
      "SELECT departement_code, commune_code, commune_siege_code FROM structure WHERE nom = 'COMMUNE DE SAINT DENIS'",
    )
    expect(rows).toContainEqual({ departement_code: '93', commune_code: '93066', commune_siege_code: '97411' })
    const posts = new Map<string, number>()
    for (const row of raw('conum-structures-2023-04-05.csv')) {
      const code = row['Code département'] === '0' ? '978' : (row['Code département'] ?? '').padStart(2, '0')
      posts.set(code, (posts.get(code) ?? 0) + Number(row[COSELEC]))
    }
    const { id } = sourceOf('conum-structures-2023-04-05.csv') ?? {}
    const counted = all<{ code: string; n: number }>(
      db,
      'SELECT departement_code AS code, sum(nombre) AS n FROM poste WHERE source_id = ? GROUP BY 1',
      id,
    )
    expect(new Map(counted.map(({ code, n }) => [code, n]))).toEqual(posts)
  })

  test('a commune is that of its posts’ department, or none', () => {
    expect(
      one(
        'SELECT count(*) FROM poste p JOIN commune c ON c.code = p.commune_code WHERE c.departement_code <> p.departement_code',
      ),
    ).toBe(0)
  })

  test('the file of 2021 is history: 2,138 posts, 1,420 SIRETs, 7 employers without a name', () => {
    const { id, courante } = sourceOf('conum-structures-2021.csv') ?? {}
    expect(courante).toBe(false)
    expect(sumOf(raw('conum-structures-2021.csv'), COSELEC)).toBe(2138)
    expect(one('SELECT sum(nombre) FROM poste WHERE source_id = ?', id)).toBe(2138)
    expect(one('SELECT count(DISTINCT siret) FROM poste WHERE source_id = ?', id)).toBe(1420)
    expect(one("SELECT count(*) FROM poste WHERE nom = 'Employeur non précisé' AND source_id = ?", id)).toBe(7)
    expect(one('SELECT count(*) FROM poste WHERE structure_id IS NOT NULL AND source_id = ?', id)).toBe(0)
  })

  test('at least 2,650 places stand in the commune that their name and postcode say', () => {
    type Published = { nom: string; code: string; codesPostaux?: string[] }
    const communes = JSON.parse(readFileSync(realFile('geo-api-communes.json'), 'utf8')) as Published[]
    const plain = (name: string) =>
      name
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replace(/œ/g, 'oe')
        .replace(/[^a-z0-9]+/g, ' ')
        .replace(/ cedex.*/, '')
        .replace(/^(paris|lyon|marseille) \d+.*/, '$1')
        .replace(/\bste\b/g, 'sainte')
        .replace(/\bst\b/g, 'saint')
        .trim()
    const keys = new Map<string, Set<string>>()
    const note = (key: string, code: string) => keys.set(key, (keys.get(key) ?? new Set()).add(code))
    for (const { nom, code, codesPostaux = [] } of communes) {
      for (const codePostal of codesPostaux) note(`${plain(nom)} ${codePostal}`, code)
      note(`${plain(nom)} ${code.slice(0, 2)}`, code)
    }
    // A CEDEX postcode is no commune's: the name alone then says it, if it is alone in the department.
    const expectedOf = (nom: string, codePostal: string) => {
      const found = keys.get(`${plain(nom)} ${codePostal}`) ?? keys.get(`${plain(nom)} ${codePostal.slice(0, 2)}`)
      return found?.size === 1 ? [...found][0] : undefined
    }
    const located = new Map(
      all<{ line: number; code: string }>(
        db,
        `
      SELECT p.line, l.commune_code AS code FROM lieu_publication p JOIN lieu l ON l.numero = p.lieu_numero WHERE p.source_id = ?`,
        sourceOf('conum-permanences-2022-07.csv')?.id,
      ).map(({ line, code }) => [line, code]),
    )
    const rows = raw('conum-permanences-2022-07.csv')
    const expected = rows.map((row) => expectedOf(row.commune ?? '', row.code_postal ?? ''))
    const right = expected.filter((code, i) => code !== undefined && located.get(i + 2) === code)
    const wrong = expected.filter((code, i) => code !== undefined && located.get(i + 2) !== code)
    expect(wrong).toEqual([])
    expect(right.length).toBeGreaterThanOrEqual(2650)
  })

  test.each([
    ['ASSOCIATION YSOS', '27229', 49.0207, 1.1508],
    ['DEPARTEMENT DES PYRENEES ATLANTIQUES', '64445', 43.3184, -0.3517],
  ])('the point of %s, too far from its commune, is given back to it and flagged', (nom, code, lat, lon) => {
    const lines = raw('conum-permanences-2022-07.csv').flatMap((row, i) => (row.nom === nom ? [i + 2] : []))
    const flagged = anomaliesOf(db).filter((a) => a.code === 'coordonnees.trop_loin' && lines.includes(a.line))
    expect(flagged).toHaveLength(1)
    const places = all<{ commune_code: string; lat: number; lon: number; precision: string }>(
      db,
      `
      SELECT l.commune_code, l.lat, l.lon, l.precision FROM lieu_publication p JOIN lieu l ON l.numero = p.lieu_numero
      WHERE p.source_id = ? AND p.line = ?`,
      sourceOf('conum-permanences-2022-07.csv')?.id,
      flagged[0]?.line,
    )
    expect(places).toEqual([
      { commune_code: code, lat: expect.closeTo(lat, 1), lon: expect.closeTo(lon, 1), precision: 'commune' },
    ])
  })

  test('every place and employer has a department, and a class where its commune has one', () => {
    for (const table of ['lieu', 'structure']) {
      expect(
        one(
          `SELECT count(*) FROM ${table} t LEFT JOIN departement d ON d.code = t.departement_code WHERE d.code IS NULL`,
        ),
      ).toBe(0)
      expect(
        one(`SELECT count(*) FROM ${table} t JOIN commune c ON c.code = t.commune_code WHERE t.ruralite <> c.ruralite`),
      ).toBe(0)
    }
    expect(one("SELECT count(*) FROM commune WHERE ruralite = 'inconnue' AND densite IS NOT NULL")).toBe(0)
  })

  test('the four classes sum to the total, of places, posts and inhabitants', () => {
    const classes = (sql: string) => all<{ r: string; n: number }>(db, sql)
    const sum = (rows: { n: number }[]) => rows.reduce((total, { n }) => total + n, 0)
    const known = ['inconnue', 'intermediaire', 'rural', 'urbain']
    const lieux = classes(
      "SELECT ruralite AS r, count(*) AS n FROM lieu WHERE reseau = 'conseiller-numerique' GROUP BY 1 ORDER BY 1",
    )
    expect(sum(lieux)).toBe(result.lieux)
    expect(lieux.every(({ r }) => known.includes(r))).toBe(true)
    expect(sum(classes('SELECT ruralite AS r, sum(postes) AS n FROM structure GROUP BY 1'))).toBe(3925)
    const population = classes('SELECT ruralite AS r, sum(population) AS n FROM commune GROUP BY 1')
    expect(sum(population)).toBe(one('SELECT sum(population) FROM departement'))
  })

  test('France services and FRR are what their files say', () => {
    expect(one("SELECT count(*) FROM lieu WHERE reseau = 'france-services'")).toBe(
      new Set(raw('france-services-2024-08-01.csv').map((row) => row.id_fs)).size,
    )
    const classes = new Map<string, number>()
    const codes = new Set(column<string>(db, 'SELECT code FROM commune'))
    for (const line of readFileSync(realFile('frr-communes-2025-07.csv'), 'utf8').split('\r\n').slice(1)) {
      const [code = '', , , classe = ''] = line.split(';').map((cell) => cell.trim())
      if (codes.has(code) && !classe.startsWith('Non')) classes.set(classe, (classes.get(classe) ?? 0) + 1)
    }
    const counted = all<{ frr: string; n: number }>(
      db,
      'SELECT frr, count(*) AS n FROM commune WHERE frr IS NOT NULL GROUP BY 1',
    )
    expect(new Map(counted.map(({ frr, n }) => [frr, n]))).toEqual(classes)
  })

  test('no e-mail of a person is published, nor kept in the report', () => {
    const personal = /^(jean|marie|julie|nicolas|sophie|thomas)[._-][a-z]{2,}@/
    const published = column<string>(db, 'SELECT value FROM lieu, json_each(lieu.courriels)')
    expect(published.length).toBeGreaterThan(500)
    expect(published.filter((courriel) => personal.test(courriel))).toEqual([])
    expect(
      column<string>(db, "SELECT raw FROM anomalie WHERE code LIKE '%courriel%personnel'").filter(
        (text) => !text.startsWith('…@'),
      ),
    ).toEqual([])
  })

  test('the two persons whose e-mail is in a comment of France services are nowhere in the database', () => {
    const commentaires = raw('france-services-2024-08-01.csv').map(({ commentaire = '' }) => commentaire)
    const found = commentaires.flatMap((text) => text.match(/\b(vincent|claude)\.[a-z]+@[a-z.]+/g) ?? [])
    expect(found).toHaveLength(2)
    const text = wholeText(db)
    for (const courriel of found) expect(text).not.toContain(courriel.split('@')[0])
    // A third is of a first name that the sample above does not have.
    expect(one("SELECT count(*) FROM lieu WHERE detail LIKE '%[adresse personnelle retirée]%'")).toBe(3)
    // Those of services are still there to write to.
    expect(text).toContain('franceservices@mairie-eauze.fr')
  })

  test('no address that a list of first names and a dot makes a person’s is in any table', () => {
    const addresses = wholeText(db).match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? []
    expect(addresses.length).toBeGreaterThan(3000)
    const personal =
      /^(jean|marie|julie|nicolas|sophie|thomas|claude|vincent|nathalie|karine|lionel|aurelie)[._-][a-z]{2,}@/i
    expect(addresses.filter((courriel) => personal.test(courriel))).toEqual([])
  })
})

describe.skipIf(!HAS_REAL_FILES)(`the published files, each alone${NO_REAL_FILES}`, () => {
  test('the workbook of the density grid and its CSV give the same 34,935 classes', async () => {
    const classes = async (name: string) => {
      const rows = await rowsOf(await openTable(realFile(name)))
      return new Map(rows.map(({ cells }) => [cells.code, `${cells.densite} ${cells.population}`]))
    }
    const workbook = await classes('insee-grille-densite-7-niveaux-2024.xlsx')
    expect(workbook.size).toBe(34935)
    expect(workbook).toEqual(await classes('insee-grille-densite-7-niveaux-2024.csv'))
  })

  test('the standard’s own example passes with a warning, and sits in Reims', async () => {
    const folder = workFolder()
    const { db, result } = await build(folder.path, [realFile('lieux-mediation-exemple-valide.csv')])
    try {
      expect(result.sources).toMatchObject([{ read: 1, kept: 1, rejected: 0 }])
      expect(result.anomalies).toMatchObject({ error: 0, warning: 1 })
      expect(anomaliesOf(db).find(({ code }) => code === 'coordonnees.trop_loin')).toMatchObject({
        line: 2,
        raw: '43.52609, 5.41423',
      })
      expect(all(db, 'SELECT commune_code, departement_code, precision FROM lieu')).toEqual([
        { commune_code: '51454', departement_code: '51', precision: 'commune' },
      ])
    } finally {
      db.$client.close()
      folder.remove()
    }
  })
})
