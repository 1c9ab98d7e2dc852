import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Db } from '#db/connect.server.ts'
import * as t from '#db/schema.ts'
import { databaseOf, insertLieux, insertStructures, lieuRow, structureRow } from './database.ts'

/**
 * A country small enough to count by hand: four departments, eight communes, ten places (and one of another
 * network), four employers of which two have no known place, 9 posts validated (and 5 in an older file).
 */
export function pays(path?: string): Db {
  const db = databaseOf({ empreinte: 'e1', ruralite: 'insee', demonstration: '0' }, path)
  insertTerritory(db)
  insertSources(db)
  insertStructures(db, STRUCTURES, Object.fromEntries(COMMUNES.map(({ code, nom }) => [code, nom])))
  db.insert(t.poste).values(POSTES).run()
  insertLieux(db, LIEUX, VALEURS)
  insertRows(db)
  db.insert(t.document).values(POINTS).run()
  db.$client.exec('analyze')
  return db
}

export const COMMUNES = [
  {
    code: '23096',
    nom: 'Guéret',
    departementCode: '23',
    population: 13000,
    densite: 3,
    ruralite: 'intermediaire',
    frr: 'FRR socle',
  },
  {
    code: '23008',
    nom: 'Aubusson',
    departementCode: '23',
    population: 3200,
    densite: 5,
    ruralite: 'rural',
    frr: 'FRR+',
  },
  {
    code: '23076',
    nom: 'Évaux-les-Bains',
    departementCode: '23',
    population: 1300,
    densite: 6,
    ruralite: 'rural',
    frr: 'FRR+',
  },
  {
    code: '48095',
    nom: 'Mende',
    departementCode: '48',
    population: 12000,
    densite: 3,
    ruralite: 'intermediaire',
    frr: null,
  },
  {
    code: '48061',
    nom: 'Florac Trois Rivières',
    departementCode: '48',
    population: 2000,
    densite: 6,
    ruralite: 'rural',
    frr: 'FRR socle',
  },
  {
    code: '75056',
    nom: 'Paris',
    departementCode: '75',
    population: 2000000,
    densite: 1,
    ruralite: 'urbain',
    frr: null,
  },
  {
    code: '97415',
    nom: 'Saint-Paul',
    departementCode: '974',
    population: 100000,
    densite: 2,
    ruralite: 'intermediaire',
    frr: null,
  },
  {
    code: '97411',
    nom: 'Saint-Denis',
    departementCode: '974',
    population: 150000,
    densite: null,
    ruralite: 'inconnue',
    frr: null,
  },
] as const

function insertTerritory(db: Db): void {
  const regions = [
    ['75', 'Nouvelle-Aquitaine'],
    ['76', 'Occitanie'],
    ['11', 'Île-de-France'],
    ['04', 'La Réunion'],
  ] as const
  db.insert(t.region)
    .values(regions.map(([code, nom]) => ({ code, nom })))
    .run()
  const departements = [
    { code: '23', nom: 'Creuse', regionCode: '75', population: 115000 },
    { code: '48', nom: 'Lozère', regionCode: '76', population: 76000 },
    { code: '75', nom: 'Paris', regionCode: '11', population: 2000000 },
    // No inhabitants known: no rate can be given.
    { code: '974', nom: 'La Réunion', regionCode: '04', population: 0 },
  ]
  db.insert(t.departement).values(departements).run()
  db.insert(t.commune)
    .values(COMMUNES.map((c) => ({ ...c, ruraliteEstimee: false })))
    .run()
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

const STRUCTURES = [
  structureRow({
    id: 1,
    siret: '20003456700018',
    nom: 'CC du Pays de Guéret',
    departementCode: '23',
    communeCode: '23096',
    ruralite: 'intermediaire',
    densite: 3,
    frr: 'FRR socle',
    postes: 3,
    lieux: 2,
    dateValidation: '2022-03-01',
  }),
  structureRow({
    id: 2,
    siret: '21480061300012',
    nom: 'Commune de Florac',
    departementCode: '48',
    communeCode: '48061',
    ruralite: 'rural',
    densite: 6,
    frr: 'FRR socle',
    postes: 2,
  }),
  structureRow({ id: 3, cle: 'x7f3', nom: 'Employeur non précisé', departementCode: '974', postes: 1 }),
  structureRow({
    id: 4,
    siret: '21750001600019',
    nom: 'Ville de Paris',
    departementCode: '75',
    communeCode: '75056',
    ruralite: 'urbain',
    densite: 1,
    postes: 3,
    lieux: 1,
  }),
]

const POSTES = [
  {
    id: 1,
    sourceId: 1,
    line: 2,
    structureId: 1,
    siret: '20003456700018',
    nom: 'CC du Pays de Guéret',
    departementCode: '23',
    communeCode: '23096',
    ruralite: 'intermediaire',
    nombre: 2,
    dateValidation: '2021-06-01',
  },
  // A second row of the same employer, placed in another department: it is counted there.
  {
    id: 2,
    sourceId: 1,
    line: 3,
    structureId: 1,
    siret: '20003456700018',
    nom: 'CC du Pays de Guéret',
    departementCode: '48',
    communeCode: '48095',
    ruralite: 'intermediaire',
    nombre: 1,
    dateValidation: '2022-03-01',
  },
  {
    id: 3,
    sourceId: 1,
    line: 4,
    structureId: 2,
    nom: 'Commune de Florac',
    departementCode: '48',
    communeCode: '48061',
    ruralite: 'rural',
    nombre: 2,
  },
  {
    id: 4,
    sourceId: 1,
    line: 5,
    structureId: 3,
    nom: 'Employeur non précisé',
    departementCode: '974',
    ruralite: 'inconnue',
    nombre: 1,
  },
  {
    id: 5,
    sourceId: 1,
    line: 6,
    structureId: 4,
    nom: 'Ville de Paris',
    departementCode: '75',
    communeCode: '75056',
    ruralite: 'urbain',
    nombre: 3,
  },
  {
    id: 6,
    sourceId: 2,
    line: 2,
    nom: 'CC du Pays de Guéret',
    departementCode: '23',
    ruralite: 'intermediaire',
    nombre: 5,
  },
] satisfies (typeof t.poste.$inferInsert)[]

type Commune = (typeof COMMUNES)[number]
const at = (code: Commune['code']) => {
  const { departementCode, nom, ruralite, densite, frr } = COMMUNES.find((c) => c.code === code) as Commune
  return { communeCode: code, departementCode, communeNom: nom, ruralite, densite, frr }
}

const LIEUX = [
  lieuRow({
    numero: 1,
    ...at('23096'),
    id: 'gueret-mediatheque',
    nom: 'Médiathèque de Guéret',
    adresse: '2 place Bonnyaud',
    codePostal: '23000',
    telephone: '+33555412345',
    lat: 46.17,
    lon: 1.87,
    siret: '20003456700018',
    structureId: 1,
    rapprochement: 'siret',
    dateMaj: '2025-12-01',
  }),
  lieuRow({ numero: 2, ...at('23096'), nom: 'Mairie', structureId: 1, rapprochement: 'siren', precision: 'commune' }),
  lieuRow({ numero: 3, ...at('23008'), nom: 'Espace numérique' }),
  lieuRow({ numero: 4, ...at('23076'), nom: 'Bibliothèque' }),
  lieuRow({ numero: 5, ...at('48095'), nom: 'Maison France services' }),
  lieuRow({ numero: 6, ...at('48061'), nom: 'Point info' }),
  lieuRow({
    numero: 7,
    ...at('75056'),
    nom: 'Espace public numérique',
    adresse: '12 rue Saint-Étienne',
    structureId: 4,
  }),
  lieuRow({ numero: 8, ...at('75056'), nom: '=cmd()|<b>Élan</b>' }),
  lieuRow({ numero: 9, ...at('97415'), nom: 'Case numérique', fuseau: 'Indian/Reunion' }),
  lieuRow({ numero: 10, ...at('97411'), nom: 'Cyber-base', fuseau: 'Indian/Reunion' }),
  lieuRow({ numero: 11, ...at('23096'), nom: 'France services de Guéret', reseau: 'france-services' }),
]

const VALEURS = [
  { lieuNumero: 1, champ: 'service', valeur: 'Aide aux démarches administratives' },
  { lieuNumero: 1, champ: 'service', valeur: 'Loisirs et créations numériques' },
  { lieuNumero: 1, champ: 'frais', valeur: 'Gratuit' },
  { lieuNumero: 1, champ: 'public', valeur: 'Seniors' },
  { lieuNumero: 3, champ: 'service', valeur: 'Loisirs et créations numériques' },
  { lieuNumero: 3, champ: 'frais', valeur: 'Payant' },
  { lieuNumero: 7, champ: 'service', valeur: 'Aide aux démarches administratives' },
  { lieuNumero: 7, champ: 'acces', valeur: "Ce lieu n'accueille pas de public" },
  { lieuNumero: 9, champ: 'label', valeur: 'France Services' },
  { lieuNumero: 11, champ: 'service', valeur: 'Aide aux démarches administratives' },
] satisfies (typeof t.lieuValeur.$inferInsert)[]

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
const POINTS = {
  nom: 'points',
  type: 'application/json; charset=utf-8',
  etag: 'abc123',
  brotli: brotliCompressSync(POINTS_JSON),
  gzip: gzipSync(POINTS_JSON),
}
