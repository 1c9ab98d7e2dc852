import type { Db } from '#db/connect.server.ts'
import * as t from '#db/schema.ts'
import { matchLieux } from '#scripts/import/build/match-employeurs.ts'
import { writeDistances } from '#scripts/import/build/write-distances.ts'
import { databaseOf, insertLieux, insertStructures, lieuRow, structureRow } from './database.ts'

// All on one meridian, so that a distance is a difference of latitude.
const LON = 3
const SIRET = { asso: '11111111100001', mairie: '22222222200002', agglo: '33333333300003' }

const COMMUNES = [
  { code: '23001', nom: 'Aval', departementCode: '23', population: 1000, ruralite: 'urbain', frr: null, lat: 46 },
  { code: '23002', nom: 'Bois', departementCode: '23', population: 200, ruralite: 'rural', frr: null, lat: 46.05 },
  { code: '23003', nom: 'Col', departementCode: '23', population: 300, ruralite: 'rural', frr: 'FRR+', lat: 46.2 },
  // biome-ignore format: one commune a line
  { code: '48001', nom: 'Dune', departementCode: '48', population: 400, ruralite: 'intermediaire', frr: 'FRR+', lat: 46.4 },
  { code: '48002', nom: 'Étang', departementCode: '48', population: 50, ruralite: 'rural', frr: null, lat: 46.7 },
  // Its centre is not known: it is counted out of every distance.
  { code: '48003', nom: 'Fond', departementCode: '48', population: 7, ruralite: 'inconnue', frr: null, lat: null },
] as const

const LIEUX = [
  { numero: 1, lat: 46, siret: SIRET.asso, departementCode: '23', ruralite: 'urbain' },
  { numero: 2, lat: 46.06, siret: SIRET.asso, departementCode: '23', ruralite: 'rural' },
  // Another establishment of the town hall: matched by its SIREN, "probable".
  { numero: 3, lat: 46.2, siret: '22222222200099', siren: '222222222', departementCode: '23', ruralite: 'rural' },
  { numero: 4, lat: 46.42, siret: SIRET.agglo, departementCode: '48', ruralite: 'intermediaire' },
  { numero: 5, lat: 46.69, siret: null, departementCode: '48', ruralite: 'rural' },
] as const

/** `commune`, `departement`: where the row's posts are. */
const ROWS = [
  { line: 2, employeur: 1, nombre: 1, commune: '23001', departement: '23', ruralite: 'urbain' },
  { line: 3, employeur: 2, nombre: 1, commune: '23003', departement: '23', ruralite: 'rural' },
  { line: 4, employeur: 1, nombre: 1, commune: '23001', departement: '23', ruralite: 'urbain' },
  { line: 5, employeur: 3, nombre: 1, commune: '48001', departement: '48', ruralite: 'intermediaire' },
  { line: 6, employeur: 3, nombre: 1, commune: null, departement: '23', ruralite: 'inconnue' },
] as const

/**
 * Three employers (an association with two posts and two places, a town hall with one and one, a grouping with two
 * posts in two departments and one place), five places of which one has no known employer, six communes. `frr`: with
 * the file of the FRR classes or without.
 */
export function paysScenarios({ frr = true } = {}): Db {
  const db = databaseOf({ ruralite: 'insee', demonstration: 'non' })
  db.insert(t.departement)
    .values([
      { code: '23', nom: 'Creuse', population: 1500 },
      { code: '48', nom: 'Lozère', population: 457 },
    ])
    .run()
  db.insert(t.commune)
    .values(COMMUNES.map((one) => ({ ...one, lon: one.lat === null ? null : LON, ruraliteEstimee: false })))
    .run()
  insertSources(db, frr)
  const employeur = { postes: 2, departementCode: '23', ruralite: 'urbain' } as const
  insertStructures(db, [
    structureRow({ ...employeur, id: 1, siret: SIRET.asso, siren: '111111111', type: 'privée' }),
    structureRow({
      ...{ ...employeur, id: 2, siret: SIRET.mairie, siren: '222222222', type: 'publique', postes: 1 },
      ruralite: 'rural',
    }),
    structureRow({
      ...{ ...employeur, id: 3, siret: SIRET.agglo, siren: '333333333', type: 'publique' },
      ...{ departementCode: '48', ruralite: 'intermediaire' },
    }),
  ])
  db.insert(t.poste)
    .values(
      ROWS.map(({ line, employeur, commune, departement, ...row }) => {
        const where = { communeCode: commune, departementCode: departement }
        const type = employeur === 1 ? 'privée' : 'publique'
        return { ...row, ...where, type, line, sourceId: 1, structureId: employeur, nom: `Employeur ${employeur}` }
      }),
    )
    .run()
  insertLieux(
    db,
    LIEUX.map((one) => lieuRow({ ...one, lon: LON })),
  )
  matchLieux(db)
  writeDistances(db)
  return db
}

function insertSources(db: Db, frr: boolean): void {
  const file = {
    ...{ demonstration: false, courante: true, corrigees: 0, rejetees: 0, lues: 1, gardees: 1 },
    ...{ sha256: 'f'.repeat(64), licence: 'Licence Ouverte 2.0', millesime: '2023-04-05' },
  }
  const kinds = ['structures', 'lieux', ...(frr ? (['frr'] as const) : [])] as const
  db.insert(t.source)
    .values(kinds.map((kind) => ({ ...file, kind, fichier: `${kind}.csv`, titre: `Fichier ${kind}` })))
    .run()
}
