import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rapportOf } from '#app/pages/collectivites/rapport.server.ts'
import { postesDuTerritoire } from '#db/collectivites/historique.server.ts'
import {
  communeTerritoire,
  departementTerritoire,
  epciTerritoire,
  structureTerritoire,
  type TerritoireDeCollectivite,
} from '#db/collectivites/territoire.server.ts'
import { type Db, openReadOnly } from '#db/connect.server.ts'
import { build, HAS_REAL_FILES, NO_REAL_FILES, realFile, workFolder } from '../import/files.ts'

const TODAY = '2026-01-15'
const NAMES = [
  'conum-structures-2021.csv',
  'conum-structures-2023-04-05.csv',
  'conum-permanences-2022-07.csv',
  'geo-api-communes.json',
]

/** Every statement that `work` prepares, in order. */
function statementsOf(db: Db, work: () => void): string[] {
  const { prepare } = db.$client
  const seen: string[] = []
  db.$client.prepare = ((text: string) => {
    seen.push(text)
    return prepare.call(db.$client, text)
  }) as typeof prepare
  try {
    work()
  } finally {
    db.$client.prepare = prepare
  }
  return seen
}

describe.skipIf(!HAS_REAL_FILES)(`the reports of the published files${NO_REAL_FILES}`, () => {
  const folder = workFolder()
  let db: Db
  let territoires: TerritoireDeCollectivite[]
  beforeAll(async () => {
    const { path, db: first } = await build(folder.path, NAMES.map(realFile))
    first.$client.close()
    db = openReadOnly(path)
    const some = [
      communeTerritoire({ code: '75056', nom: 'Paris' }),
      epciTerritoire(db, '200073419', 'CA du Puy-en-Velay'),
      departementTerritoire({ code: '59', nom: 'Nord' }),
      structureTerritoire(db, '356000000'),
      structureTerritoire(db, '77556026100015'),
    ]
    territoires = some.filter((one) => one !== null)
  })
  afterAll(() => {
    db?.$client.close()
    folder.remove()
  })

  test('every department together has every place and every post, each once', () => {
    const all = db.$client.prepare<[], { code: string; nom: string }>('select code, nom from departement').all()
    const rapports = all.map((one) => rapportOf(db, departementTerritoire(one), TODAY))
    const sum = (count: (rapport: (typeof rapports)[number]) => number) => {
      return rapports.reduce((total, rapport) => total + count(rapport), 0)
    }
    expect(sum(({ lieux }) => lieux)).toBe(2648)
    expect(sum(({ postes }) => postes)).toBe(3925)
    // Counted by plain SQL of their own.
    const count = (sql: string) => db.$client.prepare<[], number>(sql).pluck().get()
    const lieux = "select count(*) from lieu where reseau = 'conseiller-numerique'"
    expect(sum(({ compteurs }) => compteurs['sans-telephone'])).toBe(count(`${lieux} and telephone is null`))
    expect(sum(({ compteurs }) => compteurs.approximatives)).toBe(
      count(`${lieux} and precision not in ('adresse', 'geocodee')`),
    )
    expect(sum(({ compteurs }) => compteurs.erreurs)).toBe(
      count(`${lieux} and numero in (select lieu_numero from lieu_publication p join anomalie a
        on a.source_id = p.source_id and a.line = p.line join anomalie_code c on c.code = a.code and c.severity <> 'info')`),
    )
  })

  test('few pairs are said to be doubles: less than one place in fifty', () => {
    const all = db.$client.prepare<[], { code: string; nom: string }>('select code, nom from departement').all()
    const pairs = all.flatMap((one) => rapportOf(db, departementTerritoire(one), TODAY).doublons)
    expect(pairs.length).toBeGreaterThan(10)
    expect(pairs.length).toBeLessThan(53)
  })

  test('a report asks the same few queries however many places it has, and none reads a whole table', () => {
    const asked = territoires.map((one) =>
      statementsOf(db, () => [rapportOf(db, one, TODAY), postesDuTerritoire(db, one)]),
    )
    expect(new Set(asked.map((statements) => statements.length)).size).toBeLessThanOrEqual(2)
    expect(Math.max(...asked.map((statements) => statements.length))).toBeLessThan(10)
    for (const statement of asked.flat()) {
      const plan = db.$client.prepare<[], { detail: string }>(`explain query plan ${statement}`)
      // A condition of a territory is bound: any value gives the same plan.
      const holes = (statement.match(/\?/g) ?? []).length
      const details = plan.all(...(Array.from({ length: holes }, () => '[]') as [])).map(({ detail }) => detail)
      const scans = details.filter((one) =>
        /^SCAN (l|p|g|a|lieu|poste|anomalie|commune|ligne_publiee|lieu_publication)\b/.test(one),
      )
      expect([statement, scans]).toEqual([statement, []])
    }
  })
})
