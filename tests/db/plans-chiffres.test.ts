import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import type { Db } from '#db/connect.server.ts'
import * as schema from '#db/schema.ts'
import Database from '#db/sqlite.ts'
import { siteOn } from '#tests/pages/site.ts'
import { insertLieux, insertStructures, lieuRow, structureRow, temporaryDirectory } from '#tests/support/database.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'

const COUNT = 2000
const directory = temporaryDirectory()
const path = `${directory.path}/annuaire.sqlite`
generate()
const statements: string[] = []
const client = new Database(path, { readonly: true, verbose: (sql) => statements.push(String(sql)) })
const db: Db = drizzle(client, { schema, casing: 'snake_case' })
const site = siteOn(db)

afterAll(() => {
  client.close()
  directory.remove()
})

/** The small country with two thousand more communes, places, employers and rows of posts: enough for an index to be worth it. */
function generate(): void {
  const made = paysCouvert()
  const placed = "case i % 3 when 0 then '23' when 1 then '48' else '75' end"
  const many = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${COUNT})`
  made.$client.exec(`insert into commune (code, nom, departement_code, population, ruralite, ruralite_estimee, lat, lon)
    ${many} select 'x' || i, 'Commune ' || i, ${placed}, 100, 'rural', 0,
    45 + i / 1000.0, 3 from n`)
  const numeros = Array.from({ length: COUNT }, (_, index) => index + 1)
  made.transaction(() => {
    const where = (n: number) => ({ departementCode: ['23', '48', '75'][n % 3] as string, communeCode: `x${n}` })
    insertLieux(
      made,
      numeros.map((n) => lieuRow({ numero: 1000 + n, ...where(n), lat: 45 + n / 1000, lon: 3, ruralite: 'rural' })),
    )
    insertStructures(
      made,
      numeros.map((n) => structureRow({ id: 1000 + n, ...where(n), ruralite: 'rural' })),
    )
  })
  made.$client.exec(`insert into poste (source_id, line, nom, departement_code, commune_code, ruralite, nombre, structure_id)
    ${many} select 1 + i % 2, 1000 + i, 'Employeur ' || i, ${placed}, 'x' || i, 'rural', 1, 1000 + i from n`)
  made.$client.exec(`analyze; vacuum into '${path}'`)
  made.$client.close()
}

/** Of pages asked for the first time: once warm, some read nothing. */
let heard = 0

/** The big tables that the statements of a page read from end to end, with the page asked twice: what is kept is kept. */
async function scansOf(address: string): Promise<string[]> {
  await site(address)
  heard += statements.length
  expect(heard).toBeGreaterThan(0)
  statements.length = 0
  const response = await site(address)
  expect([address, response.status]).toEqual([address, 200])
  await response.text()
  const asks = [...new Set(statements)].filter((sql) => /^\s*(select|with)/i.test(sql))
  return asks.flatMap((sql) => {
    const plan = client.prepare<[], { detail: string }>(`explain query plan ${sql}`).all()
    const scans = plan.map(({ detail }) => detail).filter((detail) => SCAN.test(detail))
    return scans.map((detail) => `${detail}: ${sql.replace(/\s+/g, ' ').slice(0, 200)}`)
  })
}

// The names of the queries: c is a commune, p a post, l and x a place, t an employer.
const SCAN = /^SCAN (lieu|structure|poste|commune|anomalie|c|p|l|x|t)\b(?! USING (COVERING )?INDEX)/

test.each([
  '/couverture',
  '/departements',
  '/departements/23',
  '/departements/48',
  '/communes/23096',
  '/communes/48061',
  '/api/v1/communes/23096/lieux',
  '/evolution',
  '/scenarios?fin=prives',
  '/scenarios?fin=tirage&postes=100&graine=1',
])('once warm, %s reads no big table from end to end', async (address) => {
  expect(await scansOf(address)).toEqual([])
})
