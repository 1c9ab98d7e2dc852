import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { DEPARTEMENT_CODES } from '#app/domain/filters/codes.ts'
import { CHAMPS } from '#app/domain/lieu/champs.ts'
import { RURALITES } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { facettes } from '#db/facettes.server.ts'
import { fichesByNumeros, lieuById, lieuxByNumeros } from '#db/lieux.server.ts'
import * as schema from '#db/schema.ts'
import Database from '#db/sqlite.ts'
import { fichesStructures, structureByCle, structuresByIds } from '#db/structures.server.ts'
import {
  databaseOf,
  insertLieux,
  insertStructures,
  lieuRow,
  structureRow,
  temporaryDirectory,
  type ValeurRow,
} from '#tests/support/database.ts'
import { ascending, asking } from '#tests/support/selection.ts'

const COUNT = 3000
const directory = temporaryDirectory()
const path = `${directory.path}/annuaire.sqlite`
generate().$client.close()
const statements: string[] = []
const client = new Database(path, { readonly: true, verbose: (sql) => statements.push(String(sql)) })
const db: Db = drizzle(client, { schema, casing: 'snake_case' })

afterAll(() => {
  client.close()
  directory.remove()
})

/** Three thousand places whose every attribute follows from their number. */
function generate(): Db {
  const made = databaseOf({}, path)
  const departements = DEPARTEMENT_CODES.map((code) => ({ code, nom: `D${code}`, population: 1000 }))
  made.insert(schema.departement).values(departements).run()
  const numeros = Array.from({ length: COUNT }, (_, index) => index + 1)
  const place = (n: number) => ({
    departementCode: DEPARTEMENT_CODES[(n * 7) % DEPARTEMENT_CODES.length] as string,
    ruralite: RURALITES[n % 4],
    densite: n % 8 || null,
    frr: n % 3 === 0 ? 'FRR+' : null,
  })
  made.transaction(() => {
    insertLieux(
      made,
      numeros.map((numero) =>
        lieuRow({ numero, ...place(numero), nom: `Lieu n${numero}`, communeNom: `Ville ${numero % 400}` }),
      ),
      numeros.flatMap(valeurs),
    )
    insertStructures(
      made,
      numeros.slice(0, 500).map((id) => structureRow({ id, ...place(id) })),
    )
  })
  made.$client.exec('analyze')
  return made
}

function valeurs(n: number): ValeurRow[] {
  const wanted = CHAMPS.service.values.filter((_, rank) => (n + rank) % 3 === 0)
  return wanted.map((valeur) => ({ lieuNumero: n, champ: 'service', valeur }))
}

test.each([
  ['departement=23&departement=2A', `departement_code in ('23', '2A')`],
  ['ruralite=rural&frr=1', `ruralite = 'rural' and frr is not null`],
  ['densite=7&densite=1&departement=974', `densite in (1, 7) and departement_code = '974'`],
  [
    'service=loisirs-et-creations-numeriques',
    `numero in (select lieu_numero from lieu_valeur where valeur = 'Loisirs et créations numériques')`,
  ],
  ['q=ville 12', `commune_nom like 'Ville 12%'`],
])('%s selects what a plain SQL sentence selects', (search, where) => {
  const expected = client.prepare(`select numero from lieu where ${where} order by numero`).pluck().all()
  expect(expected.length).toBeGreaterThan(0)
  const selection = asking(db, search)
  expect(ascending(selection.lieux())).toEqual(expected)
  const byDepartement = `select departement_code, count(*) from lieu where ${where} group by 1`
  const counts = client.prepare(byDepartement).raw().all() as [string, number][]
  const options = facettes(db, selection).departement.map(({ valeur, nombre }) => [valeur, nombre])
  expect(Object.fromEntries(options)).toMatchObject(Object.fromEntries(counts))
})

test('once warm, no page of places or employers reads a table from end to end', () => {
  asking(db, '').lieux()
  statements.length = 0
  const selection = asking(db, 'departement=23&ruralite=rural&q=lieu&service=loisirs-et-creations-numeriques')
  lieuxByNumeros(db, selection.lieux())
  lieuxByNumeros(db, asking(db, '').lieux().slice(1450, 1500))
  facettes(db, selection)
  fichesByNumeros(db, [1, 2, 3])
  lieuById(db, 'l7')
  structuresByIds(db, asking(db, 'departement=23').structures())
  fichesStructures(db, [1, 2])
  structureByCle(db, 's1')
  const asks = [...new Set(statements)].filter((sql) => /^select/i.test(sql))
  expect(asks.length).toBeGreaterThan(8)
  for (const sql of asks) expect(scans(sql), sql).toEqual([])
})

/** The big tables that a statement reads without an index. */
function scans(sql: string): string[] {
  const plan = client.prepare<[], { detail: string }>(`explain query plan ${sql}`).all()
  return plan
    .map((step) => step.detail)
    .filter((detail) => /^SCAN (lieu|structure|poste|commune|anomalie)/.test(detail))
}
