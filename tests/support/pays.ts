import { brotliCompressSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { Db } from '#db/connect.server.ts'
import * as t from '#db/schema.ts'
import { databaseOf, insertLieux, insertStructures } from './database.ts'
import { LIEUX, VALEURS } from './pays-lieux.ts'
import { POSTES, STRUCTURES } from './pays-structures.ts'
import { COMMUNES, insertTerritory } from './pays-territoire.ts'

/**
 * A country small enough to count by hand: four departments, eight communes, ten places (and one of another
 * network), four employers of which two have no known place, 9 posts validated (and 5 in an older file).
 */
export function pays(path?: string): Db {
  const db = databaseOf({ empreinte: 'e1', ruralite: 'insee', demonstration: 'non' }, path)
  insertTerritory(db)
  insertSources(db)
  insertStructures(db, STRUCTURES, Object.fromEntries(COMMUNES.map(({ code, nom }) => [code, nom])))
  db.insert(t.poste).values(POSTES).run()
  db.run(sql`update poste set densite = (select c.densite from commune c where c.code = commune_code)`)
  insertLieux(db, LIEUX, VALEURS)
  insertRows(db)
  db.insert(t.document).values(DOCUMENTS).run()
  db.$client.exec('analyze')
  return db
}

function insertSources(db: Db): void {
  const counts = {
    demonstration: false,
    corrigees: 0,
    rejetees: 0,
    sha256: 'f'.repeat(64),
    licence: 'Licence Ouverte 2.0',
  }
  const sources = [
    {
      id: 1,
      kind: 'structures',
      fichier: 'structures-2023.csv',
      titre: 'Structures 2023',
      millesime: '2023-04-05',
      courante: true,
    },
    {
      id: 2,
      kind: 'structures',
      fichier: 'structures-2021.csv',
      titre: 'Structures 2021',
      millesime: '2021-05-19',
      courante: false,
    },
    {
      id: 3,
      kind: 'lieux',
      fichier: 'lieux.csv',
      titre: 'Lieux de médiation',
      millesime: '2026-01-10',
      courante: true,
    },
  ] as const
  db.insert(t.source)
    .values(sources.map((s) => ({ ...counts, ...s, lues: 1, gardees: 1 })))
    .run()
}

/** The first place was merged from two rows; one of them, and a row of another place, had a problem. */
function insertRows(db: Db): void {
  const rows = [
    { lieuNumero: 1, sourceId: 3, line: 2, idPublie: 'Coop-numérique_1' },
    { lieuNumero: 1, sourceId: 3, line: 9, idPublie: null },
    { lieuNumero: 2, sourceId: 3, line: 3, idPublie: null },
  ]
  db.insert(t.lieuPublication).values(rows).run()
  const codes = [
    { code: 'code_postal.zero_perdu', severity: 'info', phrase: 'Le zéro perdu a été rendu.' },
    { code: 'position.loin', severity: 'error', phrase: 'La position est trop loin de la commune.' },
  ] as const
  db.insert(t.anomalieCode)
    .values([...codes])
    .run()
  const anomalies = [
    { sourceId: 3, line: 2, field: 'code_postal', code: 'code_postal.zero_perdu', raw: '1000', corrected: '01000' },
    { sourceId: 3, line: 9, field: 'latitude', code: 'position.loin', raw: '12', corrected: null },
    { sourceId: 3, line: 3, field: 'latitude', code: 'position.loin', raw: '13', corrected: null },
    // Same line of another file: another row.
    { sourceId: 1, line: 2, field: 'code_postal', code: 'code_postal.zero_perdu', raw: '1', corrected: '2' },
  ]
  db.insert(t.anomalie).values(anomalies).run()
}

export const POINTS_JSON = JSON.stringify({ points: [1, 2, 3] })
export const FRANCE_SERVICES_JSON = JSON.stringify({ points: [4] })
const DOCUMENTS = [
  documentRow('points', 'abc123', POINTS_JSON),
  documentRow('points-france-services', 'def456', FRANCE_SERVICES_JSON),
]

function documentRow(nom: string, etag: string, json: string) {
  const type = 'application/json; charset=utf-8'
  return { nom, type, etag, brotli: brotliCompressSync(json), gzip: gzipSync(json) }
}
